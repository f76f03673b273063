import { data, redirect } from 'react-router';
import { workPlace } from '#app/domain/base/communities/work-place.ts';
import { handInReport } from '#app/domain/pilot/progress-reports/hand-in.ts';
import { SaveReportInput } from '#app/domain/pilot/progress-reports/input.ts';
import { getReport } from '#app/domain/pilot/progress-reports/read.ts';
import { refreshReport } from '#app/domain/pilot/progress-reports/refresh.ts';
import { saveReportAnswers } from '#app/domain/pilot/progress-reports/save-answers.ts';
import autosave from '#app/enhance/autosave.ts?worker&url';
import { applyWords } from '#app/i18n/apply.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { refusalSentence } from '#app/i18n/refusals.ts';
import { reportWords } from '#app/i18n/reports.ts';
import { planTasksOf } from '#app/jobs/report-sources.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { beijingTime, shortDay } from '#app/platform/dates.ts';
import { type Problem, readForm, show } from '#app/platform/http.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { signedIn } from '#app/routes/account/signed-in.ts';
import { givenAnswer } from '#app/routes/apply/form/given-answer.ts';
import { readAnswers } from '#app/routes/apply/form/read-answers.ts';
import { scriptWords } from '#app/routes/apply/form/script-words.ts';
import { standingTitle } from '#app/routes/apply/form/words-of.ts';
import { PageTitle } from '#app/routes/public/page-title.tsx';
import { Button, ButtonLink } from '#app/ui/light/button.tsx';
import { MissingBox } from '#app/ui/light/missing-box.tsx';
import { SaveLine } from '#app/ui/light/save-line.tsx';
import { Callout } from '#app/ui/light/section.tsx';
import { Tag } from '#app/ui/light/tag.tsx';
import { ReportField } from './report-field.tsx';
import { missingLines } from './report-missing.ts';
import { asQuestion } from './report-question.ts';
import { HandedInReport, Rounds } from './report-read-only.tsx';
import { WorkHead } from './work-head.tsx';
import type { Route } from './+types/report.ts';

export function loader({ params, request, context }: Route.LoaderArgs) {
  return show(async () => {
    const ctx = signedIn(context.get(ctxKey), request);
    const place = await workPlace(ctx, params.code);
    const asked = new URL(request.url).searchParams;
    return { place, report: await getReport(ctx, place.code, params.id), who: ctx.actor.id, now: ctx.now, told: (['refreshed', 'saved', 'sent'] as const).find((one) => asked.has(one)) };
  });
}

/** Saves what was written first, then does what the button says. */
export async function action({ params, request, context }: Route.ActionArgs) {
  const ctx = context.get(ctxKey);
  if (ctx.actor.id === '') throw data<Problem>({ refusal: 'sign-in-again' }, 401);
  const form = await readForm(request);
  if (!form) return data<Problem>({ refusal: 'form-unreadable' }, 400);
  const here = `/work/${params.code}/reports/${params.id}`;
  let given = {};
  try {
    const { questions } = await getReport(ctx, params.code, params.id);
    given = { answers: readAnswers(form, questions.map(asQuestion)) };
    const answers = SaveReportInput.safeParse(given);
    if (answers.success) await saveReportAnswers(ctx, params.code, params.id, answers.data);
    const go = form.get('go');
    if (go === 'refresh') await refreshReport(ctx, params.code, params.id, planTasksOf);
    if (go === 'check') await handInReport(ctx, params.code, params.id);
    return redirect(`${here}?${go === 'refresh' ? 'refreshed' : go === 'check' ? 'sent' : 'saved'}`);
  } catch (error) {
    if (error instanceof Refusal) return data<Problem>({ refusal: error.code, given }, error.status);
    throw error;
  }
}

/** 一份进展报告: the form while it is with the community, afterwards what was handed in. */
export default function ReportAtWork({ loaderData, actionData: problem }: Route.ComponentProps) {
  const words = useWords(reportWords);
  const locale = useLocale();
  const { place, report, told } = loaderData;
  const span = words.span(shortDay(report.fromOn, locale), shortDay(report.untilOn, locale));
  return (
    <>
      <PageTitle title={`${words.title} · ${place.name}`} />
      <WorkHead
        place={place}
        here="reports"
        title={span}
        tags={<Tag kind={report.isLate ? 'bad' : report.state === 'accepted' ? 'ok' : 'open'}>{report.isLate ? words.late : words.states[report.state]}</Tag>}
        lead={report.isOpen ? words.openLead(shortDay(report.dueOn, locale), report.prefilledCount, report.questions.length) : undefined}
      />
      <div className="wrap body apply-page">
        {problem?.refusal ? <Callout kind="bad">{refusalSentence(problem.refusal, locale)}</Callout> : null}
        {told && !problem ? <Callout kind="ok">{{ refreshed: words.refreshed, saved: words.saved, sent: words.handedIn }[told]}</Callout> : null}
        {report.note ? <Callout kind="info">{`${words.note}${locale === 'en' ? ': ' : '：'}${report.note}`}</Callout> : null}
        <div className="row no-print">
          {(['pdf', 'docx'] as const).map((format) => <ButtonLink key={format} kind="quiet" small href={`/work/${place.code}/reports/${report.id}/report.${format}`}>{words.download[format]}</ButtonLink>)}
        </div>
        {report.isOpen ? <OpenReport {...loaderData} problem={problem} /> : <HandedInReport report={report} />}
        <Rounds report={report} />
      </div>
    </>
  );
}

function OpenReport({ place, report, who, now, problem }: Route.ComponentProps['loaderData'] & { problem: Problem | undefined }) {
  const words = useWords(reportWords);
  const apply = useWords(applyWords);
  const locale = useLocale();
  const at = `/work/${place.code}/reports/${report.id}`;
  const saved = report.questions.flatMap(({ savedAt, savedByName }) => (savedAt && savedByName ? [beijingTime(savedAt)] : [])).toSorted().at(-1);
  return (
    <form method="post" action={at} noValidate data-autosave={`${at}/save`} data-words={scriptWords(apply)} data-here="report" data-who={who}>
      <button className="vh" name="go" value="save" tabIndex={-1} aria-hidden="true" />
      <div className="withside">
        <div className="card">
          {report.questions.map((asked) => <ReportField key={asked.id} asked={asked} now={now} given={String(givenAnswer(asQuestion(asked), problem?.given) ?? '') || undefined} />)}
        </div>
        <aside className="side" data-side="">
          <MissingBox title={standingTitle(report.lacking, report.state === 'returned', apply)} items={missingLines(report.questions, words, locale)} />
          <p><Button kind="quiet" small name="go" value="refresh">{words.refresh}</Button></p>
          <p className="note">{report.canHandIn ? words.handInNote : words.onlyGovernment}</p>
        </aside>
      </div>
      <SaveLine state="saved" text={saved ? apply.form.savedAt(saved) : words.saved} why={words.why(report.lacking)}>
        <Button kind="quiet" name="go" value="save">{words.save}</Button>
        {report.canHandIn ? <Button name="go" value="check" disabled={report.lacking > 0} aria-describedby="why-not">{words.handIn}</Button> : null}
      </SaveLine>
      <script type="module" src={autosave} />
    </form>
  );
}
