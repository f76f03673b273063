import { and, eq, inArray, sql } from 'drizzle-orm';
import type { Change } from '#app/platform/change.ts';
import { countyCode } from '#app/platform/county-code.ts';
import { stateCode } from './model.ts';
import { keptPeriods } from './period.ts';
import { indicatorValues } from './tables.server.ts';

/** 锁定或解锁一地一期的这些格的值, wherever what was asked for the period is kept: part of another change; a locked figure takes no correction. */
export async function lockValues(tx: Change, regionCode: string, period: number, cells: readonly { indicatorId: number; breakdown: number }[], isLocked: boolean): Promise<void> {
  const v = indicatorValues;
  const of = (pick: (cell: (typeof cells)[number]) => number) => sql.param(cells.map(pick));
  const [from, to] = isLocked ? (['accepted', 'locked'] as const) : (['locked', 'accepted'] as const);
  await tx.db.update(v).set({ status: stateCode(to) }).where(and(
    eq(v.countyCode, countyCode(regionCode)), eq(v.regionCode, regionCode), sql`(${v.indicatorId}, ${v.breakdown}) in (select * from unnest(${of(({ indicatorId }) => indicatorId)}::int[], ${of(({ breakdown }) => breakdown)}::smallint[]))`, inArray(v.period, keptPeriods(period)), eq(v.status, stateCode(from)),
  ));
}
