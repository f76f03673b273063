import { z } from 'zod';
import { isRegionCode } from '#app/domain/base/regions/model.ts';
import { regionPath } from '#app/domain/base/regions/read.ts';
import { itemsAcross, waitingByCommunity } from '#app/domain/children/moderation/across.ts';
import { itemKinds, queueShows } from '#app/domain/children/moderation/model.ts';
import { deskWords } from '#app/i18n/desk.ts';
import { moderationWords } from '#app/i18n/moderation.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { beijingDay, daysBetween, shortDay } from '#app/platform/dates.ts';
import { show } from '#app/platform/http.ts';
import { query } from '#app/platform/query.ts';
import { KeysetTable, PickBox } from '#app/ui/desk/keyset-table.tsx';
import { PageHead } from '#app/ui/desk/page-head.tsx';
import { RegionFilter } from '#app/ui/desk/region-filter.tsx';
import { StatusTag } from '#app/ui/desk/status-tag.tsx';
import type { Route } from './+types/moderation.ts';

const Asked = z.object({ region: z.string().refine(isRegionCode).optional(), kind: z.enum(itemKinds).optional(), show: z.enum(queueShows).optional(), after: z.string().optional(), before: z.string().optional() });

export function loader({ context, request }: Route.LoaderArgs) {
  const ctx = context.get(ctxKey);
  const asked = query(request, Asked);
  return show(async () => ({
    asked, communities: await waitingByCommunity(ctx, asked), items: await itemsAcross(ctx, asked), path: asked.region ? await regionPath(ctx, asked.region) : [], today: beijingDay(ctx.now),
  }));
}

/** 各地的内容审核: what waits where and for how long; an item is opened and decided on its own page, under the same rules as in its community. */
export default function DeskModeration({ loaderData: { asked, communities, items, path, today } }: Route.ComponentProps) {
  const words = useWords(moderationWords);
  const { across } = words;
  const home = useWords(deskWords);
  const locale = useLocale();
  const address = (one: Record<string, string | undefined>) => `/desk/moderation?${new URLSearchParams(Object.entries({ region: asked.region, kind: asked.kind, show: asked.show, ...one }).filter((part): part is [string, string] => Boolean(part[1])))}`;
  const since = (at: Date | null) => (at ? across.days(daysBetween(beijingDay(new Date(at)), today)) : '—');
  const placeOf = ({ place }: { place: string }) => place || home.nation;
  return (
    <>
      <PageHead title={across.title} lead={across.lead} />
      <KeysetTable
        page={{ rows: communities.map((row) => ({ ...row, id: row.regionCode })) }}
        empty={{ text: words.empty }}
        filters={
          <>
            {asked.show ? <input type="hidden" name="show" value={asked.show} /> : null}
            <div className="fil-item">{home.region}<RegionFilter path={path} /></div>
            <PickBox name="kind" label={words.columns.kind} value={asked.kind} options={itemKinds.map((kind) => ({ value: kind, label: words.kinds[kind] }))} />
          </>
        }
        columns={[
          { name: 'place', title: across.place, place: 'main', show: (row) => <a href={`/work/${row.regionCode}/children/moderation`}><b>{placeOf(row)}</b></a> },
          { name: 'many', title: across.many, show: (row) => <a className="num" href={address({ region: row.regionCode === '*' ? undefined : row.regionCode })}>{row.many}</a> },
          { name: 'since', title: across.since, show: (row) => <span className="num">{since(row.since)}</span> },
          { name: 'second', title: words.states.second, show: (row) => <span className="num">{row.second}</span> },
          { name: 'held', title: words.states.held, show: (row) => <span className="num">{row.held}</span> },
          { name: 'late', title: across.state, place: 'state', show: (row) => row.urgent > 0 ? <StatusTag tone="bad">{across.urgent(row.urgent)}</StatusTag> : row.late > 0 ? <StatusTag tone="bad">{across.late(row.late)}</StatusTag> : <StatusTag tone="now">{across.inTime}</StatusTag> },
        ]}
      />
      <KeysetTable
        page={items}
        empty={{ text: across.none }}
        tabs={[{ label: across.all, to: address({ show: undefined }), isHere: !asked.show }, ...queueShows.map((one) => ({ label: across.shows[one], to: address({ show: one }), isHere: asked.show === one }))]}
        columns={[
          { name: 'what', title: words.columns.kind, place: 'main', show: (row) => <a href={`/work/${row.regionCode}/children/moderation/${row.id}`}><b>{words.kinds[row.kind]}</b><small> {across.open}</small></a> },
          { name: 'place', title: across.place, place: 'wide', show: placeOf },
          { name: 'found', title: words.columns.found, show: (row) => (row.severity ? words.severities[row.severity] : '—') },
          { name: 'two', title: across.readers, show: (row) => (row.isOwnFirst ? across.another : row.needsTwo ? across.two : across.one) },
          { name: 'since', title: across.waited, show: (row) => <span className="num">{since(row.receivedAt)}</span> },
          { name: 'due', title: words.columns.due, show: (row) => <span className="num">{shortDay(row.dueOn, locale)}</span> },
          { name: 'state', title: words.columns.state, place: 'state', show: (row) => <StatusTag tone={row.isLate || row.severity === 'urgent' ? 'bad' : row.state === 'held' ? 'rest' : 'now'}>{row.isLate ? words.late : words.states[row.state]}</StatusTag> },
        ]}
      />
    </>
  );
}
