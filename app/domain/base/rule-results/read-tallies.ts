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

/** One row a reading, each list as one text: cheaper to read than a row for each figure. */
type Row = {
  figures: [region: string, kind: TallyKind, item: string, year: number, stream: Stream, editionId: string, met: number, partly: number, notMet: number, notApplicable: number][];
  scores: [region: string, year: number, stream: Stream, editionId: string, band: number, communities: number, hundredths: number, allMusts: number][];
  waiting: { region: string; year: number; stream: Stream; editionId: string; hash: string; before: string | null; after: string | null }[];
  changes: string; at: string | null;
};

/** 读汇总: the tallies and the changes that wait, asked in one statement, so that both are of one moment, and added up here. */
export async function readTallies(ctx: Ctx, asked: Asked): Promise<Tallied> {
  const row = await ask(ctx, asked);
  const { wanted, kindsOf, isOfSet } = wishOf(asked);
  const book = openBook();
  for (const [region, kind, item, year, stream, editionId, met, partly, notMet, notApplicable] of row.figures) {
    book.addFigure({ year, stream, editionId }, region, kind, item, { met, partly, notMet, notApplicable });
  }
  for (const [region, year, stream, editionId, band, communities, hundredths, allMusts] of row.scores) {
    book.addBand({ year, stream, editionId }, region, { band, communities, hundredths, allMusts });
  }
  const places = await placesIn(ctx, row.waiting);
  for (const { region, year, stream, editionId, before, after } of row.waiting) {
    const set = { year, stream, editionId };
    for (const each of countedIn(region)) {
      if (!wanted.has(each) || !(isOfSet(set) || each === asked.history)) continue;
      const kinds = isOfSet(set) ? kindsOf(each) : ['all' as const];
      if (before !== null) book.addSheet(set, each, kinds, before, places.get(editionId)!, -1);
      if (after !== null) book.addSheet(set, each, kinds, after, places.get(editionId)!, 1);
    }
  }
  return { ...book.close(), version: versionOf(row) };
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

async function ask({ db }: Ctx, asked: Asked): Promise<Row> {
  const { stream, year, editionId, history } = asked;
  const { wanted, kindsOf } = wishOf(asked);
  const pairs = [...wanted].flatMap((region) => kindsOf(region).map((kind) => ({ region, kind })));
  const ofSet = sql.join([
    sql`true`, ...(year === undefined ? [] : [sql`year = ${year}`]), ...(stream ? [sql`stream = ${stream}`] : []), ...(editionId ? [sql`edition_id = ${editionId}`] : []),
  ], sql` and `);
  const orHistory = history ? sql`or region_code = ${history}` : sql``;
  const { rows } = await db.execute<Row>(sql`
    select (
      select coalesce(json_agg(json_build_array(region_code, kind, item_id, year, stream, edition_id, met, partly, not_met, not_applicable)), '[]')
      from unnest(${sql.param(pairs.map(({ region }) => region))}::text[], ${sql.param(pairs.map(({ kind }) => kind))}::text[]) as wish (region, wanted_kind)
      join tallies on region_code = region and kind = wanted_kind and (${ofSet} ${history ? sql`or (region_code = ${history} and kind = 'all')` : sql``})
    ) as figures, (
      select coalesce(json_agg(json_build_array(region_code, year, stream, edition_id, band, communities, hundredths, all_musts)), '[]')
      from score_tallies where region_code = any(${sql.param([...wanted])}::text[]) and (${ofSet} ${orHistory})
    ) as scores, (
      select coalesce(json_agg(json_build_object('region', region_code, 'year', year, 'stream', stream, 'editionId', edition_id, 'before', before, 'after', after,
        'hash', (select hash from editions where id = edition_id))), '[]')
      from result_changes where ${history ? sql`true` : ofSet}
    ) as waiting, now.* from (${versionNow}) now`);
  return rows[0]!;
}
