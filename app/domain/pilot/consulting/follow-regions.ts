import { and, eq, ne } from 'drizzle-orm';
import { movesOf } from '#app/domain/base/regions/successors.ts';
import { type Change, change } from '#app/platform/change.ts';
import { countyCode } from '#app/platform/county-code.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { consultingFindings, consultingSessions, constructionPlans, planGoals, planTasks, planVersions, sessionExperts } from './tables.server.ts';

/**
 * 计划和咨询随区划变更: plans and advice go on under the principal successor of their unit. Where that one has a plan of its own already,
 * the plan that comes is closed, and what is open in it is still there to be read. The county is part of the key, so rows are copied.
 */
export async function followRegions(ctx: Ctx, changeId: string): Promise<string> {
  let moved = 0;
  for (const { from, to } of await movesOf(ctx, changeId)) {
    const plans = await ctx.db.select().from(constructionPlans).where(and(eq(constructionPlans.countyCode, countyCode(from)), eq(constructionPlans.regionCode, from)));
    for (const plan of plans) {
      await change(ctx, async (tx) => {
        await carryPlan(tx, plan, to);
        await tx.record('construction-plan.region-followed', { id: plan.id, regionCode: to }, { from });
      });
    }
    const sessions = await ctx.db.select().from(consultingSessions).where(and(eq(consultingSessions.countyCode, countyCode(from)), eq(consultingSessions.regionCode, from)));
    for (const session of sessions) {
      await change(ctx, async (tx) => {
        await carrySession(tx, session, to);
        await tx.record('advice.region-followed', { id: session.id, regionCode: to }, { from });
      });
    }
    moved += plans.length + sessions.length;
  }
  return String(moved);
}

async function carryPlan(tx: Change, plan: typeof constructionPlans.$inferSelect, to: string): Promise<void> {
  const place = { regionCode: to, countyCode: countyCode(to) };
  const there = await tx.db.$count(constructionPlans, and(eq(constructionPlans.countyCode, place.countyCode), eq(constructionPlans.regionCode, to), ne(constructionPlans.state, 'closed')));
  const state = plan.state !== 'closed' && there > 0 ? { state: 'closed' as const, closedReason: `${plan.regionCode} → ${to}` } : {};
  const own = and(eq(constructionPlans.countyCode, plan.countyCode), eq(constructionPlans.id, plan.id));
  const ofPlan = (table: typeof planGoals | typeof planTasks | typeof planVersions) => and(eq(table.countyCode, plan.countyCode), eq(table.planId, plan.id));
  if (place.countyCode === plan.countyCode) {
    await tx.db.update(constructionPlans).set({ regionCode: to, ...state }).where(own);
    await tx.db.update(planTasks).set({ regionCode: to }).where(ofPlan(planTasks));
    return;
  }
  const [goals, tasks, versions] = [
    await tx.db.select().from(planGoals).where(ofPlan(planGoals)), await tx.db.select().from(planTasks).where(ofPlan(planTasks)), await tx.db.select().from(planVersions).where(ofPlan(planVersions)),
  ];
  await tx.db.insert(constructionPlans).values({ ...plan, ...place, ...state });
  if (goals.length > 0) await tx.db.insert(planGoals).values(goals.map((row) => ({ ...row, countyCode: place.countyCode })));
  if (tasks.length > 0) await tx.db.insert(planTasks).values(tasks.map((row) => ({ ...row, ...place })));
  if (versions.length > 0) await tx.db.insert(planVersions).values(versions.map((row) => ({ ...row, countyCode: place.countyCode })));
  await tx.db.delete(constructionPlans).where(own); // its parts go with it
}

async function carrySession(tx: Change, session: typeof consultingSessions.$inferSelect, to: string): Promise<void> {
  const place = { regionCode: to, countyCode: countyCode(to) };
  const own = and(eq(consultingSessions.countyCode, session.countyCode), eq(consultingSessions.id, session.id));
  const found = and(eq(consultingFindings.countyCode, session.countyCode), eq(consultingFindings.sessionId, session.id));
  if (place.countyCode === session.countyCode) {
    await tx.db.update(consultingSessions).set({ regionCode: to }).where(own);
    await tx.db.update(consultingFindings).set({ regionCode: to }).where(found);
    return;
  }
  const findings = await tx.db.select().from(consultingFindings).where(found);
  const experts = await tx.db.select().from(sessionExperts).where(and(eq(sessionExperts.countyCode, session.countyCode), eq(sessionExperts.sessionId, session.id)));
  await tx.db.insert(consultingSessions).values({ ...session, ...place });
  if (experts.length > 0) await tx.db.insert(sessionExperts).values(experts.map((row) => ({ ...row, countyCode: place.countyCode })));
  await tx.db.delete(consultingFindings).where(found);
  if (findings.length > 0) await tx.db.insert(consultingFindings).values(findings.map((row) => ({ ...row, ...place })));
  await tx.db.delete(consultingSessions).where(own);
}
