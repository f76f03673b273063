import { and, eq } from 'drizzle-orm';
import { countyCode } from '#app/platform/county-code.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { isId } from '#app/platform/is-id.ts';
import type { Hazard } from './step.ts';
import { hazards } from './tables.server.ts';

/** 一处隐患 of a county, if it is there; whoever calls has proved their right. */
export async function findHazard(ctx: Ctx, regionCode: string, id: string): Promise<Hazard | undefined> {
  const [hazard] = isId(id) ? await ctx.db.select().from(hazards).where(and(eq(hazards.countyCode, countyCode(regionCode)), eq(hazards.id, id))) : [];
  return hazard;
}
