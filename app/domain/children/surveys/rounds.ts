import { and, eq, lt } from 'drizzle-orm';
import { allow } from '#app/domain/base/accounts/access.ts';
import { leaveEvidence } from '#app/domain/base/evidence/leave-evidence.ts';
import { type Change, change } from '#app/platform/change.ts';
import { countyCode } from '#app/platform/county-code.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { addDays, beijingDay } from '#app/platform/dates.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { surveysWords } from '#app/i18n/surveys.ts';
import type { RoundInput } from './input.ts';
import { mixRound } from './mix-sheets.ts';
import type { Audience } from './model.ts';
import { getSurvey, type Round, type Survey } from './read.ts';
import { surveyResponses, surveyRounds } from './tables.server.ts';
import { takeInRest } from './take-in-sheets.ts';

/** 开一轮调查 with the newest version of a survey of the same place. */
export function openRound(ctx: Ctx, regionCode: string, surveyId: string, input: RoundInput, isInvented = false): Promise<string> {
  return change(ctx, async (tx) => {
    allow(tx, 'survey.edit', { regionCode });
    const survey = await getSurvey(tx, regionCode, surveyId);
    return addRound(tx, survey, regionCode, { ...input, isInvented });
  });
}

/** 一轮: part of the change that opens one or many. */
export async function addRound(tx: Change, survey: Pick<Survey, 'countyCode' | 'id' | 'version' | 'audience' | 'state'>, regionCode: string, more: RoundInput & { isInvented?: boolean; campaignId?: string }): Promise<string> {
  if (survey.version === 0 || survey.state === 'put-away') throw new Refusal('survey-not-published');
  if (more.closesOn < beijingDay(tx.now)) throw new Refusal('survey-days-past');
  const [round] = await tx.db
    .insert(surveyRounds)
    .values({ countyCode: countyCode(regionCode), regionCode, surveyCounty: survey.countyCode, surveyId: survey.id, version: survey.version, audience: survey.audience, ...more, madeByName: tx.actor.name, madeAt: tx.now })
    .returning({ id: surveyRounds.id });
  await tx.record('survey.round-opened', { id: round!.id, regionCode }, { title: more.title, wave: more.wave, closesOn: more.closesOn });
  return round!.id;
}

/** 该轮 for whoever runs it, held until the change is over. */
export async function holdRound(tx: Change, regionCode: string, id: string): Promise<Round> {
  allow(tx, 'survey.edit', { regionCode });
  const [round] = await tx.db.select().from(surveyRounds).where(and(eq(surveyRounds.countyCode, countyCode(regionCode)), eq(surveyRounds.id, id), eq(surveyRounds.regionCode, regionCode))).for('update');
  if (!round) throw new Refusal('survey-round-not-found', 404);
  if (round.state === 'closed') throw new Refusal('survey-round-closed');
  return round;
}

/** 改邀请人数: what the response rate is counted from. */
export function setInvited(ctx: Ctx, regionCode: string, id: string, invited: number): Promise<void> {
  return change(ctx, async (tx) => {
    const round = await holdRound(tx, regionCode, id);
    await tx.db.update(surveyRounds).set({ invited }).where(and(eq(surveyRounds.countyCode, round.countyCode), eq(surveyRounds.id, id)));
    await tx.record('survey.invited-set', round, { invited });
  });
}

/** 结束一轮 before its last day. */
export function closeRound(ctx: Ctx, regionCode: string, id: string): Promise<void> {
  return change(ctx, async (tx) => end(tx, await holdRound(tx, regionCode, id)));
}

/** 到期结束: rounds whose last day is over. */
export async function closeDueRounds(ctx: Ctx): Promise<string> {
  const due = await ctx.db.select({ countyCode: surveyRounds.countyCode, id: surveyRounds.id }).from(surveyRounds).where(and(eq(surveyRounds.state, 'open'), lt(surveyRounds.closesOn, beijingDay(ctx.now)))).limit(500);
  for (const { countyCode: county, id } of due) {
    await change(ctx, async (tx) => {
      const [round] = await tx.db.select().from(surveyRounds).where(and(eq(surveyRounds.countyCode, county), eq(surveyRounds.id, id))).for('update');
      if (round?.state === 'open') await end(tx, round);
      else await tx.record('survey.round-found-closed', { id, regionCode: round?.regionCode ?? '*' });
    });
  }
  return String(due.length);
}

/** Nobody's sheet comes after; the sheets lie in no order; what was done is evidence of its rule. */
async function end(tx: Change, round: Round): Promise<void> {
  const { countyCode: county, id, regionCode, audience } = round;
  await takeInRest(tx, round);
  await mixRound(tx, round);
  const answered = await tx.db.$count(surveyResponses, and(eq(surveyResponses.countyCode, county), eq(surveyResponses.roundId, id)));
  await tx.db.update(surveyRounds).set({ state: 'closed', answered, closedAt: tx.now, closedByName: tx.actor.name }).where(and(eq(surveyRounds.countyCode, county), eq(surveyRounds.id, id)));
  if (answered >= leastTold) await leave(tx, round, answered);
  await tx.record('survey.round-closed', { id, regionCode }, { title: round.title, regionCode, audience, wave: round.wave, answered, invited: round.invited });
}

/** Fewer sheets than these are told nowhere. */
const leastTold = 5;
/** A year's survey stands for a year (A2.3). */
const yearDays = 365;
const ruleOf: Record<Audience, string[]> = { 'children-4-7': ['A2.3', 'A3.1'], 'children-8-12': ['A2.3', 'A3.1'], 'children-13-18': ['A2.3', 'A3.1'], carers: ['A2.3'], staff: [] };
const bandOf = { 'children-4-7': '4-6', 'children-8-12': '7-12', 'children-13-18': '13-18', carers: '', staff: '' } as const;

async function leave(tx: Change, { id, regionCode, audience, title, invited, opensOn }: Round, answered: number): Promise<void> {
  if (ruleOf[audience].length === 0) return;
  const words = surveysWords['zh-CN'];
  const today = beijingDay(tx.now);
  await leaveEvidence(tx, {
    regionCode, kind: 'number', title: words.evidence.title(words.audiences[audience], today.slice(0, 4)), text: words.evidence.text(title, opensOn, today, invited, answered),
    value: { number: answered, unit: words.evidence.unit }, source: { room: 'surveys', name: words.evidence.source, subjectId: id }, ruleIds: ruleOf[audience],
    validFrom: today, validTo: addDays(today, yearDays), ageBand: bandOf[audience],
  });
}
