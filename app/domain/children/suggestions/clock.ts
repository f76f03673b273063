import { asc, desc, eq, inArray, sql } from 'drizzle-orm';
import { allow } from '#app/domain/base/accounts/access.ts';
import { addWorkdays } from '#app/domain/base/calendar/read.ts';
import { parentCandidates } from '#app/domain/base/regions/model.ts';
import { change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import type { ClockInput } from './input.ts';
import { type Clock, usualClock } from './model.ts';
import { suggestionClocks } from './tables.server.ts';

/** 承诺时限 of a place: its own, or the nearest one above it, or the usual one; and whose it is. */
export async function clockOf(ctx: Ctx, regionCode: string): Promise<Clock & { setBy: string | null }> {
  const [row] = await ctx.db
    .select()
    .from(suggestionClocks)
    .where(inArray(suggestionClocks.regionCode, [regionCode, ...parentCandidates(regionCode), '*']))
    .orderBy(desc(sql`length(${suggestionClocks.regionCode})`), asc(sql`${suggestionClocks.regionCode} = '*'`))
    .limit(1);
  const { seenDays, answerDays, streetDays, cityDays } = row ?? usualClock;
  return { seenDays, answerDays, streetDays, cityDays, setBy: row?.regionCode ?? null };
}

/** 到哪天: the days by which something received today is seen and answered. */
export async function dueDays(ctx: Ctx, regionCode: string, today: string): Promise<{ seenDueOn: string; answerDueOn: string }> {
  const clock = await clockOf(ctx, regionCode);
  return { seenDueOn: await addWorkdays(ctx, today, clock.seenDays), answerDueOn: await addWorkdays(ctx, today, clock.answerDays) };
}

/** 设定承诺时限 of a region; what was promised already keeps its day. */
export function setClock(ctx: Ctx, regionCode: string, input: ClockInput): Promise<void> {
  return change(ctx, async (tx) => {
    allow(tx, 'suggestion.set-clock', { regionCode });
    const [before] = await tx.db.select().from(suggestionClocks).where(eq(suggestionClocks.regionCode, regionCode));
    const row = { ...input, setByName: tx.actor.name, setAt: tx.now };
    await tx.db.insert(suggestionClocks).values({ regionCode, ...row }).onConflictDoUpdate({ target: suggestionClocks.regionCode, set: row });
    const { seenDays, answerDays, streetDays, cityDays } = before ?? usualClock;
    await tx.record('suggestion.clock-set', { id: regionCode, regionCode }, { ...input, before: { seenDays, answerDays, streetDays, cityDays } });
  });
}
