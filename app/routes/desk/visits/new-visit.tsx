import { Button } from 'antd';
import { Form, Link, redirect } from 'react-router';
import { z } from 'zod';
import { regionsFor } from '#app/domain/base/accounts/access.ts';
import { isRegionCode } from '#app/domain/base/regions/model.ts';
import { regionPath } from '#app/domain/base/regions/read.ts';
import { drawVisitSample } from '#app/domain/pilot/visits/draw-sample.ts';
import { PlanInput, SampleInput } from '#app/domain/pilot/visits/input.ts';
import { planVisits } from '#app/domain/pilot/visits/plan-visits.ts';
import { expertsFor, listSamples, chosenCommunities } from '#app/domain/pilot/visits/sample-at-desk.ts';
import { useWords } from '#app/i18n/pair.ts';
import { visitsWords } from '#app/i18n/visits.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { orCutOff } from '#app/platform/cut-off.ts';
import { beijingDay } from '#app/platform/dates.ts';
import { answer, show } from '#app/platform/http.ts';
import { Field, LongField, TextField } from '#app/ui/desk/field.tsx';
import { PageHead, Pane } from '#app/ui/desk/page-head.tsx';
import { ProblemAlert } from '#app/ui/desk/problem-alert.tsx';
import { RegionFilter } from '#app/ui/desk/region-filter.tsx';
import { PlanForm } from './plan-form.tsx';
import type { Route } from './+types/new-visit.ts';

export function loader({ context, request }: Route.LoaderArgs) {
  const ctx = context.get(ctxKey);
  const asked = new URL(request.url).searchParams.get('codes') ?? '';
  const codes = [...new Set(asked.split(/[\s,，、;；]+/).filter((code) => isRegionCode(code) && code.length >= 9))].slice(0, 200);
  return show(async () => {
    const samples = await listSamples(ctx);
    const [home] = regionsFor(ctx.actor, 'visit.plan');
    return {
      samples, codes: asked, stops: await chosenCommunities(ctx, codes), experts: codes.length > 0 ? await expertsFor(ctx, codes) : { free: [], tied: [] },
      path: home && home !== '*' ? await regionPath(ctx, home) : [], seed: `${beijingDay(ctx.now)}-`, today: beijingDay(ctx.now),
    };
  });
}

const Deed = z.discriminatedUnion('deed', [SampleInput.extend({ deed: z.literal('draw'), region: z.string().default('').transform((code) => code || '*') }), PlanInput.safeExtend({ deed: z.literal('plan') })]);

export function action({ context, request }: Route.ActionArgs) {
  const ctx = context.get(ctxKey);
  return answer(ctx, request, Deed, async (input) => {
    if (input.deed === 'draw') return redirect(`/desk/visits/samples/${await drawVisitSample(ctx, input)}`);
    await planVisits(ctx, input);
    return redirect('/desk/visits?tab=planned');
  });
}

export const clientAction = ({ serverAction }: Route.ClientActionArgs) => orCutOff(() => serverAction());

export default function NewVisit({ loaderData: { samples, codes, stops, experts, path, seed, today }, actionData: problem }: Route.ComponentProps) {
  const words = useWords(visitsWords);
  const { plan } = words;
  return (
    <>
      <PageHead crumbs={[{ label: words.title, to: '/desk/visits' }]} title={plan.title} lead={plan.lead} />
      <ProblemAlert problem={problem} names={plan.fields} />
      {stops.length > 0 && <PlanForm stops={stops} experts={experts} today={today} problem={problem} />}
      <div className="split">
        <div>
          <Pane title={plan.drawTitle} note={plan.drawNote}>
            <Form method="post" className="dform">
              <input type="hidden" name="deed" value="draw" />
              <Field name="region" label={plan.fields.region!} hint={plan.hints.region} problem={problem}><RegionFilter path={path} deepest={3} id="field-region" /></Field>
              <TextField name="size" type="number" min={1} max={200} label={plan.fields.size!} problem={problem} known="5" />
              <TextField name="seed" label={plan.fields.seed!} hint={plan.hints.seed} problem={problem} known={seed} maxLength={60} />
              <LongField name="codes" id="draw-codes" label={plan.fields.codes!} hint={plan.hints.codes} optional problem={problem} rows={3} maxLength={8000} />
              <div className="dform-act"><Button type="primary" htmlType="submit">{plan.draw}</Button></div>
            </Form>
          </Pane>
        </div>
        <div>
          <Pane title={plan.orChosen} note={plan.chosenNote}>
            <Form method="get" className="dform">
              <LongField name="codes" id="chosen-codes" label={plan.communities} hint={plan.hints.codes} known={codes} rows={3} maxLength={8000} />
              <div className="dform-act"><Button htmlType="submit">{plan.next}</Button></div>
            </Form>
          </Pane>
          <Pane title={plan.samples}>
            {samples.length === 0 ? <p className="note">{plan.noSamples}</p> : (
              <ul className="plain">
                {samples.map((one) => <li key={one.id}><Link to={`/desk/visits/samples/${one.id}`}>{plan.sampleOf(one.picked, beijingDay(new Date(one.drawnAt)), one.drawnByName)}</Link> <small className="mono">{one.seed}</small></li>)}
              </ul>
            )}
          </Pane>
        </div>
      </div>
    </>
  );
}
