import { and, eq } from 'drizzle-orm';
import { allow } from '#app/domain/base/accounts/access.ts';
import { cite } from '#app/domain/base/evidence/cite.ts';
import { rulesOf } from '#app/domain/base/standard/model.ts';
import { currentEdition } from '#app/domain/base/standard/read.ts';
import { change, type Change } from '#app/platform/change.ts';
import { countyCode } from '#app/platform/county-code.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { beijingDay } from '#app/platform/dates.ts';
import { isId } from '#app/platform/is-id.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { holdPlan } from './hold-plan.ts';
import { allowToAdvise, lockSession } from './hold-session.ts';
import type { FindingInput, ReportInput, VerdictInput } from './input.ts';
import { addTaskTo } from './save-task.ts';
import type { Finding } from './sessions.ts';
import { consultingFindings } from './tables.server.ts';

/** 提出问题: what was found at a session, and the action agreed on, with who and until when. */
export function addFinding(ctx: Ctx, regionCode: string, sessionId: string, { rules, ...input }: FindingInput): Promise<string> {
  return change(ctx, async (tx) => {
    const { session, experts } = await lockSession(tx, regionCode, sessionId);
    allowToAdvise(tx, session, experts);
    if (session.state !== 'held') throw new Refusal('session-not-held');
    if (input.dueOn < beijingDay(tx.now)) throw new Refusal('finding-day-past', 400);
    const known = new Set(rulesOf(await currentEdition(tx)).map(({ id }) => id));
    if (rules.some((id) => !known.has(id))) throw new Refusal('rule-of-another-edition');
    const found = { foundBy: tx.actor.id, foundByName: tx.actor.name, foundAt: tx.now };
    const [row] = await tx.db.insert(consultingFindings).values({ countyCode: session.countyCode, regionCode, sessionId, ...input, ruleIds: rules, ...found }).returning({ id: consultingFindings.id });
    await tx.record('advice.finding-added', { id: sessionId, regionCode }, { findingId: row!.id, action: input.action, dueOn: input.dueOn });
    return row!.id;
  });
}

async function lockFinding(tx: Change, regionCode: string, id: string): Promise<Finding> {
  const here = and(eq(consultingFindings.countyCode, countyCode(regionCode)), eq(consultingFindings.id, id), eq(consultingFindings.regionCode, regionCode));
  const [finding] = isId(id) ? await tx.db.select().from(consultingFindings).where(here).for('update') : [];
  if (!finding) throw new Refusal('finding-not-found', 404);
  return finding;
}

async function update(tx: Change, { countyCode: county, id }: Finding, set: Partial<Finding>): Promise<void> {
  await tx.db.update(consultingFindings).set(set).where(and(eq(consultingFindings.countyCode, county), eq(consultingFindings.id, id)));
}

/** 报告整改: the community says what it did, with evidence. */
export function answerFinding(ctx: Ctx, regionCode: string, id: string, { report, evidence }: ReportInput): Promise<void> {
  return change(ctx, async (tx) => {
    allow(tx, 'plan.edit', { regionCode });
    const finding = await lockFinding(tx, regionCode, id);
    if (finding.state !== 'open') throw new Refusal('finding-not-open');
    await update(tx, finding, { state: 'answered', report, reportedByName: tx.actor.name, reportedAt: tx.now });
    for (const evidenceId of evidence) await cite(tx, { evidenceId, regionCode, by: 'plan', subjectId: id });
    await tx.record('advice.finding-answered', { id: finding.sessionId, regionCode }, { findingId: id, evidence: evidence.length });
  });
}

/** 核实整改: whoever advises closes it, or sends it back with what is still missing. */
export function judgeFinding(ctx: Ctx, regionCode: string, id: string, { verdict, note }: VerdictInput): Promise<void> {
  return change(ctx, async (tx) => {
    const finding = await lockFinding(tx, regionCode, id);
    const { session, experts } = await lockSession(tx, regionCode, finding.sessionId);
    allowToAdvise(tx, session, experts);
    if (finding.state !== 'answered') throw new Refusal('finding-not-answered');
    const closes = verdict === 'close';
    await update(tx, finding, closes ? { state: 'closed', verdict: note, closedByName: tx.actor.name, closedAt: tx.now } : { state: 'open', verdict: note });
    await tx.record(closes ? 'advice.finding-closed' : 'advice.finding-sent-back', session, { findingId: id, note });
  });
}

/** 列入计划: the action becomes a task of the plan, once. */
export function findingToTask(ctx: Ctx, regionCode: string, id: string): Promise<string> {
  return change(ctx, async (tx) => {
    const plan = await holdPlan(tx, regionCode);
    const finding = await lockFinding(tx, regionCode, id);
    if (finding.state === 'closed') throw new Refusal('finding-not-open');
    if (finding.taskId) throw new Refusal('already-in-plan');
    const today = beijingDay(tx.now);
    const taskId = await addTaskTo(tx, plan, {
      title: finding.action.slice(0, 200), details: finding.finding, owner: finding.owner, partner: '', cost: null, goalId: null, rules: finding.ruleIds,
      startsOn: today < finding.dueOn ? today : finding.dueOn, dueOn: finding.dueOn,
    }, { source: 'finding', sourceId: id });
    await update(tx, finding, { taskId });
    return taskId;
  });
}
