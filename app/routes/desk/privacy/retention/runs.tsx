import { Alert, Button } from 'antd';
import { Form, Link, redirect } from 'react-router';
import { z } from 'zod';
import { type RecordClass, recordClasses, type Results, rules } from '#app/domain/children/retention/model.ts';
import { getRuns } from '#app/domain/children/retention/read.ts';
import { tryExpiries } from '#app/jobs/expire.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { retentionWords } from '#app/i18n/retention.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { orCutOff } from '#app/platform/cut-off.ts';
import { shortDay, shortTime } from '#app/platform/dates.ts';
import { answer, show } from '#app/platform/http.ts';
import { FigureTable } from '#app/ui/desk/figure-table.tsx';
import { PageHead, Pane } from '#app/ui/desk/page-head.tsx';
import { ProblemAlert } from '#app/ui/desk/problem-alert.tsx';
import { StatusTag } from '#app/ui/desk/status-tag.tsx';
import type { Route } from './+types/runs.ts';

export function loader({ context }: Route.LoaderArgs) {
  const ctx = context.get(ctxKey);
  return show(() => getRuns(ctx));
}

export function action({ context, request }: Route.ActionArgs) {
  const ctx = context.get(ctxKey);
  return answer(ctx, request, z.object({ deed: z.literal('try') }), async () => {
    await tryExpiries(ctx);
    return redirect('/desk/privacy/retention/runs');
  });
}

export const clientAction = ({ serverAction }: Route.ClientActionArgs) => orCutOff(() => serverAction());

const linesOf = (results: Results) => recordClasses.flatMap((recordClass) => { const figures = results[recordClass]; return figures && figures.due + figures.held + figures.done > 0 ? [{ recordClass, ...figures }] : []; });

/** 清理与删除证明: what would go tonight, what went, and the proof. */
export default function RetentionRuns({ loaderData: { isNational, lastTry, runs, certificates, isChainWhole }, actionData: problem }: Route.ComponentProps) {
  const all = useWords(retentionWords);
  const words = all.runPage;
  const locale = useLocale();
  const nameOf = (recordClass: RecordClass) => all.classes[recordClass].name;
  const tried = lastTry ? linesOf(lastTry.results) : [];
  return (
    <>
      <PageHead title={all.runs} lead={words.lead} crumbs={[{ label: all.title, to: '/desk/privacy/retention' }]} />
      <ProblemAlert problem={problem} />
      {isNational ? (
        <>
          <Pane title={words.dry} note={words.dryLead} actions={<Form method="post"><input type="hidden" name="deed" value="try" /><Button htmlType="submit" type="primary">{words.dry}</Button></Form>} flush>
            <div className="pane-body"><p>{lastTry ? words.tried(lastTry.startedByName, shortTime(lastTry.startedAt, locale), lastTry.scheduleVersion) : words.neverTried}</p>{lastTry && tried.length === 0 ? <p>{words.nothing}</p> : null}</div>
            {tried.length > 0 ? (
              <FigureTable
                label={words.dry} rows={tried} keyOf={({ recordClass }) => recordClass}
                columns={[
                  { name: 'class', title: all.columns.class, place: 'main', show: (row) => <b>{nameOf(row.recordClass)}</b> },
                  { name: 'due', title: words.due, show: (row) => <span className="num">{row.due}</span> },
                  { name: 'held', title: words.held, show: (row) => <span className="num">{row.held}</span> },
                  { name: 'deed', title: all.columns.deed, place: 'wide', show: (row) => <>{all.deeds[rules[row.recordClass].deed]}<small>{all.classes[row.recordClass].from}</small></> },
                ]}
              />
            ) : null}
          </Pane>
          <Pane title={words.nights}>
            {runs.length === 0 ? <p>{words.noNights}</p> : (
              <ul>
                {runs.map((run) => {
                  const done = linesOf(run.results).filter((line) => line.done > 0);
                  return <li key={run.id}><b className="num">{shortDay(run.day, locale)}</b> <StatusTag tone={run.finishedAt ? 'good' : 'bad'}>{run.finishedAt ? words.finished : words.broken}</StatusTag> {words.total(done.reduce((sum, line) => sum + line.done, 0))}<small> {done.map((line) => `${nameOf(line.recordClass)} ${line.done}`).join(' · ')}</small></li>;
                })}
              </ul>
            )}
          </Pane>
        </>
      ) : null}
      <Alert type={isChainWhole ? 'success' : 'error'} showIcon style={{ marginBottom: 16 }} title={isChainWhole ? words.whole : words.altered} />
      {certificates.length === 0 ? <Pane title={words.certificates}><p>{words.noCertificates}</p></Pane> : (
        <Pane title={words.certificates} flush><FigureTable
          label={words.certificates} rows={certificates} keyOf={({ id }) => id}
          columns={[
            { name: 'class', title: all.columns.class, place: 'main', show: (row) => <><Link to={`/desk/privacy/retention/certificates/${row.number}`}><b>{all.certificate.title(row.number!)}</b></Link><small>{nameOf(row.recordClass)} · {all.deeds[row.deed]}</small></> },
            { name: 'day', title: words.day, show: (row) => <span className="num">{shortDay(row.day, locale)}</span> },
            { name: 'many', title: isNational ? words.many : words.own, show: (row) => <span className="num">{row.own}</span> },
            { name: 'held', title: words.held, show: (row) => <span className="num">{isNational ? row.held : '—'}</span> },
            { name: 'hash', title: all.certificate.hash, place: 'wide', show: (row) => <code>{row.hash?.slice(0, 16)}</code> },
          ]}
        /></Pane>
      )}
    </>
  );
}
