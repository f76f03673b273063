import { and, eq, inArray } from 'drizzle-orm';
import { type ChangeLine, isGrave } from '#app/domain/base/regions/model.ts';
import { regionChangeLines, regionChanges } from '#app/domain/base/regions/tables.server.ts';
import { addChange } from '#app/domain/base/regions/announce.ts';
import { change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { beijingDay } from '#app/platform/dates.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { applyChange } from './apply.ts';
import type { ChangeInput } from './input.ts';
import { readLines } from './model.ts';
import { planOf } from './plan.ts';

/** 登记区划变更: from a day on that has not passed; a grave one waits for a second person, one for today takes effect at once. */
export function proposeChange(ctx: Ctx, input: ChangeInput): Promise<string> {
  return change(ctx, async (tx) => {
    const { lines, unread } = readLines(input.lines);
    if (unread.length > 0) throw new Refusal('region-change-faulty', 400);
    const planned = await planOf(tx, lines);
    if ('problems' in planned) throw new Refusal('region-change-faulty', 400);
    if (input.effectiveOn < beijingDay(tx.now)) throw new Refusal('region-change-past', 400);
    if (await overlaps(tx, lines)) throw new Refusal('region-change-overlaps');
    const state = isGrave(lines) ? 'proposed' : 'confirmed';
    const id = await addChange(tx, { ...input, lines, state });
    if (state === 'confirmed' && input.effectiveOn === beijingDay(tx.now)) await applyChange(tx, id);
    return id;
  });
}

/** Two changes of one unit that both still wait would decide by chance. */
async function overlaps(ctx: Ctx, lines: readonly ChangeLine[]): Promise<boolean> {
  const codes = lines.flatMap((line) => [line.fromCode, line.toCode]);
  const waiting = await ctx.db
    .select({ fromCode: regionChangeLines.fromCode, toCode: regionChangeLines.toCode })
    .from(regionChangeLines)
    .innerJoin(regionChanges, and(eq(regionChanges.id, regionChangeLines.changeId), inArray(regionChanges.state, ['proposed', 'confirmed'])));
  return waiting.some((each) => codes.some((code) => [each.fromCode, each.toCode].some((other) => other.startsWith(code) || code.startsWith(other))));
}
