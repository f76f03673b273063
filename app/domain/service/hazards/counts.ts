import { sql } from 'drizzle-orm';
import { insideToday } from '#app/domain/base/regions/inside.ts';
import { leastFor } from '#app/domain/base/small-cells/model.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { hazards } from './tables.server.ts';

/** 隐患数字 of a region: only what was confirmed as really fixed counts as repaired; how many children reported is told in full tens: from exact figures a few would follow, of one region without another or of today without yesterday. */
export async function countHazards(ctx: Ctx, regionCode: string) {
  const inState = (...states: string[]) => sql<number>`count(*) filter (where ${hazards.state} in (${sql.join(states.map((state) => sql`${state}`), sql`, `)}))`.mapWith(Number);
  const days = sql`extract(epoch from ${hazards.verifiedAt} - ${hazards.reportedAt}) / 86400`;
  const [row] = await ctx.db
    .select({
      open: inState('reported', 'checked', 'assigned', 'repaired'), verified: inState('verified'),
      byChildren: sql<number>`count(*) filter (where ${hazards.source} = 'child')`.mapWith(Number),
      days: sql<number | null>`round(percentile_cont(0.5) within group (order by ${days}) filter (where ${hazards.verifiedAt} is not null))`.mapWith((value) => (value === null ? null : Number(value))),
    })
    .from(hazards)
    .where(await insideToday(ctx, hazards.regionCode, regionCode));
  const { byChildren, ...figures } = row!;
  return { ...figures, byChildren: byChildren < leastFor.public ? null : byChildren - (byChildren % 10) };
}
