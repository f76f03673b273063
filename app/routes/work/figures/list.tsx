import { z } from 'zod';
import { workPlace } from '#app/domain/base/communities/work-place.ts';
import { isLate } from '#app/domain/city/collection/model.ts';
import { sheetsOf } from '#app/domain/city/collection/sheets-of.ts';
import { collectionWords } from '#app/i18n/collection.ts';
import { deskWords } from '#app/i18n/desk.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { beijingDay, shortDay } from '#app/platform/dates.ts';
import { show } from '#app/platform/http.ts';
import { cursorInput, query } from '#app/platform/query.ts';
import { signedIn } from '#app/routes/account/signed-in.ts';
import { periodWords } from '#app/routes/desk/collection/sentences.ts';
import { PageTitle } from '#app/routes/public/page-title.tsx';
import { Empty } from '#app/ui/light/empty.tsx';
import { Pager } from '#app/ui/light/pager.tsx';
import { Section } from '#app/ui/light/section.tsx';
import { Status } from '#app/ui/light/status.tsx';
import { DataTable } from '#app/ui/light/table.tsx';
import { dueOf } from '../told.ts';
import { WorkHead } from '../work-head.tsx';
import { squareOf } from './square.ts';
import type { Route } from './+types/list.ts';

export function loader({ params, request, context }: Route.LoaderArgs) {
  return show(async () => {
    const ctx = signedIn(context.get(ctxKey), request);
    const place = await workPlace(ctx, params.code);
    return { place, page: await sheetsOf(ctx, place.code, query(request, z.object(cursorInput))), due: await dueOf(ctx, [place.code]), today: beijingDay(ctx.now) };
  });
}

/** 社区要填的数. */
export default function FiguresAtWork({ loaderData: { place, page, due, today } }: Route.ComponentProps) {
  const words = useWords(collectionWords);
  const desk = useWords(deskWords);
  const locale = useLocale();
  return (
    <>
      <PageTitle title={`${words.title} · ${place.name}`} />
      <WorkHead place={place} here="figures" due={due} lead={words.workLead} />
      <Section title={words.title} hideTitle tight>
        {page.rows.length === 0 ? <Empty text={words.mine.none} /> : (
          <DataTable
            caption={words.title} rows={page.rows} keyOf={({ id }) => id}
            columns={[
              { head: words.rounds.columns.name, isName: true, cell: (row) => <a href={`/work/${place.code}/figures/${row.id}`}>{locale === 'en' ? row.en : row.zh}</a> },
              { head: words.rounds.columns.period, cell: (row) => periodWords(row.period, locale) },
              { head: words.deadline, cell: (row) => shortDay(row.dueOn, locale) },
              { head: words.sheets.columns.reported, cell: (row) => (row.reportedAt ? `${shortDay(beijingDay(row.reportedAt), locale)}${row.isLate ? ` · ${words.handedInLate}` : ''}` : words.sheets.notYet) },
              { head: words.rounds.columns.state, cell: (row) => <Status state={squareOf(row, today)}>{isLate(row, today) ? words.late : words.states[row.state]}</Status> },
            ]}
          />
        )}
        <Pager prev={page.previous && `/work/${place.code}/figures?before=${page.previous}`} next={page.next && `/work/${place.code}/figures?after=${page.next}`} words={{ label: words.title, prev: desk.previous, next: desk.next }} />
      </Section>
    </>
  );
}
