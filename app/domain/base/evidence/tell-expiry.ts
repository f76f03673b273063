import { and, asc, eq, gt, isNotNull, isNull, lt, lte, sql } from 'drizzle-orm';
import { tell } from '#app/domain/base/inbox/tell.ts';
import { whoMay } from '#app/domain/base/inbox/who-may.ts';
import { regions } from '#app/domain/base/regions/tables.server.ts';
import { change } from '#app/platform/change.ts';
import { countyCode } from '#app/platform/county-code.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { addDays, beijingDay } from '#app/platform/dates.ts';
import { warnDays } from './model.ts';
import { evidence } from './tables.server.ts';

const over = warnDays.length + 1;
const placesAtOnce = 500;
const mostTold = 50;

/** Codes of streets and committees: they hear of their own; those above only where nobody works for the place. */
const ownPlace = 9;

/**
 * 到期提醒, every morning: a month before, a week before and once it is over, the people of the place hear of it; several pieces
 * at once are one message. Place after place, so that a day on which the whole country's papers run out is only a longer day; a
 * day that was missed is made up for the next.
 */
export async function tellExpiry(ctx: Ctx): Promise<string> {
  let pieces = 0;
  for (let after = ''; ; ) {
    const places = await placesDue(ctx, after);
    for (const regionCode of places) pieces += await tellPlace(ctx, regionCode);
    if (places.length < placesAtOnce) return String(pieces);
    after = places.at(-1)!;
  }
}

/** How far a piece is: at its first or second warning, or over. */
function stageOn(today: string) {
  return sql<number>`case when ${evidence.validTo} < ${today} then ${over}::int when ${evidence.validTo} <= ${addDays(today, warnDays[1])} then 2 else 1 end`;
}

function isDue(ctx: Ctx) {
  const today = beijingDay(ctx.now);
  return and(isNull(evidence.withdrawnAt), isNotNull(evidence.validTo), lte(evidence.validTo, addDays(today, warnDays[0])), lt(evidence.toldStage, over), lt(evidence.toldStage, stageOn(today)));
}

async function placesDue(ctx: Ctx, after: string): Promise<string[]> {
  const rows = await ctx.db
    .selectDistinct({ regionCode: evidence.regionCode })
    .from(evidence)
    .where(and(isDue(ctx), gt(evidence.regionCode, after)))
    .orderBy(asc(evidence.regionCode))
    .limit(placesAtOnce);
  return rows.map(({ regionCode }) => regionCode);
}

/** One place: every stage its own message, which names the piece that runs out first and says how many there are. */
async function tellPlace(ctx: Ctx, regionCode: string): Promise<number> {
  const today = beijingDay(ctx.now);
  const [region] = await ctx.db.select({ name: regions.name }).from(regions).where(eq(regions.code, regionCode));
  const nearby = await whoMay(ctx, 'evidence.add', regionCode, ownPlace);
  const people = (nearby.length > 0 ? nearby : await whoMay(ctx, 'evidence.add', regionCode)).slice(0, mostTold);
  return change(ctx, async (tx) => {
    const told = await tx.db
      .update(evidence)
      .set({ toldStage: stageOn(today) })
      .where(and(eq(evidence.countyCode, countyCode(regionCode)), eq(evidence.regionCode, regionCode), isDue(tx)))
      .returning({ id: evidence.id, title: evidence.title, validTo: evidence.validTo, stage: evidence.toldStage });
    for (const [stage, pieces] of Map.groupBy(told, (piece) => piece.stage)) {
      const [first] = pieces.toSorted((a, b) => a.validTo!.localeCompare(b.validTo!));
      const params = { unit: region?.name ?? regionCode, title: first!.title, count: pieces.length, day: first!.validTo! };
      const link = `/work/${regionCode}/evidence?standing=${stage === over ? 'expired' : 'soon'}`;
      await tell(tx, people, stage === over ? 'evidence-expired' : 'evidence-ending', params, link, `${regionCode} ${stage} ${today}`);
    }
    await tx.record('evidence.expiry-told', { id: regionCode, regionCode }, { pieces: told.map(({ id, stage }) => ({ id, stage })) });
    return told.length;
  });
}
