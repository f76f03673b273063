import { and, eq, inArray } from 'drizzle-orm';
import { everybody } from '#app/domain/city/indicators/model.ts';
import { type Indicator, indicatorsByCode, listBreakdowns } from '#app/domain/city/indicators/read.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import type { CellKey } from './model.ts';
import type { Sheet } from './hold-sheet.ts';
import { collectionItems } from './tables.server.ts';

/** 一格 that a sheet asks for: the indicator, and the group if it is not everybody. */
export type Cell = CellKey & { indicator: Indicator; group: { zh: string; en: string } | null };

type Of = Pick<Sheet, 'roundId' | 'level' | 'department'>;

/** 填报表的各格, in the order of the indicators: the whole first, then its groups. */
export async function cellsOf(ctx: Ctx, of: Of): Promise<Cell[]> {
  return (await cellsOfRound(ctx, of.roundId)).of(of);
}

/** 一个批次的各格, for many sheets at once: one question for all of them. */
async function cellsOfRound(ctx: Ctx, roundId: string): Promise<{ of: (sheet: Omit<Of, 'roundId'>) => Cell[] }> {
  const items = await ctx.db.select().from(collectionItems).where(eq(collectionItems.roundId, roundId));
  const byId = new Map([...(await indicatorsByCode(ctx)).values()].map((each) => [each.id, each]));
  const groups = items.some(({ dimension }) => dimension !== '') ? await listBreakdowns(ctx) : [];
  return {
    of: ({ level, department }) => items
      .filter((item) => item.level === level && item.department === department).toSorted((one, other) => one.indicatorId - other.indicatorId)
      .flatMap(({ indicatorId, dimension }): Cell[] => {
        const indicator = byId.get(indicatorId);
        if (!indicator) return [];
        const inGroups = dimension === '' ? [] : groups.filter((group) => group.dimension === dimension);
        return [{ indicatorId, breakdown: everybody, indicator, group: null }, ...inGroups.map((group) => ({ indicatorId, breakdown: group.id, indicator, group: { zh: group.zh, en: group.en } }))];
      }),
  };
}

/** 各级各部门要填的指标, by round, level and department, without their definitions. */
export async function itemsOf(ctx: Ctx, roundIds: readonly string[]): Promise<(sheet: Of) => number[]> {
  const items = roundIds.length === 0 ? [] : await ctx.db.select({ roundId: collectionItems.roundId, level: collectionItems.level, department: collectionItems.department, indicatorId: collectionItems.indicatorId }).from(collectionItems).where(and(inArray(collectionItems.roundId, [...new Set(roundIds)])));
  const found = new Map<string, number[]>();
  const key = ({ roundId, level, department }: Of) => `${roundId} ${level} ${department}`;
  for (const item of items) found.set(key(item), [...(found.get(key(item)) ?? []), item.indicatorId]);
  return (sheet) => found.get(key(sheet)) ?? [];
}
