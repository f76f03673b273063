import { objectionStatistics } from '#app/domain/pilot/objections/statistics.ts';
import { noticesWords } from '#app/i18n/notices.ts';
import { objectionsWords } from '#app/i18n/objections.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { siteWords } from '#app/i18n/site.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { show } from '#app/platform/http.ts';
import { Breadcrumb } from '#app/ui/light/breadcrumb.tsx';
import { PageHead } from '#app/ui/light/section.tsx';
import { DataTable } from '#app/ui/light/table.tsx';
import { PageTitle } from '../page-title.tsx';
import type { Route } from './+types/statistics.ts';

export function loader({ context }: Route.LoaderArgs) {
  return show(async () => ({ rows: await objectionStatistics(context.get(ctxKey)) }));
}

/** 异议统计 for everybody. */
export default function ObjectionStatisticsPage({ loaderData: { rows } }: Route.ComponentProps) {
  const { statistics: words } = useWords(objectionsWords);
  const { title: notices } = useWords(noticesWords);
  const site = useWords(siteWords);
  const locale = useLocale();
  const { columns } = words;
  return (
    <div className="wrap body">
      <PageTitle title={words.title} about={words.lead} />
      <Breadcrumb label={site.crumb} links={[{ href: '/', label: site.nav.home }, { href: '/notices', label: notices }]} here={words.title} />
      <PageHead title={words.title} lead={words.lead} />
      <DataTable
        caption={words.caption}
        rows={rows}
        none={words.none}
        keyOf={(row) => row.id}
        columns={[
          { head: columns.call, isName: true, cell: (row) => <a href={`/apply/calls/${row.id}`}>{(locale === 'en' && row.titleEn) || row.title}</a> },
          { head: columns.all, right: true, cell: (row) => row.all },
          { head: columns.open, right: true, cell: (row) => row.open },
          { head: columns.upheld, right: true, cell: (row) => row.upheld },
          { head: columns.dismissed, right: true, cell: (row) => row.dismissed },
          { head: columns.withdrawn, right: true, cell: (row) => row.withdrawn },
          { head: columns.linked, right: true, cell: (row) => row.linked },
          { head: columns.days, right: true, cell: (row) => row.days ?? '—' },
          { head: columns.late, right: true, cell: (row) => row.late },
          { head: columns.manner, right: true, cell: (row) => (row.manner ? `${row.manner.anonymous}／${row.manner.named}` : words.hidden) },
          { head: columns.appeals, right: true, cell: (row) => `${row.appeals} (${row.appealsUpheld})` },
        ]}
      />
      {words.parts.map((part) => (
        <section key={part.title} className="prose statement">
          <h2>{part.title}</h2>
          <ul>{part.lines.map((line) => <li key={line}>{line}</li>)}</ul>
        </section>
      ))}
    </div>
  );
}
