import { sql } from 'drizzle-orm';
import type { Ctx } from '#app/platform/ctx.ts';
import { countyCode } from '#app/platform/county-code.ts';
import type { Stream } from './model.ts';
import { type Version, versionNow, versionOf } from './read-tallies.ts';
import type { ResultSet } from './tally-book.ts';

/** 一张现行结果单 and the place where it counts. */
export type CountedSheet = ResultSet & { hash: string; regionCode: string; placeCode: string; letters: string; concludedAt: Date };
type Asked = { within: string; stream: Stream; year?: number | undefined; editionId?: string | undefined };
type Row = { hash: string; regionCode: string; placeCode: string; year: number; stream: Stream; editionId: string; letters: string; concludedAt: string; changes: string; at: string | null };

/** 县内结果单: the newest sheets that count in a county or in a place below it; those whose region has become part of it too. */
export async function sheetsWithin(ctx: Ctx, { within, stream, year, editionId }: Asked): Promise<{ sheets: CountedSheet[]; version: Version }> {
  const inside = (column: string) => sql`${sql.raw(column)} >= ${within} and ${sql.raw(column)} < ${`${within}:`}`; // ':' follows '9'
  const { rows } = await ctx.db.execute<Row>(sql`
    with held as (
      select distinct on (s.region_code, s.year) s.region_code, s.year, s.edition_id, s.letters, s.concluded_at, coalesce(p.place_code, s.region_code) as place_code
      from result_sheets s left join result_places p on p.region_code = s.region_code and p.year = s.year and p.stream = s.stream
      where s.county_code = any(array[${countyCode(within)}::int] || array(
              select rpad(left(moved.region_code, 6), 6, '0')::int from result_places moved where ${inside('moved.place_code')}))
        and s.stream = ${stream} ${year === undefined ? sql`` : sql`and s.year = ${year}`}
      order by s.region_code, s.year, s.revision desc)
    select h.region_code as "regionCode", h.place_code as "placeCode", h.year, h.edition_id as "editionId", (select hash from editions where id = h.edition_id) as hash, h.letters, to_json(h.concluded_at)#>>'{}' as "concludedAt", now.changes, now.at
    from (${versionNow}) now left join held h on ${inside('h.place_code')} ${editionId ? sql`and h.edition_id = ${editionId}` : sql``}
    order by h.place_code, h.region_code`);
  const sheets = rows.flatMap(({ changes: _, at: __, concludedAt, ...row }) => (row.regionCode === null ? [] : [{ ...row, stream, concludedAt: new Date(concludedAt) }]));
  return { sheets, version: versionOf(rows[0]!) };
}
