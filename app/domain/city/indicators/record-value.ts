import { allow } from '#app/domain/base/accounts/access.ts';
import { findRegion } from '#app/domain/base/regions/read.ts';
import { change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { beijingDay } from '#app/platform/dates.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { checkValue } from './check-value.ts';
import type { ValueInput } from './input.ts';
import { everybody, isUsableIn } from './model.ts';
import { lastDay, yearOf } from './period.ts';
import { getIndicator, listBreakdowns } from './read.ts';
import { readPeriod } from './read-period.ts';
import { reckonFrom } from './reckon-values.ts';
import { writeValue } from './write-value.ts';

/** 登记指标值: one figure of one region and period, by hand; a figure that stands gives way only for a reason and stays in sight. */
export function recordValue(ctx: Ctx, code: string, input: ValueInput): Promise<'recorded' | 'corrected' | 'known'> {
  return change(ctx, async (tx) => {
    const { regionCode, breakdown } = input;
    allow(tx, 'value.record', { regionCode });
    if (regionCode !== '*' && !(await findRegion(tx, regionCode))) throw new Refusal('region-not-found', 400);
    const { id, definition } = await getIndicator(tx, code);
    if (!isUsableIn(definition, regionCode)) throw new Refusal('indicator-elsewhere', 422);
    if (definition.formula !== null) throw new Refusal('value-is-reckoned');
    const period = readPeriod(input.period, definition.frequency) ?? readPeriod(input.period, 'annual');
    if (period === undefined) throw new Refusal('period-unreadable', 422);
    if (lastDay(period).slice(0, 7) > beijingDay(tx.now).slice(0, 7)) throw new Refusal('period-to-come', 422);
    if (breakdown !== everybody) {
      const group = (await listBreakdowns(tx)).find((each) => each.id === breakdown);
      if (!group || !definition.dimensions.includes(group.dimension)) throw new Refusal('breakdown-not-found', 422);
    }
    const figures = checkValue(definition, input);
    if (typeof figures === 'string') throw new Refusal(figures, 422);
    const written = await writeValue(tx, { indicatorId: id, regionCode, period, breakdown }, figures, { origin: 'by-hand', source: input.source, sourceUrl: input.sourceUrl, reason: input.reason });
    if (written !== 'known' && breakdown === everybody) await reckonFrom(tx, code, regionCode, yearOf(period));
    await tx.record(`value.${written}`, { id: code, regionCode }, { period, breakdown, ...figures, ...(input.reason ? { reason: input.reason } : {}) });
    return written;
  });
}
