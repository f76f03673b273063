import { Alert, Button } from 'antd';
import { Form, redirect } from 'react-router';
import { historyOf } from '#app/domain/base/records/read.ts';
import { getRegion } from '#app/domain/base/regions/read.ts';
import { checkReport } from '#app/domain/pilot/progress-reports/check-report.ts';
import { CheckReportInput } from '#app/domain/pilot/progress-reports/input.ts';
import { getReport, type WholeReport } from '#app/domain/pilot/progress-reports/read.ts';
import { inLanguage } from '#app/domain/base/standard/model.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { reportWords } from '#app/i18n/reports.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { orCutOff } from '#app/platform/cut-off.ts';
import { beijingTime } from '#app/platform/dates.ts';
import { answer, type Problem, show } from '#app/platform/http.ts';
import { LongField, TextField } from '#app/ui/desk/field.tsx';
import { History } from '#app/ui/desk/history.tsx';
import { Facts, PageHead, Pane } from '#app/ui/desk/page-head.tsx';
import { ProblemAlert } from '#app/ui/desk/problem-alert.tsx';
import { StatusTag } from '#app/ui/desk/status-tag.tsx';
import { toneOf } from './tones.ts';
import type { Route } from './+types/report.ts';

export function loader({ context, params }: Route.LoaderArgs) {
  const ctx = context.get(ctxKey);
  return show(async () => ({ report: await getReport(ctx, params.code, params.id), unit: (await getRegion(ctx, params.code)).name, lines: await historyOf(ctx, params.id, 'own-page') }));
}

export function action({ context, params, request }: Route.ActionArgs) {
  const ctx = context.get(ctxKey);
  return answer(ctx, request, CheckReportInput, async (input) => {
    await checkReport(ctx, params.code, params.id, input);
    return redirect(`/desk/progress-reports/${params.code}/${params.id}`);
  });
}

export const clientAction = ({ serverAction }: Route.ClientActionArgs) => orCutOff(() => serverAction());

/** 认定一份进展报告: every answer with its source; a reason under one returns it. */
export default function DeskReport({ loaderData: { report, unit, lines }, actionData: problem }: Route.ComponentProps) {
  const words = useWords(reportWords);
  const { desk } = words;
  const span = words.span(report.fromOn, report.untilOn);
  return (
    <>
      <PageHead
        title={`${unit} ${span}`}
        crumbs={[{ label: desk.title, to: '/desk/progress-reports' }]}
        beside={<StatusTag tone={report.isLate ? 'bad' : toneOf[report.state]}>{report.isLate ? words.late : words.states[report.state]}</StatusTag>}
        actions={(['pdf', 'docx'] as const).map((format) => <a key={format} href={`/work/${report.regionCode}/reports/${report.id}/report.${format}`} download>{words.download[format]}</a>)}
      />
      <ProblemAlert problem={problem} />
      {report.state === 'open' && <Alert type="info" showIcon title={desk.notYet} style={{ marginBottom: 16 }} />}
      <div className="split">
        <div>{report.canCheck ? <CheckForm report={report} problem={problem} /> : <Pane title={words.answers}><Answers report={report} /></Pane>}</div>
        <div>
          <Pane title={desk.rounds}>
            <Facts
              items={[
                { name: words.period, value: span }, { name: words.dueOn, value: report.dueOn },
                ...report.rounds.flatMap((round) => [
                  { name: words.round(round.round), value: `${words.by(round.submittedByName, beijingTime(round.submittedAt).slice(0, 16))}${round.wasLate ? ` · ${words.wasLate}` : ''}` },
                  { name: words.receipt, value: round.receiptCode },
                  { name: words.hash, value: <code>{round.hash}</code> },
                ]),
                ...(report.note ? [{ name: words.note, value: report.note }] : []),
              ]}
            />
          </Pane>
          <Pane title={words.history}><History lines={lines} /></Pane>
        </div>
      </div>
    </>
  );
}

type Question = WholeReport['questions'][number];

function useAnswerOf() {
  const words = useWords(reportWords);
  const locale = useLocale();
  return (question: Question) => {
    const option = question.options.find(({ zh }) => zh === question.value);
    const said = option ? inLanguage(option, locale) : question.value;
    const from = question.prefilled ? (question.isKept ? words.from(question.prefilled) : words.changedFrom(words.from(question.prefilled))) : words.desk.own;
    return <><span style={{ whiteSpace: 'pre-line' }}>{said || '—'}</span><small className="note" style={{ display: 'block' }}>{from}</small></>;
  };
}

function Answers({ report }: { report: WholeReport }) {
  const locale = useLocale();
  const answerOf = useAnswerOf();
  return <Facts items={report.questions.map((question) => ({ name: inLanguage(question.label, locale), value: answerOf(question) }))} />;
}

function CheckForm({ report, problem }: { report: WholeReport; problem: Problem | undefined }) {
  const words = useWords(reportWords);
  const { desk } = words;
  const locale = useLocale();
  const answerOf = useAnswerOf();
  return (
    <Form method="post">
      <input type="hidden" name="round" value={report.round} />
      <Pane title={words.answers} note={desk.returnLead}>
        {report.questions.map((question) => (
          <div key={question.id} className="dfield">
            <b>{inLanguage(question.label, locale)}</b>
            <div>{answerOf(question)}</div>
            <details open={Boolean(problem?.given?.[`reason.${question.id}`])}>
              <summary style={{ padding: '4px 0' }}>{desk.returnThis}</summary>
              <TextField name={`reason.${question.id}`} label={desk.reason(inLanguage(question.label, locale))} hint={desk.reasonHint} problem={problem} maxLength={500} optional />
            </details>
          </div>
        ))}
        <LongField name="note" label={desk.noteLabel} problem={problem} maxLength={2000} rows={2} optional />
        <div className="act">
          <Button htmlType="submit" name="deed" value="return">{desk.return}</Button>{' '}
          <Button type="primary" htmlType="submit" name="deed" value="accept">{desk.accept}</Button>
        </div>
      </Pane>
    </Form>
  );
}
