import { allow } from '#app/domain/base/accounts/access.ts';
import { levelOf, levels } from '#app/domain/base/regions/model.ts';
import { findRegion } from '#app/domain/base/regions/read.ts';
import { change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';
import type { StartPlanInput } from './input.ts';
import { cityPlans } from './tables.server.ts';

/** 新建计划 for the nation, a province, a city or a district. */
export function startPlan(ctx: Ctx, input: StartPlanInput): Promise<string> {
  return change(ctx, async (tx) => {
    const { regionCode } = input;
    allow(tx, 'city-plan.edit', { regionCode });
    if (regionCode !== '*' && (levelOf(regionCode) > levels.county || !(await findRegion(tx, regionCode)))) throw new Refusal('plan-region', 422);
    const content = { goal: { zh: '', en: '' }, dimensions: [], campaigns: [], caveats: [], actions: [] };
    const [made] = await tx.db.insert(cityPlans).values({ ...input, content }).returning({ id: cityPlans.id });
    await tx.record('city-plan.started', { id: made!.id, regionCode }, { title: input.zh });
    return made!.id;
  });
}
