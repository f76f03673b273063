import { getRoot } from '#app/domain/base/records/roots.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { rootsWords } from '#app/i18n/roots.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { addDays, beijingTime, longDay } from '#app/platform/dates.ts';
import { show } from '#app/platform/http.ts';
import { Facts } from '#app/ui/light/section.tsx';
import { DataTable } from '#app/ui/light/table.tsx';
import { Statement } from '../statement.tsx';
import { Hash } from './hash.tsx';
import type { Route } from './+types/root.ts';

export function loader({ context, params }: Route.LoaderArgs) {
  return show(() => getRoot(context.get(ctxKey), params.day));
}

/** 一日总封 with the chains it stands for. */
export default function RootPage({ loaderData: root }: Route.ComponentProps) {
  const words = useWords(rootsWords);
  const locale = useLocale();
  const before = addDays(root.day, -1);
  return (
    <Statement words={{ title: words.dayTitle(longDay(root.day, locale)), lead: words.dayLead, parts: words.parts.slice(2) }}>
      <div className="card" style={{ marginBottom: 24 }}>
        <Facts
          facts={[
            { term: words.columns.root, text: <Hash value={root.root} /> },
            { term: words.yesterday, text: root.previous ? <a href={`/records/roots/${before}`}><Hash value={root.previous} /></a> : words.first },
            { term: words.columns.records, text: root.records },
            { term: words.published, text: `${beijingTime(root.publishedAt)}${words.beijing}` },
          ]}
        />
      </div>
      <DataTable
        caption={words.chains}
        showCaption
        rows={root.days}
        keyOf={(row) => String(row.countyCode)}
        columns={[
          { head: words.county, isName: true, cell: (row) => (row.countyCode === 0 ? words.nation : row.countyCode) },
          { head: words.positions, cell: (row) => words.range(row.first, row.last) },
          { head: words.head, cell: (row) => <Hash value={row.head} /> },
        ]}
      />
      <p className="row">
        <a href={`/records/roots/${root.day}/list.json`}>{words.json}</a>
        <a href="/records/roots">{words.back}</a>
      </p>
    </Statement>
  );
}
