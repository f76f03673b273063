import { everybody } from '#app/domain/city/indicators/model.ts';
import { listBreakdowns } from '#app/domain/city/indicators/read.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import type { Dimension } from './model.ts';

export type Group = { id: number; dimension: string; zh: string; en: string };

/** 分组: everybody, and with a dimension its groups beside. */
export async function breakdownsOf(ctx: Ctx, dimension: Dimension): Promise<Group[]> {
  return (await listBreakdowns(ctx)).filter((each) => each.id === everybody || each.dimension === dimension);
}
