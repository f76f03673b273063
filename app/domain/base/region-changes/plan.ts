import { and, eq, inArray, or } from 'drizzle-orm';
import { allow } from '#app/domain/base/accounts/access.ts';
import { planChange, type Plan, type PlanProblem } from '#app/domain/base/regions/change-plan.ts';
import { inside } from '#app/domain/base/regions/inside.ts';
import { type ChangeLine, isRegionCode, parentCandidates } from '#app/domain/base/regions/model.ts';
import { regions } from '#app/domain/base/regions/tables.server.ts';
import type { Ctx } from '#app/platform/ctx.ts';

/** 方案 of a table against the units of this moment; whoever asks must be allowed to change all of them. */
export async function planOf(ctx: Ctx, lines: readonly ChangeLine[]): Promise<{ plan: Plan } | { problems: PlanProblem[] }> {
  for (const line of lines) for (const regionCode of new Set([line.fromCode, line.toCode])) allow(ctx, 'region.change', { regionCode });
  return planNow(ctx, lines);
}

/** The same for the clock, on the day a change takes effect. */
export async function planNow(ctx: Ctx, lines: readonly ChangeLine[]): Promise<{ plan: Plan } | { problems: PlanProblem[] }> {
  const known = lines.filter((line) => isRegionCode(line.fromCode) && isRegionCode(line.toCode));
  const moving = known.filter((line) => line.kind !== 'rename');
  const named = [...new Set(known.flatMap((line) => [line.fromCode, line.toCode, ...parentCandidates(line.fromCode), ...parentCandidates(line.toCode)]))];
  const around = [...new Set(moving.flatMap((line) => [line.fromCode, line.toCode]))].filter((code, _, all) => !all.some((other) => other !== code && code.startsWith(other)));
  const units = named.length === 0 ? [] : await ctx.db
    .select({ code: regions.code, name: regions.name })
    .from(regions)
    .where(and(eq(regions.isEnded, false), or(inArray(regions.code, named), ...around.map((code) => inside(regions.code, code)))))
    .orderBy(regions.code)
    .limit(100_000);
  return planChange(lines, units);
}
