import { allow } from '#app/domain/base/accounts/access.ts';
import type { ValueInput } from '#app/domain/city/indicators/input.ts';
import { getIndicator } from '#app/domain/city/indicators/read.ts';
import { readPeriod } from '#app/domain/city/indicators/read-period.ts';
import { recordValue } from '#app/domain/city/indicators/record-value.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { askedCells } from './asked-cells.ts';

/** 登记指标值 at the desk: as `recordValue`, but what an open sheet asks for goes into the sheet and before a second person. */
export async function recordFigure(ctx: Ctx, code: string, input: ValueInput): ReturnType<typeof recordValue> {
  const { regionCode, breakdown } = input;
  allow(ctx, 'value.record', { regionCode });
  const { id, definition } = await getIndicator(ctx, code);
  const period = readPeriod(input.period, definition.frequency) ?? readPeriod(input.period, 'annual');
  if (period !== undefined && (await askedCells(ctx, [{ indicatorId: id, regionCode, period, breakdown }])).size > 0) throw new Refusal('value-in-sheet');
  return recordValue(ctx, code, input);
}
