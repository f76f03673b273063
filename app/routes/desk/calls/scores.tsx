import { Alert, Button } from 'antd';
import { Form, redirect } from 'react-router';
import { z } from 'zod';
import { askScores } from '#app/domain/pilot/scoring/ask-scores.ts';
import { scoresAtDesk } from '#app/domain/pilot/scoring/at-desk.ts';
import { round, ScoringDeed } from '#app/domain/pilot/scoring/input.ts';
import { publishScores } from '#app/domain/pilot/scoring/publish-scores.ts';
import { callsWords } from '#app/i18n/calls.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { refusalSentence } from '#app/i18n/refusals.ts';
import { scoringWords } from '#app/i18n/scoring.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { orCutOff } from '#app/platform/cut-off.ts';
import { beijingTime } from '#app/platform/dates.ts';
import { answer, show } from '#app/platform/http.ts';
import { query } from '#app/platform/query.ts';
import { ConfirmButton } from '#app/ui/desk/confirm-button.tsx';
import { ExportButton } from '#app/ui/desk/export-button.tsx';
import { EmptyBox } from '#app/ui/desk/keyset-table.tsx';
import { PageHead, Pane } from '#app/ui/desk/page-head.tsx';
import { ProblemAlert } from '#app/ui/desk/problem-alert.tsx';
import { useWaiting } from '../sheets/waiting.ts';
import { Changes, ScoreTable } from './scores-entries.tsx';
import { AgreementMap, DriftOf, ItemEase, SeverityOf, WithoutEach } from './scores-reviewers.tsx';
import { Runs, Summary } from './scores-summary.tsx';
import type { Route } from './+types/scores.ts';

const Asked = z.object({ round, run: z.uuid().optional() });

export function loader({ context, params, request }: Route.LoaderArgs) {
  const ctx = context.get(ctxKey);
  const asked = query(request, Asked);
  return show(async () => {
    const { call, runs, ...rest } = await scoresAtDesk(ctx, params.id, { round: asked.round, runId: asked.run });
    return {
      ...rest, call: { id: call.id, title: call.title, titleEn: call.titleEn },
      runs: runs.map(({ id, number, state, askedByName, askedAt, publishedAt, publishedByName, refusal }) => ({
        id, number, state, askedByName, refusal, askedAt: beijingTime(askedAt), publishedAt: publishedAt && beijingTime(publishedAt), publishedByName: publishedByName ?? '',
      })),
    };
  });
}

export function action({ context, params, request }: Route.ActionArgs) {
  const ctx = context.get(ctxKey);
  return answer(ctx, request, ScoringDeed, async (input) => {
    if (input.deed === 'ask') await askScores(ctx, params.id, input);
    else await publishScores(ctx, input.runId);
    const { search } = new URL(request.url);
    return redirect(`/desk/calls/${params.id}/scores${input.deed === 'ask' ? `?round=${input.round}` : search}`);
  });
}

export const clientAction = ({ serverAction }: Route.ClientActionArgs) => orCutOff(() => serverAction());

/** 计分: what the marks of a round say, how precisely, and what it would take to change it. */
export default function Scores({ loaderData, actionData }: Route.ComponentProps) {
  const { call, round: which, runs, shown } = loaderData;
  const words = useWords(scoringWords);
  const calls = useWords(callsWords);
  const locale = useLocale();
  const latest = runs[0];
  useWaiting(latest?.state === 'waiting');
  return (
    <>
      <PageHead
        crumbs={[{ label: calls.title, to: '/desk/calls' }, { label: locale === 'en' && call.titleEn ? call.titleEn : call.title, to: `/desk/calls/${call.id}` }]}
        title={words.title}
        lead={words.lead}
        actions={<Deeds {...loaderData} />}
      />
      <ProblemAlert problem={actionData} />
      {latest?.state === 'waiting' && <Alert type="info" showIcon style={{ marginBottom: 16 }} title={words.waiting} action={<a href={`?round=${which}`}>{words.refresh}</a>} />}
      {latest?.state === 'refused' && <Alert type="error" showIcon style={{ marginBottom: 16 }} title={refusalSentence(latest.refusal, locale)} />}
      {shown?.isStale && latest?.state !== 'waiting' && <Alert type="warning" showIcon style={{ marginBottom: 16 }} title={words.stale} />}
      {shown?.isNameless && <Alert type="info" showIcon style={{ marginBottom: 16 }} title={words.nameless} />}
      {shown ? (
        <>
          <div className="split">
            <Summary shown={shown} />
            <Runs {...loaderData} />
          </div>
          {shown.results.scores.length > 0 && (
            <>
              <ScoreTable callId={call.id} shown={shown} />
              <SeverityOf shown={shown} />
              <AgreementMap shown={shown} />
              <WithoutEach shown={shown} />
              <DriftOf shown={shown} />
              <ItemEase shown={shown} />
            </>
          )}
          <Changes shown={shown} />
          <Pane title={words.method} note={words.methodLead}>
            <div className="method-lines">{shown.statement.map((line) => <p key={line}>{line}</p>)}</div>
          </Pane>
        </>
      ) : (
        <div className="split">
          <Pane><EmptyBox text={latest ? words.waiting : words.none} /></Pane>
          <Runs {...loaderData} />
        </div>
      )}
    </>
  );
}

function Deeds({ call, round: which, runs, shown, mayRun, mayPublish }: Route.ComponentProps['loaderData']) {
  const words = useWords(scoringWords);
  const isWaiting = runs[0]?.state === 'waiting';
  return (
    <>
      {shown && shown.results.scores.length > 0 && <ExportButton list="scores" search={`?id=${call.id}&round=${which}&run=${shown.run.id}`} />}
      {mayPublish && shown && shown.run.publishedAt === null && shown.adds > 0 && <ConfirmButton label={words.publish} question={words.publishAsk} fields={{ deed: 'publish', runId: shown.run.id }} danger={false} />}
      {mayRun && (
        <Form method="post">
          <input type="hidden" name="deed" value="ask" />
          <input type="hidden" name="round" value={which} />
          <Button type="primary" htmlType="submit" disabled={isWaiting}>{runs.length === 0 ? words.askFirst : words.ask}</Button>
        </Form>
      )}
    </>
  );
}
