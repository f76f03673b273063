import type { WholeReport } from '#app/domain/pilot/progress-reports/read.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { reportWords } from '#app/i18n/reports.ts';
import { beijingTime } from '#app/platform/dates.ts';
import { said } from '#app/routes/apply/form/words-of.ts';
import { Facts } from '#app/ui/light/section.tsx';

/** 交来的报告, to be read: every answer with where it came from. */
export function HandedInReport({ report }: { report: WholeReport }) {
  const words = useWords(reportWords);
  const locale = useLocale();
  return (
    <section className="card">
      <h2>{words.answers}</h2>
      <Facts
        facts={report.questions.map(({ label, value, options, prefilled, isKept }) => ({
          term: said(label, locale),
          text: (
            <>
              <span style={{ whiteSpace: 'pre-line' }}>{said(options.find(({ zh }) => zh === value) ?? { zh: value, en: value }, locale) || '—'}</span>
              {prefilled ? <small className="muted"><br />{isKept ? words.from(prefilled) : words.changedFrom(words.from(prefilled))}</small> : null}
            </>
          ),
        }))}
      />
    </section>
  );
}

/** 提交与退回: each round with its receipt, and what was to be put right. */
export function Rounds({ report }: { report: WholeReport }) {
  const words = useWords(reportWords);
  const locale = useLocale();
  if (report.rounds.length === 0) return null;
  return (
    <section className="card">
      <h2>{words.history}</h2>
      {report.rounds.map((round) => (
        <div key={round.round} className="receipt">
          <h3>{words.round(round.round)}{round.wasLate ? <small> · {words.wasLate}</small> : null}</h3>
          <p>{words.by(round.submittedByName, beijingTime(round.submittedAt).slice(0, 16))}</p>
          <Facts facts={[{ term: words.receipt, text: <b>{round.receiptCode}</b> }, { term: words.hash, text: <code style={{ overflowWrap: 'anywhere' }}>{round.hash}</code> }]} />
          {round.remarks.length > 0 ? <ul>{round.remarks.map(({ label, reason }, at) => <li key={at}>{label ? said(label, locale) : ''}{locale === 'en' ? ': ' : '：'}{reason}</li>)}</ul> : null}
        </div>
      ))}
      <p className="small muted"><a href="/verify">{words.verify}</a></p>
    </section>
  );
}
