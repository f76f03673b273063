import { and, asc, desc, eq, gt, isNull, lte, or, sql } from 'drizzle-orm';
import type { Ctx } from '#app/platform/ctx.ts';
import { nameIn } from './name-in.ts';
import { regionLineage, regionPasts, regions } from './tables.server.ts';

/** 沿革 of what bore a code at a moment: its name then, and the units it is today, the principal one first. */
export type Lineage = { code: string; name: string; today: { code: string; name: string; isPrincipal: boolean }[] };

export async function lineageOf(ctx: Ctx, code: string, at: Date): Promise<Lineage | undefined> {
  const [unit] = await ctx.db.select({ name: nameIn(ctx), since: regions.since, isEnded: regions.isEnded }).from(regions).where(eq(regions.code, code));
  if (!unit) return undefined;
  const isBefore = unit.since !== null && unit.since > at;
  const [past] = isBefore
    ? await ctx.db
        .select({ name: regionPasts.name })
        .from(regionPasts)
        .where(and(eq(regionPasts.code, code), or(isNull(regionPasts.since), lte(regionPasts.since, at))))
        .orderBy(desc(regionPasts.until))
        .limit(1)
    : [unit];
  const ended = await ctx.db
    .select({ until: regionPasts.until })
    .from(regionPasts)
    .where(and(eq(regionPasts.code, code), eq(regionPasts.isEnd, true), unit.isEnded ? undefined : gt(regionPasts.until, at)))
    .orderBy(asc(regionPasts.until));
  const end = ended.find(({ until }) => until > at) ?? ended.at(-1);
  const name = past?.name ?? unit.name;
  if (!end) return { code, name, today: [{ code, name: unit.name, isPrincipal: true }] };
  const today = await ctx.db
    .select({ code: regionLineage.presentCode, name: nameIn(ctx), isPrincipal: regionLineage.isPrincipal })
    .from(regionLineage)
    .innerJoin(regions, eq(regions.code, regionLineage.presentCode))
    .where(and(eq(regionLineage.oldCode, code), eq(regionLineage.endedAt, end.until)))
    .orderBy(desc(regionLineage.isPrincipal), asc(regionLineage.presentCode));
  return { code, name, today };
}

/** 承接关系 of one change: each unit that ended in it with its principal successor; alone where neither side has another. */
export type Move = { from: string; to: string; isAlone: boolean };

export async function movesOf(ctx: Ctx, changeId: string): Promise<Move[]> {
  const { rows } = await ctx.db.execute<Move>(sql`
    select "from", "to", "isAlone" from (
      select l.old_code as "from", l.present_code as "to", l.is_principal,
             count(*) over (partition by l.old_code) = 1 and count(*) over (partition by l.present_code) = 1 as "isAlone"
      from region_pasts p join region_lineage l on l.old_code = p.code and l.ended_at = p.until
      where p.change_id = ${changeId} and p.is_end) moves
    where is_principal and "from" <> "to"`);
  return rows;
}
