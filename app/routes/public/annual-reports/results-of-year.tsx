import { inLanguage, type Words } from '#app/domain/base/standard/model.ts';
import type { StreamResults } from '#app/domain/public/annual-report/model.ts';
import { annualReportWords } from '#app/i18n/annual-report.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { DataTable } from '#app/ui/light/table.tsx';

type Named = Words & { id: string };
type Props = { results: StreamResults; names: { sections: readonly Named[]; rules: readonly Named[] } };

const wide = 240;

/** 一年的结果 of one stream: the sections as bars from nought, then the must-rules that were missed most often. */
export function ResultsOfYear({ results: { stream, communities, mean, before, sections, missed }, names }: Props) {
  const words = useWords(annualReportWords);
  const locale = useLocale();
  const number = (value: number | null) => (value === null ? '—' : value.toFixed(1));
  const named = (list: readonly Named[], id: string) => {
    const found = list.find((one) => one.id === id);
    return `${id} ${found ? inLanguage(found, locale) : ''}`;
  };
  return (
    <div className="card year-results">
      <h3>{words.streams[stream]}</h3>
      <p>{words.communities(communities)} · {words.mean(number(mean))}{before === null ? null : <> · <span className="muted">{words.before(number(before))}</span></>}</p>
      <DataTable
        caption={words.sections} rows={sections} keyOf={(row) => row.id}
        columns={[
          { head: words.section, isName: true, cell: (row) => named(names.sections, row.id) },
          {
            head: words.score,
            cell: (row) => (
              <span className="barcell">
                <svg viewBox={`0 0 ${wide} 14`} aria-hidden="true"><rect className="track" width={wide} height="14" rx="4" />{row.mean === null ? null : <rect className="is" width={(row.mean / 100) * wide} height="14" rx="4" />}</svg>
                <span className="num">{number(row.mean)}</span>
              </span>
            ),
          },
        ]}
      />
      <DataTable
        caption={words.missed} showCaption none={words.noneMissed} rows={missed} keyOf={(row) => row.ruleId}
        columns={[
          { head: words.rule, isName: true, cell: (row) => <a href={`/standard/${row.ruleId}`}>{named(names.rules, row.ruleId)}</a> },
          { head: words.many, right: true, cell: (row) => row.communities.toLocaleString('en') },
          { head: words.share, right: true, cell: (row) => `${row.share.toFixed(1)}%` },
        ]}
      />
    </div>
  );
}
