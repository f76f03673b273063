import { and, eq } from 'drizzle-orm';
import { change } from '#app/platform/change.ts';
import { countyCode } from '#app/platform/county-code.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { holdSpace } from './hold-space.ts';
import { spaceInspections, spaces } from './tables.server.ts';

/** 撤回登记 of a space that nobody has corrected or inspected since. */
export function takeBackSpace(ctx: Ctx, id: string): Promise<void> {
  return change(ctx, async (tx) => {
    const space = await holdSpace(tx, id, 'space.edit');
    const looks = await tx.db.$count(spaceInspections, and(eq(spaceInspections.countyCode, countyCode(space.regionCode)), eq(spaceInspections.spaceId, id)));
    if (space.revision > 1 || looks > 0) throw new Refusal('import-built-on');
    await tx.db.delete(spaces).where(eq(spaces.id, id));
    await tx.record('space.taken-back', { id, regionCode: space.regionCode }, { name: space.name });
  });
}
