import { publicReports } from '#app/domain/public/annual-report/read.ts';
import { annualReportWords } from '#app/i18n/annual-report.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { shortTime } from '#app/platform/dates.ts';
import { show } from '#app/platform/http.ts';
import { Breadcrumb } from '#app/ui/light/breadcrumb.tsx';
import { Empty } from '#app/ui/light/empty.tsx';
import { PageHead } from '#app/ui/light/section.tsx';
import { DataTable } from '#app/ui/light/table.tsx';
import { PageTitle } from '../page-title.tsx';
import type { Route } from './+types/reports.ts';

export function loader({ context }: Route.LoaderArgs) {
  return show(async () => ({ rows: (await publicReports(context.get(ctxKey))).map(({ id, content, year, asOf, number }) => ({ id, year, asOf, number, place: content!.place })) }));
}

/** 公开的年度报告. */
export default function AnnualReports({ loaderData: { rows } }: Route.ComponentProps) {
  const words = useWords(annualReportWords);
  const locale = useLocale();
  const place = (one: { zh: string; en: string }) => (locale === 'en' ? one.en : one.zh);
  return (
    <div className="wrap body">
      <PageTitle title={words.title} about={words.lead} />
      <Breadcrumb label={words.crumb} links={[{ href: '/', label: words.home }]} here={words.title} />
      <PageHead title={words.title} lead={words.lead} />
      {rows.length === 0 ? <Empty drawing="book" text={words.none} /> : (
        <DataTable
          caption={words.title} rows={rows} keyOf={(row) => row.id}
          columns={[
            { head: words.columns.report, isName: true, cell: (row) => <a href={`/annual-reports/${row.id}`}>{words.of(place(row.place), row.year)}</a> },
            { head: words.columns.by, cell: (row) => words.number(row.number) },
            { head: words.columns.asOf, cell: (row) => shortTime(row.asOf, locale) },
          ]}
        />
      )}
    </div>
  );
}
