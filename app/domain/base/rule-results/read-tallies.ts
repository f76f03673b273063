import { sql } from 'drizzle-orm';
import { getEdition } from '#app/domain/base/standard/read.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import type { Stream } from './model.ts';
import { countedIn, type Place, placesOf, type TallyKind } from './tally.ts';
import { type Figure, openBook, type RegionScores, type ResultSet } from './tally-book.ts';

/** 数据版本: how many changes the figures have in them, and when the last of them was made. The same number is the same data. */
export type Version = { changes: number; at: Date | null };
export type Tallied = { figures: Figure[]; scores: RegionScores[]; version: Version };

/**
 * Regions of at most six digits, '*' for the nation; a kind brings all its items. Without a year or an edition, all there are.
 * `closely`: regions of which more kinds are wanted. `history`: a region of which the whole standard is wanted for all years, streams and editions.
 */
export type Asked = {
  regions: readonly string[]; kinds: readonly TallyKind[]; stream?: Stream | undefined; year?: number | undefined; editionId?: string | undefined;
  closely?: { regions: readonly string[]; kinds: readonly TallyKind[] } | undefined; history?: string | undefined;
};

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
  const { wanted, kindsOf, isOfSet } = wishOf(asked);
  const book = openBook();
  const places = await placesIn(ctx, rows.flatMap(({ what, editionId, item }) => (what === 'change' ? [{ editionId, hash: item }] : [])));
  let version: Version = { changes: 0, at: null };
  for (const row of rows) {
    const { what, region, year, stream, editionId } = row;
    const set = { year, stream, editionId };
    const [a, b, c, d] = [Number(row.a), Number(row.b), Number(row.c), Number(row.d)];
    if (what === 'figure') book.addFigure(set, region, row.kind, row.item, { met: a, partly: b, notMet: c, notApplicable: d });
    else if (what === 'score') book.addBand(set, region, { band: Number(row.item), communities: a, hundredths: b, allMusts: c });
    else if (what === 'version') version = versionOf({ changes: row.a, at: row.before });
    else {
      const regions = countedIn(region).filter((each) => wanted.has(each) && (isOfSet(set) || each === asked.history));
      const kinds = (each: string) => (isOfSet(set) ? kindsOf(each) : ['all' as const]);
      for (const each of regions) {
        if (row.before !== null) book.addSheet(set, each, kinds(each), row.before, places.get(editionId)!, -1);
        if (row.after !== null) book.addSheet(set, each, kinds(each), row.after, places.get(editionId)!, 1);
      }
    }
  }
  return { ...book.close(), version };
}

/** What is published never changes: the order of its letters is made once in a process. */
const known = new Map<string, Place[]>();

/** The rules of these editions in the order of their letters. */
export async function placesIn(ctx: Ctx, editions: readonly { editionId: string; hash: string }[]): Promise<Map<string, Place[]>> {
  const places = new Map<string, Place[]>();
  for (const { editionId, hash } of editions) {
    if (places.has(editionId)) continue;
    const held = known.get(hash) ?? placesOf(await getEdition(ctx, editionId));
    known.set(hash, held);
    places.set(editionId, held);
  }
  return places;
}

/** What was asked, as the sheets that wait are held against it. */
function wishOf({ regions, kinds, closely, history, year, stream, editionId }: Asked) {
  const close = new Set(closely?.regions);
  return {
    wanted: new Set([...regions, ...close, ...(history ? [history] : [])]),
    kindsOf: (region: string): readonly TallyKind[] => (close.has(region) ? closely!.kinds : regions.includes(region) ? kinds : ['all']),
    isOfSet: (set: ResultSet) => (year ?? set.year) === set.year && (stream ?? set.stream) === set.stream && (editionId ?? set.editionId) === set.editionId,
  };
}

async function ask({ db }: Ctx, asked: Asked): Promise<Row[]> {
  const { stream, year, editionId, history } = asked;
  const { wanted, kindsOf } = wishOf(asked);
  const pairs = [...wanted].flatMap((region) => kindsOf(region).map((kind) => ({ region, kind })));
  const ofSet = sql.join([
    sql`true`, ...(year === undefined ? [] : [sql`year = ${year}`]), ...(stream ? [sql`stream = ${stream}`] : []), ...(editionId ? [sql`edition_id = ${editionId}`] : []),
  ], sql` and `);
  const orHistory = history ? sql`or region_code = ${history}` : sql``;
  const { rows } = await db.execute<Row>(sql`
    select 'figure' as what, region_code as region, kind, item_id as item, year, stream, edition_id as "editionId",
           met::text as a, partly::text as b, not_met::text as c, not_applicable::text as d, null as before, null as after
    from unnest(${sql.param(pairs.map(({ region }) => region))}::text[], ${sql.param(pairs.map(({ kind }) => kind))}::text[]) as wish (region, wanted_kind)
    join tallies on region_code = region and kind = wanted_kind and (${ofSet} ${history ? sql`or (region_code = ${history} and kind = 'all')` : sql``})
    union all
    select 'score', region_code, '', band::text, year, stream, edition_id, communities::text, hundredths::text, all_musts::text, '0', null, null
    from score_tallies where region_code = any(${sql.param([...wanted])}::text[]) and (${ofSet} ${orHistory})
    union all
    select 'change', region_code, '', (select hash from editions where id = edition_id), year, stream, edition_id, '0', '0', '0', '0', before, after from result_changes where ${history ? sql`true` : ofSet}
    union all
    select 'version', '', '', '', 0, '', '', changes, '0', '0', '0', at, null from (${versionNow}) now`);
  return rows;
}
