import type { publicEvaluations } from '#app/domain/pilot/evaluation/read.ts';
import type { publicReports } from '#app/domain/pilot/progress-reports/read.ts';
import { evaluationWords } from '#app/i18n/evaluation.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { reportWords } from '#app/i18n/reports.ts';
import { beijingDay, shortDay } from '#app/platform/dates.ts';
import { Section } from '#app/ui/light/section.tsx';
import { Lines } from './evaluation-view.tsx';

type Shown = { code: string; evaluations: Awaited<ReturnType<typeof publicEvaluations>>; reports: Awaited<ReturnType<typeof publicReports>> };

/** 评估与进展 on the public page of a community: what was concluded, and of the reports what may be public. */
export function CommunityEvaluations({ code, evaluations, reports }: Shown) {
  const words = useWords(evaluationWords);
  const report = useWords(reportWords);
  const locale = useLocale();
  return (
    <>
      {evaluations.length > 0 ? (
        <Section title={words.public.title} lead={words.public.lead}>
          <ul className="linklist">
            {evaluations.map((row) => (
              <li key={row.id}>
                <a href={`/communities/${code}/evaluations/${row.id}`}>{[words.kinds[row.kind], row.subject, row.year].filter(Boolean).join(' · ')}</a>
                <small>{[row.score === null ? '' : `${words.score} ${row.score.toFixed(1)}`, row.concludedAt ? shortDay(beijingDay(row.concludedAt), locale) : ''].filter(Boolean).join(' · ')}</small>
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
      {reports.length > 0 ? (
        <Section title={report.publicTitle} lead={report.publicLead}>
          {reports.map((row, at) => (
            <details key={row.id} open={at === 0}>
              <summary>{report.span(shortDay(row.fromOn, locale), shortDay(row.untilOn, locale))}</summary>
              <Lines lines={row.answers.map(({ label, value }) => [locale === 'en' ? label.en : label.zh, value] as const)} />
            </details>
          ))}
        </Section>
      ) : null}
    </>
  );
}
