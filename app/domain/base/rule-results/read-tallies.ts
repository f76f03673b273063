import { sql } from 'drizzle-orm';
import { getEdition } from '#app/domain/base/standard/read.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import type { Stream } from './model.ts';
import { countedIn, type Place, placesOf, type TallyKind } from './tally.ts';
import { type Figure, openBook, type RegionScores, type ResultSet } from './tally-book.ts';

/** 数据版本: how many changes the figures have in them, and when the last of them was made. The same number is the same data. */
export type Version = { changes: number; at: Date | null };
export type Tallied = { figures: Figure[]; scores: RegionScores[]; version: Version };

/** Regions of at most six digits, '*' for the nation; a kind brings all its items. Without a year or an edition, all there are. */
export type Asked = { regions: readonly string[]; kinds: readonly TallyKind[]; stream?: Stream | undefined; year?: number | undefined; editionId?: string | undefined };

/** Two lines that every reading has: what is folded, with what waits. */
export const versionNow = sql`
  select (coalesce((select changes from tally_state), 0) + (select count(*) from result_changes))::text as changes,
         to_json(greatest((select last_at from tally_state), (select max(at) from result_changes)))#>>'{}' as at`;
export const versionOf = (row: { changes: string; at: string | null }): Version => ({ changes: Number(row.changes), at: row.at ? new Date(row.at) : null });

type Row = ResultSet & {
  what: 'figure' | 'score' | 'change' | 'version';
  region: string; kind: TallyKind; item: string; a: string; b: string; c: string; d: string; before: string | null; after: string | null;
};

/** 读汇总: the tallies and the changes that wait, asked in one statement, so that both are of one moment, and added up here. */
export async function readTallies(ctx: Ctx, asked: Asked): Promise<Tallied> {
  const rows = await ask(ctx, asked);
  const book = openBook(asked.kinds);
  const wanted = new Set(asked.regions);
  const places = await placesIn(ctx, rows.flatMap(({ what, editionId }) => (what === 'change' ? [editionId] : [])));
  let version: Version = { changes: 0, at: null };
  for (const row of rows) {
    const { what, region, year, stream, editionId } = row;
    const set = { year, stream, editionId };
    const [a, b, c, d] = [Number(row.a), Number(row.b), Number(row.c), Number(row.d)];
    if (what === 'figure') book.addFigure(set, region, row.kind, row.item, { met: a, partly: b, notMet: c, notApplicable: d });
    else if (what === 'score') book.addBand(set, region, { band: Number(row.item), communities: a, hundredths: b, allMusts: c });
    else if (what === 'version') version = versionOf({ changes: row.a, at: row.before });
    else {
      const regions = countedIn(region).filter((each) => wanted.has(each));
      if (regions.length === 0) continue;
      if (row.before !== null) book.addSheet(set, regions, row.before, places.get(editionId)!, -1);
      if (row.after !== null) book.addSheet(set, regions, row.after, places.get(editionId)!, 1);
    }
  }
  return { ...book.close(), version };
}

/** The rules of these editions in the order of their letters. */
export async function placesIn(ctx: Ctx, editionIds: readonly string[]): Promise<Map<string, Place[]>> {
  const places = new Map<string, Place[]>();
  for (const id of new Set(editionIds)) places.set(id, placesOf(await getEdition(ctx, id)));
  return places;
}

async function ask({ db }: Ctx, { regions, kinds, stream, year, editionId }: Asked): Promise<Row[]> {
  const set = sql.join([
    sql`true`, ...(year === undefined ? [] : [sql`year = ${year}`]), ...(stream ? [sql`stream = ${stream}`] : []), ...(editionId ? [sql`edition_id = ${editionId}`] : []),
  ], sql` and `);
  const { rows } = await db.execute<Row>(sql`
    select 'figure' as what, region_code as region, kind, item_id as item, year, stream, edition_id as "editionId",
           met::text as a, partly::text as b, not_met::text as c, not_applicable::text as d, null as before, null as after
    from tallies where region_code = any(${sql.param(regions)}::text[]) and kind = any(${sql.param(kinds)}::text[]) and ${set}
    union all
    select 'score', region_code, '', band::text, year, stream, edition_id, communities::text, hundredths::text, all_musts::text, '0', null, null
    from score_tallies where region_code = any(${sql.param(regions)}::text[]) and ${set}
    union all
    select 'change', region_code, '', '', year, stream, edition_id, '0', '0', '0', '0', before, after from result_changes where ${set}
    union all
    select 'version', '', '', '', 0, '', '', changes, '0', '0', '0', at, null from (${versionNow}) now`);
  return rows;
}
