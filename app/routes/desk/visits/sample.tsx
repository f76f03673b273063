import { redirect } from 'react-router';
import { PlanInput } from '#app/domain/pilot/visits/input.ts';
import { planVisits } from '#app/domain/pilot/visits/plan-visits.ts';
import { sampleAtDesk } from '#app/domain/pilot/visits/sample-at-desk.ts';
import { useWords } from '#app/i18n/pair.ts';
import { visitsWords } from '#app/i18n/visits.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { orCutOff } from '#app/platform/cut-off.ts';
import { beijingDay, beijingTime } from '#app/platform/dates.ts';
import { answer, show } from '#app/platform/http.ts';
import { Facts, PageHead, Pane } from '#app/ui/desk/page-head.tsx';
import { ProblemAlert } from '#app/ui/desk/problem-alert.tsx';
import { PlanForm } from './plan-form.tsx';
import type { Route } from './+types/sample.ts';

export function loader({ context, params }: Route.LoaderArgs) {
  const ctx = context.get(ctxKey);
  return show(async () => {
    const { sample, ...read } = await sampleAtDesk(ctx, params.id);
    return { id: sample.id, seed: sample.seed, drawnAt: sample.drawnAt, drawnByName: sample.drawnByName, today: beijingDay(ctx.now), ...read };
  });
}

export function action({ context, params, request }: Route.ActionArgs) {
  const ctx = context.get(ctxKey);
  return answer(ctx, request, PlanInput, async (input) => {
    await planVisits(ctx, { ...input, sampleId: params.id });
    return redirect('/desk/visits?tab=planned');
  });
}

export const clientAction = ({ serverAction }: Route.ClientActionArgs) => orCutOff(() => serverAction());

export default function VisitSample({ loaderData: read, actionData: problem }: Route.ComponentProps) {
  const words = useWords(visitsWords);
  const { plan } = words;
  return (
    <>
      <PageHead crumbs={[{ label: words.title, to: '/desk/visits' }, { label: plan.title, to: '/desk/visits/new' }]} title={plan.sample} lead={plan.sampleLead(read.of, read.communities.length)} />
      <ProblemAlert problem={problem} names={plan.fields} />
      <Pane>
        <Facts items={[
          { name: plan.fields.seed!, value: <span className="mono">{read.seed}</span> }, { name: plan.listHash, value: <span className="mono">{read.hash}</span> },
          { name: plan.draw, value: `${read.drawnByName} ${beijingTime(read.drawnAt).slice(0, 16)}` },
        ]} />
        <p className={read.isSame ? 'note' : 'wrong'}>{read.isSame ? plan.same : plan.notSame}</p>
      </Pane>
      <PlanForm stops={read.communities} experts={read.experts} sampleId={read.id} today={read.today} problem={problem} />
    </>
  );
}
