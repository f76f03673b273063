import { allow } from '#app/domain/base/accounts/access.ts';
import { getRegion } from '#app/domain/base/regions/read.ts';
import { inLanguage, type PlacedRule } from '#app/domain/base/standard/model.ts';
import { change } from '#app/platform/change.ts';
import { countyCode } from '#app/platform/county-code.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { gapsOf } from './gaps.ts';
import type { StartPlanInput } from './input.ts';
import { findPlan } from './read.ts';
import { constructionPlans, planGoals, planTasks } from './tables.server.ts';

/**
 * 编制建设计划: out of the chosen gaps come a goal for each section and a task for each norm, with the rules it serves; what the
 * people of the place then write is who does it, when and for how much.
 */
export function startPlan(ctx: Ctx, regionCode: string, { rules: chosen, ...input }: StartPlanInput): Promise<string> {
  return change(ctx, async (tx) => {
    await getRegion(tx, regionCode);
    allow(tx, 'plan.edit', { regionCode });
    if (await findPlan(tx, regionCode)) throw new Refusal('plan-exists');
    const { edition, sheet, gaps } = await gapsOf(tx, regionCode);
    const about = { countyCode: countyCode(regionCode), regionCode };
    const made = { madeBy: tx.actor.id, madeByName: tx.actor.name, madeAt: tx.now };
    const basis = sheet ? { basisYear: sheet.year, basisStream: sheet.stream } : {};
    const [plan] = await tx.db.insert(constructionPlans).values({ ...about, ...input, ...made, ...basis, editionId: edition.id }).returning({ id: constructionPlans.id });
    const planId = plan!.id;
    const wanted = gaps.filter(({ ruleId }) => chosen.includes(ruleId)).map(({ rule }) => rule);
    const goalOf = new Map<string, string>();
    for (const [position, section] of [...new Set(wanted.map(({ section: one }) => one))].entries()) {
      const [goal] = await tx.db.insert(planGoals).values({ countyCode: about.countyCode, planId, position, title: inLanguage(section, 'zh-CN') }).returning({ id: planGoals.id });
      goalOf.set(section.id, goal!.id);
    }
    const norms = [...Map.groupBy(wanted, ({ norm }) => norm.id).values()].toSorted((a, b) => musts(b) - musts(a));
    for (const [position, rules] of norms.entries()) {
      const { norm, section } = rules[0]!;
      await tx.db.insert(planTasks).values({
        ...about, planId, position, goalId: goalOf.get(section.id)!, title: inLanguage(norm, 'zh-CN'), details: rules.map((rule) => `${rule.id} ${inLanguage(rule, 'zh-CN')}`).join('\n'),
        startsOn: input.startsOn, dueOn: input.endsOn, ruleIds: rules.map(({ id }) => id), source: 'gap', updatedByName: tx.actor.name, updatedAt: tx.now,
      });
    }
    await tx.record('construction-plan.started', { id: planId, regionCode }, { tasks: norms.length, rules: wanted.length });
    return planId;
  });
}

const musts = (rules: readonly PlacedRule[]) => rules.filter(({ kind }) => kind === 'must').length;
