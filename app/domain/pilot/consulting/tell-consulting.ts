import { and, asc, eq, gt, gte, lte, or, sql } from 'drizzle-orm';
import type { MessageKind } from '#app/domain/base/inbox/model.ts';
import { tell, tellEach } from '#app/domain/base/inbox/tell.ts';
import { whoMay } from '#app/domain/base/inbox/who-may.ts';
import { regions } from '#app/domain/base/regions/tables.server.ts';
import { countyCode } from '#app/platform/county-code.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { addDays, beijingDay, beijingTime } from '#app/platform/dates.ts';
import { inBatches } from '#app/platform/in-batches.ts';
import { consultingFindings, consultingSessions, planTasks, sessionExperts } from './tables.server.ts';

const mostPeople = 50;
const peopleOf = async (ctx: Ctx, regionCode: string) => (await whoMay(ctx, 'plan.edit', regionCode)).slice(0, mostPeople);

type SessionNews = 'advice-asked' | 'advice-arranged' | 'advice-ended' | 'advice-held' | 'finding-answered' | 'finding-settled';

/** 告知咨询进展: the office hears of a wish, everybody concerned of a time, the community of minutes and verdicts, the advisers of what was done. */
export async function tellSession(ctx: Ctx, sessionId: string, kind: SessionNews, cause: string): Promise<string> {
  const [session] = await ctx.db
    .select({ id: consultingSessions.id, regionCode: consultingSessions.regionCode, topic: consultingSessions.topic, startsAt: consultingSessions.startsAt, place: consultingSessions.place, unit: regions.name })
    .from(consultingSessions)
    .innerJoin(regions, eq(regions.code, consultingSessions.regionCode))
    .where(eq(consultingSessions.id, sessionId));
  if (!session) return '';
  const params = { unit: session.unit, topic: session.topic, day: session.startsAt ? beijingTime(session.startsAt).slice(0, 16) : '', place: session.place };
  const experts = (await ctx.db.select({ id: sessionExperts.expertId }).from(sessionExperts).where(and(eq(sessionExperts.countyCode, countyCode(session.regionCode)), eq(sessionExperts.sessionId, sessionId)))).map(({ id }) => id);
  const [desk, work] = [`/desk/consulting/${session.regionCode}/${sessionId}`, `/work/${session.regionCode}/plan/advice`];
  const toCommunity = async () => tell(ctx, await peopleOf(ctx, session.regionCode), kind, params, work, cause);
  if (kind === 'advice-asked') return String(await tell(ctx, await whoMay(ctx, 'advice.arrange', session.regionCode), kind, params, desk, cause));
  if (kind === 'finding-answered') return String(await tell(ctx, experts, kind, params, desk, cause));
  const told = await toCommunity();
  return String(kind === 'advice-arranged' || kind === 'advice-ended' ? told + (await tell(ctx, experts, kind, params, desk, cause)) : told);
}

/** Days before a day at which what is due by then is called to mind, and days after it within which it is still told that it is late. */
const ahead = 7;
const since = 30;

type Item = { id: string; regionCode: string; unit: string; title: string; dueOn: string };

/** 到期和逾期提醒, every morning: tasks of signed plans and open findings, each told once before its day and once after it. */
export async function remindPlans(ctx: Ctx): Promise<string> {
  const today = beijingDay(ctx.now);
  const window = [addDays(today, -since), addDays(today, ahead)] as const;
  const tasks = (after: string, most: number): Promise<Item[]> =>
    ctx.db
      .select({ id: planTasks.id, regionCode: planTasks.regionCode, unit: regions.name, title: planTasks.title, dueOn: planTasks.dueOn })
      .from(planTasks)
      .innerJoin(regions, eq(regions.code, planTasks.regionCode))
      .where(and(
        or(eq(planTasks.state, 'planned'), eq(planTasks.state, 'under-way')), gte(planTasks.dueOn, window[0]), lte(planTasks.dueOn, window[1]), gt(planTasks.id, after),
        sql`exists (select from construction_plans p where p.county_code = ${planTasks.countyCode} and p.id = ${planTasks.planId} and p.state = 'in-force')`,
      ))
      .orderBy(asc(planTasks.id))
      .limit(most);
  const findings = (after: string, most: number): Promise<Item[]> =>
    ctx.db
      .select({ id: consultingFindings.id, regionCode: consultingFindings.regionCode, unit: regions.name, title: consultingFindings.action, dueOn: consultingFindings.dueOn })
      .from(consultingFindings)
      .innerJoin(regions, eq(regions.code, consultingFindings.regionCode))
      .where(and(eq(consultingFindings.state, 'open'), gte(consultingFindings.dueOn, window[0]), lte(consultingFindings.dueOn, window[1]), gt(consultingFindings.id, after)))
      .orderBy(asc(consultingFindings.id))
      .limit(most);
  let told = 0;
  for await (const batch of inBatches(tasks)) told += await remind(ctx, batch, today, ['plan-task-due', 'plan-task-late'], 'plan');
  for await (const batch of inBatches(findings)) told += await remind(ctx, batch, today, ['finding-due', 'finding-late'], 'plan/advice');
  return String(told);
}

async function remind(ctx: Ctx, items: readonly Item[], today: string, [due, late]: readonly [MessageKind, MessageKind], page: string): Promise<number> {
  const people = new Map<string, string[]>();
  for (const code of new Set(items.map(({ regionCode }) => regionCode))) people.set(code, await peopleOf(ctx, code));
  let told = 0;
  for (const [kind, some] of [[due, items.filter(({ dueOn }) => dueOn >= today)], [late, items.filter(({ dueOn }) => dueOn < today)]] as const) {
    const tellings = some.flatMap(({ id, regionCode, unit, title, dueOn }) =>
      people.get(regionCode)!.map((userId) => ({ userId, params: { unit, title, day: dueOn }, link: `/work/${regionCode}/${page}`, cause: `${kind}:${id}:${dueOn}` })),
    );
    told += await tellEach(ctx, kind, tellings);
  }
  return told;
}
