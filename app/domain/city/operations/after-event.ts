import { eq } from 'drizzle-orm';
import type { Ctx } from '#app/platform/ctx.ts';
import { beijingDay } from '#app/platform/dates.ts';
import { records } from '#app/platform/tables.server.ts';
import { cityOf } from './add-up.ts';
import { facts } from './facts.ts';
import { type FactId, factIds } from './model.ts';
import { takeFacts } from './take-facts.ts';

/** 触发取数的事 of all facts, each once. */
export const factEvents: readonly string[] = [...new Set(factIds.flatMap((id) => facts[id].events))];

/** 事后取数: the facts that an event may have moved, for the city in which it happened; a county that has none waits for the night. */
export async function takeAfter(ctx: Ctx, event: string, recordId: string): Promise<string> {
  const [record] = await ctx.db.select({ regionCode: records.regionCode }).from(records).where(eq(records.id, recordId));
  const city = record && cityOf(record.regionCode);
  const moved: FactId[] = factIds.filter((id) => facts[id].events.includes(event));
  return city === undefined || moved.length === 0 ? '0' : takeFacts(ctx, beijingDay(ctx.now), { facts: moved, city });
}
