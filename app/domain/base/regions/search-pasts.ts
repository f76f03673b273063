import { sql } from 'drizzle-orm';
import { inside } from './inside.ts';
import type { Kind } from './model.ts';
import { isShown } from './read.ts';
import { isSpelt } from './search-words.ts';
import { regions } from './tables.server.ts';
import { anywhere } from '#app/platform/anywhere.ts';
import type { Ctx } from '#app/platform/ctx.ts';

export type Renamed = { code: string; name: string; level: number; kind: Kind; was: { code: string; name: string } };

/** 按旧名查找: what bears another name or code today; the old names are few, so they are read through. */
export async function searchPasts(ctx: Ctx, text: string, within: string, limit: number): Promise<Renamed[]> {
  const begins = `${text}%`;
  const has = isSpelt(text) ? sql`(p.pinyin like ${begins} or p.initials like ${begins})` : sql`p.name like ${anywhere(text)}`;
  const { rows } = await ctx.db.execute<{ code: string; name: string; level: number; kind: Kind; oldCode: string; oldName: string }>(sql`
    select distinct on (${regions.code}, p.name) ${regions.code}, ${regions.name}, ${regions.level}, ${regions.kind}, p.code as "oldCode", p.name as "oldName"
    from region_pasts p
    cross join lateral (select min(e.until) as at from region_pasts e where e.code = p.code and e.is_end and e.until >= p.until) ending
    cross join lateral (
      select l.present_code as code from region_lineage l where l.old_code = p.code and l.ended_at = ending.at
      union all select p.code where ending.at is null) present
    join regions on regions.code = present.code
    where ${has} and ${regions.name} <> p.name and ${isShown()} and ${inside(regions.code, within) ?? sql`true`}
    order by ${regions.code}, p.name, p.until desc limit ${limit}`);
  return rows.map(({ oldCode, oldName, ...region }) => ({ ...region, was: { code: oldCode, name: oldName } }));
}
