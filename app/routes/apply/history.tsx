import { getForm, historyLines, submissionsOf } from '#app/domain/pilot/applications/read.ts';
import { certificatesOf } from '#app/domain/pilot/certification/read.ts';
import { listLetters } from '#app/domain/pilot/letters/read.ts';
import { isObjectedTo } from '#app/domain/pilot/objections/applicant-acts.ts';
import { countForApplicant } from '#app/domain/pilot/questions/read.ts';
import { marksForApplicant } from '#app/domain/pilot/review/for-applicant.ts';
import { newestExplanation } from '#app/domain/pilot/panels/read-explanation.ts';
import { applyWords } from '#app/i18n/apply.ts';
import { certificationWords } from '#app/i18n/certification.ts';
import { askingWords } from '#app/i18n/asking.ts';
import { objectionsWords } from '#app/i18n/objections.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { panelWords } from '#app/i18n/panels.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { shortTime } from '#app/platform/dates.ts';
import { show } from '#app/platform/http.ts';
import { signedIn } from '#app/routes/account/signed-in.ts';
import { PageTitle } from '#app/routes/public/page-title.tsx';
import { ButtonLink } from '#app/ui/light/button.tsx';
import { Timeline } from '#app/ui/light/timeline.tsx';
import { FormLinks } from './form/form-links.tsx';
import { MarksCard } from './form/marks-card.tsx';
import { LettersCard } from './form/letters-card.tsx';
import { FormHead } from './form/form-head.tsx';
import type { Route } from './+types/history.ts';

export function loader({ params, context, request }: Route.LoaderArgs) {
  return show(async () => {
    const ctx = signedIn(context.get(ctxKey), request);
    const form = await getForm(ctx, params.id);
    const [history, submissions, letters, certificates, explanation, asked, objected, marks] = await Promise.all([
      historyLines(ctx, params.id), submissionsOf(ctx, params.id), listLetters(ctx, params.id), certificatesOf(ctx, params.id),
      newestExplanation(ctx, params.id), countForApplicant(ctx, params.id), isObjectedTo(ctx, params.id), marksForApplicant(ctx, form.application),
    ]);
    return {
      form, history, submissions, letters, asked, marks, today: ctx.now.toISOString(),
      hasCertificate: certificates.length > 0, hasExplanation: explanation !== null, isObjectedTo: objected,
    };
  });
}

export default function HistoryPage({ loaderData: { form, history, submissions, letters, hasCertificate, hasExplanation, asked, isObjectedTo, marks, today } }: Route.ComponentProps) {
  const words = useWords(applyWords);
  const { applicant: asks } = useWords(askingWords);
  const { mine: certificate } = useWords(certificationWords);
  const { title: objected } = useWords(objectionsWords).ours;
  const locale = useLocale();
  const { application } = form;
  const explained = useWords(panelWords).explanation.toPage;
  const hasReceipt = submissions.some((submission) => !submission.withdrawnAt);
  return (
    <div className="wrap apply-page">
      <PageTitle title={`${words.history.title} · ${application.unit}`} />
      <FormHead form={form} today={today} here={words.history.title} />
      <div className="row no-print">
        {form.canFill ? <ButtonLink href={`/apply/${application.id}`}>{words.check.change}</ButtonLink> : null}
        {hasCertificate ? <ButtonLink href={`/apply/${application.id}/certificate`}>{certificate.title}</ButtonLink> : null}
        {hasReceipt ? <ButtonLink kind="quiet" href={`/apply/${application.id}/receipt`}>{words.form.receipt}</ButtonLink> : null}
        {asked > 0 ? <ButtonLink href={`/apply/${application.id}/questions`}>{asks.link(asked)}</ButtonLink> : null}
        {isObjectedTo ? <ButtonLink kind="quiet" href={`/apply/${application.id}/objections`}>{objected}</ButtonLink> : null}
        {hasExplanation ? <ButtonLink kind="quiet" href={`/apply/${application.id}/decision`}>{explained}</ButtonLink> : null}
        <ButtonLink kind="quiet" href={`/apply/${application.id}/print`}>{words.form.preview}</ButtonLink>
        {form.canWithdraw ? <ButtonLink kind="plain" href={`/apply/${application.id}/withdraw`}>{words.form.withdraw}</ButtonLink> : null}
      </div>
      <FormLinks at={`/apply/${application.id}`} kind="filled" />
      <LettersCard letters={letters} applicationId={application.id} />
      <MarksCard shown={marks} />
      <Timeline
        label={words.history.title}
        words={words.history.states}
        moments={history.map((line, index) => ({
          title: words.history.events[line.event] ?? words.history.other,
          when: shortTime(line.at, locale),
          dateTime: new Date(line.at).toISOString(),
          text: words.history.by(line.actorName),
          state: index === 0 ? ('now' as const) : ('done' as const),
        }))}
      />
      {submissions.length > 0 ? (
        <section className="card">
          <h2>{words.history.submissions}</h2>
          <ul>
            {submissions.map((submission) => (
              <li key={submission.round}>
                {words.receipt.roundOf(submission.round)} · {shortTime(submission.at, locale)} · <a href={`/receipts/${submission.code}`}>{submission.code}</a>
                {submission.withdrawnAt ? ` · ${words.history.withdrawn}` : ''}
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </div>
  );
}
