import { Alert, Button } from 'antd';
import { Form, redirect } from 'react-router';
import { factKeys } from '#app/domain/base/evidence/facts.ts';
import { getReportForm, saveReportForm } from '#app/domain/pilot/progress-reports/form-in-force.ts';
import { ReportFormInput } from '#app/domain/pilot/progress-reports/input.ts';
import { prefillKinds, type ReportQuestion, reportQuestionKinds } from '#app/domain/pilot/progress-reports/model.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { reportWords } from '#app/i18n/reports.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { orCutOff } from '#app/platform/cut-off.ts';
import { beijingDay, beijingTime } from '#app/platform/dates.ts';
import { answer, type Problem, show } from '#app/platform/http.ts';
import { givenOr, LongField, SelectField, TextField } from '#app/ui/desk/field.tsx';
import { PageHead, Pane } from '#app/ui/desk/page-head.tsx';
import { ProblemAlert } from '#app/ui/desk/problem-alert.tsx';
import type { Route } from './+types/form.ts';

export function loader({ context, request }: Route.LoaderArgs) {
  const ctx = context.get(ctxKey);
  return show(async () => ({ form: await getReportForm(ctx), today: beijingDay(ctx.now), isSaved: new URL(request.url).searchParams.has('saved') }));
}

export function action({ context, request }: Route.ActionArgs) {
  const ctx = context.get(ctxKey);
  return answer(ctx, request, ReportFormInput, async (input) => {
    await saveReportForm(ctx, input);
    return redirect('/desk/progress-reports/form?saved');
  });
}

export const clientAction = ({ serverAction }: Route.ClientActionArgs) => orCutOff(() => serverAction());

const blank: ReportQuestion = { id: '', kind: 'long-text', label: { zh: '', en: '' }, hint: { zh: '', en: '' }, isRequired: false, isPublic: false, from: null, key: '', options: [] };

/** 报告表设置, from a day on. */
export default function ReportFormPage({ loaderData: { form, today, isSaved }, actionData: problem }: Route.ComponentProps) {
  const { desk, formPage: words } = useWords(reportWords);
  const { content, history } = form;
  const list = (days: readonly number[]) => days.join('、');
  return (
    <>
      <PageHead title={words.title} lead={words.lead} crumbs={[{ label: desk.title, to: '/desk/progress-reports' }]} />
      {isSaved && !problem && <Alert type="success" showIcon title={words.saved} style={{ marginBottom: 16 }} />}
      <ProblemAlert problem={problem} />
      <Form method="post" key={history[0]?.id ?? 'first'}>
        <div className="split">
          <Pane title={words.questions} note={words.questionsLead}>
            {[...content.questions, blank].map((question, at) => <QuestionRow key={at} question={question} at={at} problem={problem} isNew={at === content.questions.length} />)}
          </Pane>
          <div>
            <Pane>
              <TextField name="effectiveFrom" type="date" label={words.from} hint={words.fromHint} known={today} min={today} problem={problem} />
              <TextField name="everyMonths" type="number" min={1} max={36} label={words.everyMonths} known={String(content.everyMonths)} problem={problem} />
              <TextField name="dueDays" type="number" min={3} max={180} label={words.dueDays} known={String(content.dueDays)} problem={problem} />
              <TextField name="mendDays" type="number" min={3} max={90} label={words.mendDays} known={String(content.mendDays)} problem={problem} />
              <TextField name="remindBefore" label={words.remindBefore} hint={words.daysHint} known={list(content.remindBefore)} problem={problem} maxLength={60} />
              <TextField name="escalateAfter" label={words.escalateAfter} hint={words.daysHint} known={list(content.escalateAfter)} problem={problem} maxLength={60} />
              <Button type="primary" htmlType="submit">{words.save}</Button>
            </Pane>
            <Pane title={words.history}>
              {history.length === 0 && <p>{words.noHistory}</p>}
              {history.map((one) => <p key={one.id}><b>{words.fromDay(one.effectiveFrom)}</b> {one.savedByName} {beijingTime(one.savedAt).slice(0, 16)}</p>)}
            </Pane>
          </div>
        </div>
      </Form>
    </>
  );
}

function QuestionRow({ question, at, problem, isNew }: { question: ReportQuestion; at: number; problem: Problem | undefined; isNew: boolean }) {
  const { sources, formPage: words } = useWords(reportWords);
  const locale = useLocale();
  const name = (field: string) => `q.${at}.${field}`;
  const title = isNew ? words.newQuestion : `${words.questionOf(at + 1)} ${locale === 'en' ? question.label.en : question.label.zh}`;
  return (
    <details open={isNew ? undefined : Object.keys(problem?.fields ?? {}).some((field) => field.startsWith(`q.${at}.`)) || undefined}>
      <summary style={{ padding: '6px 0' }}>{title}</summary>
      <TextField name={name('id')} label={words.id} known={question.id} problem={problem} maxLength={40} optional />
      <SelectField name={name('kind')} label={words.kind} known={question.kind} problem={problem} options={reportQuestionKinds.map((kind) => ({ value: kind, label: words.kinds[kind] }))} />
      <TextField name={name('labelZh')} label={words.labelZh} known={question.label.zh} problem={problem} maxLength={80} optional={isNew} />
      <TextField name={name('labelEn')} label={words.labelEn} known={question.label.en} problem={problem} maxLength={160} optional={isNew} />
      <TextField name={name('hintZh')} label={words.hintZh} known={question.hint.zh} problem={problem} maxLength={200} optional />
      <TextField name={name('hintEn')} label={words.hintEn} known={question.hint.en} problem={problem} maxLength={400} optional />
      <SelectField name={name('from')} label={words.source} known={question.from ?? ''} problem={problem} options={prefillKinds.map((kind) => ({ value: kind, label: sources[kind] }))} optional />
      <SelectField name={name('key')} label={words.key} known={question.key} problem={problem} options={factKeys.map((key) => ({ value: key, label: key }))} optional />
      <LongField name={name('options')} label={words.options} known={question.options.map(({ zh, en }) => `${zh} | ${en}`).join('\n')} problem={problem} maxLength={600} rows={2} optional />
      <Tick name={name('isRequired')} label={words.isRequired} isOn={question.isRequired} problem={problem} />
      <Tick name={name('isPublic')} label={words.isPublic} isOn={question.isPublic} problem={problem} />
    </details>
  );
}

/** What was ticked when the form came back, else what is in force. */
function Tick({ name, label, isOn, problem }: { name: string; label: string; isOn: boolean; problem: Problem | undefined }) {
  const known = problem?.given ? givenOr(problem, name, '') === 'yes' : isOn;
  return <label className="dfield"><input type="checkbox" name={name} value="yes" defaultChecked={known} /> {label}</label>;
}
