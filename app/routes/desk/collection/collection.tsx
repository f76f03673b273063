import { Link } from 'react-router';
import { z } from 'zod';
import { listRounds, mayOpenRounds } from '#app/domain/city/collection/rounds.ts';
import { mySheets, sheetsToCheck } from '#app/domain/city/collection/waiting.ts';
import { listDepartments } from '#app/domain/city/indicators/read.ts';
import { collectionWords } from '#app/i18n/collection.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { beijingDay } from '#app/platform/dates.ts';
import { show } from '#app/platform/http.ts';
import { cursorInput, query } from '#app/platform/query.ts';
import { ButtonLink } from '#app/ui/desk/button-link.tsx';
import { KeysetTable } from '#app/ui/desk/keyset-table.tsx';
import { PageHead } from '#app/ui/desk/page-head.tsx';
import { StatusTag } from '#app/ui/desk/status-tag.tsx';
import '#app/ui/desk/collection.css';
import { periodWords } from './sentences.ts';
import { SheetList } from './sheet-list.tsx';
import type { Route } from './+types/collection.ts';

const Asked = z.object(cursorInput);

export function loader({ context, request }: Route.LoaderArgs) {
  const ctx = context.get(ctxKey);
  return show(async () => ({ page: await listRounds(ctx, query(request, Asked)), mine: await mySheets(ctx), toCheck: await sheetsToCheck(ctx), departments: await listDepartments(ctx), mayOpen: mayOpenRounds(ctx), today: beijingDay(ctx.now) }));
}

/** 指标填报: what I have to fill in, what I have to check, and every round that concerns me. */
export default function Collection({ loaderData: { page, mine, toCheck, departments, mayOpen, today } }: Route.ComponentProps) {
  const words = useWords(collectionWords);
  const locale = useLocale();
  const en = locale === 'en';
  const start = mayOpen && <ButtonLink to="/desk/collection/new" type="primary">{words.start}</ButtonLink>;
  return (
    <>
      <PageHead title={words.title} lead={words.lead} actions={start} />
      <SheetList title={words.mine.title} rows={mine} departments={departments} today={today} />
      <SheetList title={words.toCheck} rows={toCheck} departments={departments} today={today} />
      <h2 className="rounds-title">{words.rounds.title}</h2>
      <KeysetTable
        page={page} empty={{ text: mayOpen ? words.rounds.none : words.rounds.noneHere, ...(start ? { action: start } : {}) }}
        columns={[
          { name: 'name', title: words.rounds.columns.name, place: 'main', show: (row) => <Link to={`/desk/collection/${row.id}`}>{en ? row.en : row.zh}</Link> },
          { name: 'place', title: words.rounds.columns.place, show: (row) => row.place || words.nation },
          { name: 'period', title: words.rounds.columns.period, show: (row) => periodWords(row.period, locale) },
          { name: 'done', title: words.rounds.columns.done, show: (row) => words.rounds.of(row.handedIn, row.sheets) },
          { name: 'accepted', title: words.rounds.columns.accepted, show: (row) => row.accepted },
          { name: 'late', title: words.rounds.columns.late, show: (row) => (row.late > 0 ? <StatusTag tone="bad">{row.late}</StatusTag> : '—') },
          { name: 'state', title: words.rounds.columns.state, place: 'state', show: (row) => <StatusTag tone={row.state === 'open' ? 'now' : 'rest'}>{words.roundStates[row.state]}</StatusTag> },
        ]}
      />
    </>
  );
}
