import { and, asc, eq, inArray, isNotNull, isNull, lt, lte, sql } from 'drizzle-orm';
import { tell } from '#app/domain/base/inbox/tell.ts';
import { whoMay } from '#app/domain/base/inbox/who-may.ts';
import { regions } from '#app/domain/base/regions/tables.server.ts';
import { change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { addDays, beijingDay } from '#app/platform/dates.ts';
import { warnDays } from './model.ts';
import { evidence } from './tables.server.ts';

const over = warnDays.length + 1;

type Due = { id: string; regionCode: string; countyCode: number; title: string; validTo: string | null; stage: number };

/**
 * 到期提醒, every morning: a month before, a week before and once it is over, the people of the place hear of it; several pieces
 * at once are one message. A day that was missed is made up for the next.
 */
export async function tellExpiry(ctx: Ctx): Promise<string> {
  const due = await piecesDue(ctx);
  const groups = Map.groupBy(due, ({ regionCode, stage }) => `${regionCode} ${stage}`);
  for (const pieces of groups.values()) await tellPlace(ctx, pieces);
  return String(due.length);
}

async function piecesDue(ctx: Ctx): Promise<Due[]> {
  const today = beijingDay(ctx.now);
  const stage = sql<number>`case when ${evidence.validTo} < ${today} then ${over}::int when ${evidence.validTo} <= ${addDays(today, warnDays[1])} then 2 else 1 end`;
  return ctx.db
    .select({ id: evidence.id, regionCode: evidence.regionCode, countyCode: evidence.countyCode, title: evidence.title, validTo: evidence.validTo, stage })
    .from(evidence)
    .where(and(isNull(evidence.withdrawnAt), isNotNull(evidence.validTo), lte(evidence.validTo, addDays(today, warnDays[0])), lt(evidence.toldStage, stage), lt(evidence.toldStage, over)))
    .orderBy(asc(evidence.validTo))
    .limit(5000);
}

async function tellPlace(ctx: Ctx, pieces: readonly Due[]): Promise<void> {
  const [first] = pieces;
  const { regionCode, countyCode, stage } = first!;
  const [region] = await ctx.db.select({ name: regions.name }).from(regions).where(eq(regions.code, regionCode));
  const people = (await whoMay(ctx, 'evidence.add', regionCode)).slice(0, 50);
  const kind = stage === over ? 'evidence-expired' : 'evidence-ending';
  await change(ctx, async (tx) => {
    const ids = pieces.map(({ id }) => id);
    await tx.db.update(evidence).set({ toldStage: stage }).where(and(eq(evidence.countyCode, countyCode), inArray(evidence.id, ids)));
    const params = { unit: region?.name ?? regionCode, title: first!.title, count: pieces.length, day: first!.validTo! };
    await tell(tx, people, kind, params, `/work/${regionCode}/evidence?standing=${stage === over ? 'expired' : 'soon'}`, `${regionCode} ${stage} ${beijingDay(tx.now)}`);
    for (const { id, validTo } of pieces) await tx.record('evidence.expiry-told', { id, regionCode }, { stage, validTo });
  });
}
