import { and, inArray } from 'drizzle-orm';
import { z } from 'zod';
import { may } from '#app/domain/base/accounts/access.ts';
import { isRegionCode, levelOf } from '#app/domain/base/regions/model.ts';
import { regions } from '#app/domain/base/regions/tables.server.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import type { RowVerdict } from '#app/platform/row-verdict.ts';
import { fieldsOf } from './as-fields.ts';
import { SpaceInput } from './input.ts';
import { spaces } from './tables.server.ts';

/** 导入的一行: the fields of the form and where the place lies. */
export const SpaceRow = z.object({ regionCode: z.string().refine((code) => isRegionCode(code) && levelOf(code) >= 4, 'region-code') }).and(SpaceInput);
export type SpaceRow = z.output<typeof SpaceRow>;

const keyOf = (row: { regionCode: string; name: string }) => `${row.regionCode}\n${row.name}`;

/** 与登记的空间比较: new, saying something else, or what cannot be taken. */
export async function compareSpaces(ctx: Ctx, rows: readonly SpaceRow[]): Promise<RowVerdict[]> {
  if (rows.length === 0) return [];
  const codes = [...new Set(rows.map(({ regionCode }) => regionCode))];
  const there = new Set((await ctx.db.select({ code: regions.code }).from(regions).where(inArray(regions.code, codes))).map(({ code }) => code));
  const held = await ctx.db.select().from(spaces).where(and(inArray(spaces.regionCode, codes), inArray(spaces.name, rows.map(({ name }) => name))));
  const known = new Map(held.map((space) => [keyOf(space), space]));
  const firsts = new Map<string, number>();
  return rows.map((row, index): RowVerdict => {
    const first = firsts.get(keyOf(row));
    if (first !== undefined) return { state: 'wrong', column: 'name', code: 'double', figures: [String(first)] };
    firsts.set(keyOf(row), index);
    if (!there.has(row.regionCode)) return { state: 'wrong', column: 'regionCode', code: 'region-code', figures: [row.regionCode] };
    if (!may(ctx.actor, 'space.edit', row)) return { state: 'wrong', column: 'regionCode', code: 'not-here' };
    const space = known.get(keyOf(row));
    if (!space) return { state: 'new' };
    const before = fieldsOf(space);
    const { regionCode: _, photoIds: __, ...given } = row;
    const { photoIds: ___, ...stands } = SpaceInput.parse(before);
    return JSON.stringify(given) === JSON.stringify(stands) ? { state: 'same' } : { state: 'changed', subjectId: space.id, before: { ...before, revision: space.revision } };
  });
}
