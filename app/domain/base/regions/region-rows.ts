import { and, sql } from 'drizzle-orm';
import { inside } from './inside.ts';
import { isShown } from './read.ts';
import { regions } from './tables.server.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { cursorRows } from '#app/platform/cursor-rows.ts';

export type RegionLine = { code: string; name: string; level: number; parentCode: string | null };

/** 区划全表: a region and all below it, in the order of the codes, some at a time, within one transaction; everybody may read it. */
export function regionRows(ctx: Ctx, within: string | undefined): AsyncGenerator<RegionLine[]> {
  return cursorRows<RegionLine>(ctx, sql`
    select ${regions.code} as "code", ${regions.name} as "name", ${regions.level} as "level", ${regions.parentCode} as "parentCode"
    from ${regions} where ${and(inside(regions.code, within), isShown())} order by ${regions.code}`);
}
