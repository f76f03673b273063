import { and, asc, desc, eq, inArray, sql } from 'drizzle-orm';
import { allow } from '#app/domain/base/accounts/access.ts';
import { parentCandidates } from '#app/domain/base/regions/model.ts';
import { getRegion } from '#app/domain/base/regions/read.ts';
import { change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import type { ResponsibleInput } from './input.ts';
import { type HazardClock, type HazardKind, hazardKinds, usualBody, usualClock } from './model.ts';
import { hazardRoutes } from './tables.server.ts';

/** 责任单位与时限 for a kind of hazard at a place. */
export type Responsible = { body: string; person: string; contact: string; clock: HazardClock; setBy: string | null };

/** 该谁办: what the nearest region above has set for this kind, or the usual. */
export async function responsibleFor(ctx: Ctx, regionCode: string, kind: HazardKind): Promise<Responsible> {
  const [row] = await ctx.db
    .select()
    .from(hazardRoutes)
    .where(and(eq(hazardRoutes.kind, kind), inArray(hazardRoutes.regionCode, [regionCode, ...parentCandidates(regionCode)])))
    .orderBy(desc(sql`length(${hazardRoutes.regionCode})`))
    .limit(1);
  return responsibleOf(kind, row);
}

function responsibleOf(kind: HazardKind, row: typeof hazardRoutes.$inferSelect | undefined): Responsible {
  if (!row) return { body: usualBody[kind], person: '', contact: '', clock: usualClock, setBy: null };
  const { body, person, contact, checkDays, assignDays, repairDays, confirmDays } = row;
  return { body, person, contact, clock: { checkDays, assignDays, repairDays, confirmDays }, setBy: row.regionCode };
}

/** 派单表 as it counts at a place: one line for every kind. */
export async function listResponsible(ctx: Ctx, regionCode: string): Promise<(Responsible & { kind: HazardKind })[]> {
  allow(ctx, 'hazard.handle', { regionCode });
  const rows = await ctx.db.select().from(hazardRoutes).where(inArray(hazardRoutes.regionCode, [regionCode, ...parentCandidates(regionCode)])).orderBy(asc(sql`length(${hazardRoutes.regionCode})`));
  const nearest = new Map(rows.map((row) => [row.kind, row]));
  return hazardKinds.map((kind) => ({ kind, ...responsibleOf(kind, nearest.get(kind)) }));
}

/** 设置派单: for a kind at a place; what is under way keeps its days. */
export function setResponsible(ctx: Ctx, regionCode: string, input: ResponsibleInput): Promise<void> {
  return change(ctx, async (tx) => {
    allow(tx, 'hazard.set-routes', { regionCode });
    await getRegion(tx, regionCode);
    const row = { ...input, changedAt: tx.now };
    await tx.db.insert(hazardRoutes).values({ regionCode, ...row }).onConflictDoUpdate({ target: [hazardRoutes.regionCode, hazardRoutes.kind], set: row });
    await tx.record('hazard.responsible-set', { id: `${regionCode}:${input.kind}`, regionCode }, { kind: input.kind, body: input.body, repairDays: input.repairDays });
  });
}
