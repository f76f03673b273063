import { z } from 'zod';
import { isDay } from '#app/domain/base/calendar/model.ts';
import { listRoots } from '#app/domain/base/records/roots.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { rootsWords } from '#app/i18n/roots.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { longDay } from '#app/platform/dates.ts';
import { show } from '#app/platform/http.ts';
import { query } from '#app/platform/query.ts';
import { Callout } from '#app/ui/light/section.tsx';
import { DataTable } from '#app/ui/light/table.tsx';
import { Statement } from '../statement.tsx';
import { Hash } from './hash.tsx';
import type { Route } from './+types/roots.ts';

const Asked = z.object({ before: z.string().refine(isDay).optional() });

export function loader({ context, request }: Route.LoaderArgs) {
  const { before } = query(request, Asked);
  return show(async () => ({ before, ...(await listRoots(context.get(ctxKey), before)) }));
}

/** 每日总封 for everybody. */
export default function RootsPage({ loaderData: { rows, older, before } }: Route.ComponentProps) {
  const words = useWords(rootsWords);
  const locale = useLocale();
  const [latest] = rows;
  return (
    <Statement words={words}>
      {latest && !before ? (
        <Callout kind="ok">
          <p>{words.latest(longDay(latest.day, locale))}</p>
          <Hash value={latest.root} />
          <p className="small muted">{words.yesterday}</p>
          {latest.previous ? <Hash value={latest.previous} /> : <p>{words.first}</p>}
        </Callout>
      ) : null}
      <DataTable
        caption={words.caption}
        rows={rows}
        none={words.none}
        keyOf={(row) => row.day}
        columns={[
          { head: words.columns.day, isName: true, cell: (row) => <a href={`/records/roots/${row.day}`}>{row.day}</a> },
          { head: words.columns.root, cell: (row) => <Hash value={row.root} /> },
          { head: words.columns.records, right: true, cell: (row) => row.records },
          { head: words.columns.counties, right: true, cell: (row) => row.counties },
        ]}
      />
      <p className="row">
        <a href="/records/roots.json">{words.all}</a>
        {before ? <a href="/records/roots">{words.newest}</a> : null}
        {older ? <a href={`/records/roots?before=${older}`}>{words.older}</a> : null}
      </p>
    </Statement>
  );
}
