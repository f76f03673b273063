import { Alert, Button } from 'antd';
import { Form, redirect, useSearchParams } from 'react-router';
import { z } from 'zod';
import { historyOf } from '#app/domain/base/records/read.ts';
import { SpotFindingInput } from '#app/domain/pilot/evaluation/input.ts';
import { spotOutcomes } from '#app/domain/pilot/evaluation/model.ts';
import { enterSpotFinding, publishSpotCheck } from '#app/domain/pilot/evaluation/spot-check.ts';
import { drawAgain, getSpotCheck } from '#app/domain/pilot/evaluation/spot-check-read.ts';
import { evaluationWords } from '#app/i18n/evaluation.ts';
import { useWords } from '#app/i18n/pair.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { orCutOff } from '#app/platform/cut-off.ts';
import { beijingDay, beijingTime } from '#app/platform/dates.ts';
import { answer, show } from '#app/platform/http.ts';
import { ButtonLink } from '#app/ui/desk/button-link.tsx';
import { ConfirmButton } from '#app/ui/desk/confirm-button.tsx';
import { ExportButton } from '#app/ui/desk/export-button.tsx';
import { LongField, SelectField, TextField } from '#app/ui/desk/field.tsx';
import { History } from '#app/ui/desk/history.tsx';
import { KeysetTable } from '#app/ui/desk/keyset-table.tsx';
import { Facts, PageHead, Pane } from '#app/ui/desk/page-head.tsx';
import { ProblemAlert } from '#app/ui/desk/problem-alert.tsx';
import { StatusTag } from '#app/ui/desk/status-tag.tsx';
import type { Route } from './+types/spot-check.ts';

export function loader({ context, params, request }: Route.LoaderArgs) {
  const ctx = context.get(ctxKey);
  return show(async () => {
    const { population, ...check } = await getSpotCheck(ctx, params.id);
    const isAsked = new URL(request.url).searchParams.has('verify');
    return { check, count: population.length, verdict: isAsked ? drawAgain({ ...check, population }) : undefined, today: beijingDay(ctx.now), lines: await historyOf(ctx, params.id, 'own-page') };
  });
}

const Deed = z.discriminatedUnion('deed', [z.object({ deed: z.literal('publish') }), SpotFindingInput.extend({ deed: z.literal('found') })]);

export function action({ context, params, request }: Route.ActionArgs) {
  const ctx = context.get(ctxKey);
  return answer(ctx, request, Deed, async (input) => {
    await (input.deed === 'publish' ? publishSpotCheck(ctx, params.id) : enterSpotFinding(ctx, params.id, input));
    return redirect(`/desk/spot-checks/${params.id}`);
  });
}

export const clientAction = ({ serverAction }: Route.ClientActionArgs) => orCutOff(() => serverAction());

/** 一次抽查: how it was drawn, the sample, what was found. */
export default function SpotCheck({ loaderData: { check, count, verdict, today, lines }, actionData: problem }: Route.ComponentProps) {
  const { spot: words, ops } = useWords(evaluationWords);
  const [asked] = useSearchParams();
  return (
    <>
      <PageHead
        title={check.title}
        crumbs={[{ label: words.title, to: '/desk/spot-checks' }]}
        beside={<StatusTag tone={check.isPublic ? 'good' : 'info'}>{check.isPublic ? words.isPublic : words.isInside}</StatusTag>}
        actions={
          <>
            <ExportButton list="spot-picks" search={`?id=${check.id}`} />
            {check.isPublic ? <a href={`/spot-checks/${check.id}`}>{words.publicPage}</a> : <ConfirmButton label={words.publish} question={words.publishAsk} fields={{ deed: 'publish' }} danger={false} type="primary" />}
          </>
        }
      />
      <ProblemAlert problem={problem} names={{ outcome: words.outcome, note: words.note, foundOn: words.foundOn }} />
      {verdict && <Alert type={verdict.isSame ? 'success' : 'error'} showIcon title={verdict.isSame ? words.same : words.different} style={{ marginBottom: 16 }} />}
      <KeysetTable
        page={{ rows: check.picks }}
        empty={{ text: words.none }}
        columns={[
          { name: 'position', title: words.position, show: (row) => <span className="num">{row.position}</span> },
          { name: 'unit', title: words.unit, place: 'main', show: (row) => <><b>{row.name}</b><small>{row.regionCode}</small></> },
          { name: 'outcome', title: words.outcome, place: 'state', show: (row) => (row.outcome ? <StatusTag tone={row.outcome === 'kept' ? 'good' : row.outcome === 'not-kept' ? 'bad' : 'now'}>{words.outcomes[row.outcome]}</StatusTag> : words.noOutcome) },
          { name: 'note', title: words.note, place: 'wide', show: (row) => [row.note, row.foundOn, row.foundByName].filter(Boolean).join(' · ') },
          {
            name: 'ops', title: ops, place: 'ops',
            show: (row) => (
              <ConfirmButton size="small" label={words.enter} question={row.name} fields={{ deed: 'found', regionCode: row.regionCode }} danger={false}>
                <SelectField name="outcome" id={`outcome-${row.regionCode}`} label={words.outcome} known={row.outcome ?? ''} options={spotOutcomes.map((one) => ({ value: one, label: words.outcomes[one] }))} />
                <LongField name="note" id={`note-${row.regionCode}`} label={words.note} known={row.note} minLength={4} maxLength={1000} />
                <TextField name="foundOn" id={`found-${row.regionCode}`} type="date" label={words.foundOn} known={row.foundOn ?? today} max={today} />
              </ConfirmButton>
            ),
          },
        ]}
      />
      <div className="split">
        <Pane title={words.recipe}>
          <ol>{words.recipeLines.map((line) => <li key={line}>{line}</li>)}</ol>
          <Facts
            items={[
              { name: words.seed, value: <code>{words.seedOf(check.seed, check.seedSource)}</code> }, { name: words.region, value: check.place || words.nation }, { name: words.digits, value: words.digitsOf[check.digits as 0 | 2 | 4] },
              { name: words.size, value: check.size }, { name: words.sample, value: words.population(count) }, { name: words.populationHash, value: <code>{check.populationHash}</code> }, { name: words.sampleHash, value: <code>{check.sampleHash}</code> },
              { name: words.columns.drawn, value: words.drawnBy(check.drawnByName, beijingTime(check.drawnAt).slice(0, 16)) },
            ]}
          />
          <Form method="get"><Button htmlType="submit" name="verify" value="yes">{words.verify}</Button></Form>
          {asked.has('verify') && <ButtonLink to={`/desk/spot-checks/${check.id}`}>{words.title}</ButtonLink>}
        </Pane>
        <Pane><History lines={lines} /></Pane>
      </div>
    </>
  );
}
