import { randomUUID } from 'node:crypto';
import { and, eq, sql } from 'drizzle-orm';
import { seal, unseal } from '#app/domain/base/accounts/sealed.ts';
import { holdForModeration } from '#app/domain/children/moderation/hold-for-moderation.ts';
import { type Change, change } from '#app/platform/change.ts';
import { type Ctx, visitor } from '#app/platform/ctx.ts';
import { beijingDay } from '#app/platform/dates.ts';
import { limit } from '#app/platform/limit.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { type Answers, cleanAnswers, codeLength, type Definition, isForChildren, packAnswers, packedItems, tidySurveyCode } from './model.ts';
import { definitionOf, type Round } from './read.ts';
import { surveyCodes, surveyComments, surveyResponses, surveyRounds } from './tables.server.ts';

/** 开始答卷: which round a code opens, and the slip of paper (`ticket`) that one sheet can be handed in with, today. */
export type Begun = { ticket: string; definition: Definition; round: Pick<Round, 'id' | 'title' | 'audience' | 'closesOn'> };
type Ticket = { county: number; round: string; code: string; sheet: string; day: string };

const wrongCodes = { most: 30, seconds: 600 };
const mark = 'survey-sheet ';

/** Whoever answers is nobody: not even a colleague who happens to be signed in, and no line of the log leads to the record. */
const nobody = (ctx: Ctx): Ctx => ({ ...ctx, actor: visitor, child: undefined, requestId: '' });

/** 用码开始: a seat of a class is taken now, so that nobody answers everything and then hears that there is no room; a slip is used up when it is handed in. */
export async function beginSheet(ctx: Ctx, typed: string): Promise<Begun> {
  const { code, round } = await behind(ctx, tidySurveyCode(typed));
  const definition = await definitionOf(ctx, round);
  if (code.kind === 'slip' && code.used >= code.seats) throw new Refusal('survey-slip-used');
  if (code.kind === 'class') {
    await change(nobody(ctx), async (tx) => {
      await takeSeat(tx, round.countyCode, code.id, 'survey-class-full');
      await tx.record('survey.begun', round);
    });
  }
  const ticket: Ticket = { county: round.countyCode, round: round.id, code: code.id, sheet: randomUUID(), day: beijingDay(ctx.now) };
  return { ticket: seal(mark + JSON.stringify(ticket)), definition, round };
}

/** 码后面的一轮, open today. Wrong codes are counted, so that nobody tries them all. */
async function behind(ctx: Ctx, typed: string) {
  const today = beijingDay(ctx.now);
  const [found] = typed.length === codeLength
    ? await ctx.db.select({ code: surveyCodes, round: surveyRounds }).from(surveyCodes)
        .innerJoin(surveyRounds, and(eq(surveyRounds.countyCode, surveyCodes.countyCode), eq(surveyRounds.id, surveyCodes.roundId)))
        .where(eq(surveyCodes.code, typed)).limit(1)
    : [];
  if (!found) {
    await limit(ctx, `survey-code:${ctx.address ?? ''}`, wrongCodes.most, wrongCodes.seconds);
    throw new Refusal('survey-code-unknown', 404);
  }
  if (found.code.isStopped) throw new Refusal('survey-code-stopped');
  refuseUnlessOpen(found.round, today);
  return found;
}

function refuseUnlessOpen(round: Pick<Round, 'state' | 'opensOn' | 'closesOn'>, today: string): void {
  if (round.opensOn > today) throw new Refusal('survey-not-yet');
  if (round.state === 'closed' || round.closesOn < today) throw new Refusal('survey-over');
}

/** 正在填的问卷 behind a ticket. */
export async function surveyOf(ctx: Ctx, ticket: string): Promise<{ definition: Definition; round: Begun['round'] }> {
  const { county, round: roundId, day } = opened(ticket);
  const today = beijingDay(ctx.now);
  if (day !== today) throw new Refusal('survey-ticket-old');
  const [round] = await ctx.db.select().from(surveyRounds).where(and(eq(surveyRounds.countyCode, county), eq(surveyRounds.id, roundId)));
  if (!round) throw new Refusal('survey-ticket-unreadable', 400);
  refuseUnlessOpen(round, today);
  return { definition: await definitionOf(ctx, round), round };
}

async function takeSeat(tx: Change, county: number, codeId: string, otherwise: string): Promise<void> {
  const taken = await tx.db
    .update(surveyCodes).set({ used: sql`${surveyCodes.used} + 1` })
    .where(and(eq(surveyCodes.countyCode, county), eq(surveyCodes.id, codeId), sql`${surveyCodes.used} < ${surveyCodes.seats}`, eq(surveyCodes.isStopped, false)))
    .returning({ id: surveyCodes.id });
  if (taken.length === 0) throw new Refusal(otherwise);
}

/** 交卷: once for each ticket, however often it arrives; the answer to the second time is that of the first. */
export async function handIn(ctx: Ctx, ticket: string, given: Answers): Promise<void> {
  const { county, round: roundId, code: codeId, sheet, day } = opened(ticket);
  if (day !== beijingDay(ctx.now)) throw new Refusal('survey-ticket-old');
  await change(nobody(ctx), async (tx) => {
    const [round] = await tx.db.select().from(surveyRounds).where(and(eq(surveyRounds.countyCode, county), eq(surveyRounds.id, roundId))).for('share');
    if (!round) throw new Refusal('survey-ticket-unreadable', 400);
    const own = and(eq(surveyResponses.countyCode, county), eq(surveyResponses.roundId, roundId), eq(surveyResponses.id, sheet));
    if ((await tx.db.$count(surveyResponses, own)) === 0) {
      refuseUnlessOpen(round, day);
      const definition = await definitionOf(tx, round);
      const answers = cleanAnswers(definition, given);
      refuseNothing(definition, answers);
      const [kept] = await tx.db
        .insert(surveyResponses).values({ countyCode: county, roundId, id: sheet, answeredOn: day, channel: 'web', answers: packAnswers(definition, answers) })
        .onConflictDoNothing().returning({ id: surveyResponses.id });
      if (kept) {
        await useSlip(tx, county, codeId);
        await keepWords(tx, round, definition, answers);
      }
    }
    await tx.record('survey.answered', round);
  });
}

/** 一题也没答 is no sheet; "rather not say" to everything is one. */
export function refuseNothing(definition: Definition, answers: Answers): void {
  if (packedItems(definition).every(({ id }) => answers[id] === undefined)) throw new Refusal('survey-nothing-answered', 400);
}

async function useSlip(tx: Change, county: number, codeId: string): Promise<void> {
  const [code] = await tx.db.select({ kind: surveyCodes.kind }).from(surveyCodes).where(and(eq(surveyCodes.countyCode, county), eq(surveyCodes.id, codeId)));
  if (code?.kind === 'slip') await takeSeat(tx, county, codeId, 'survey-slip-used');
}

/** 附言 wait for a moderator; nothing leads from them to the sheet. */
export async function keepWords(tx: Change, round: Round, definition: Definition, answers: Answers): Promise<void> {
  const { countyCode, id: roundId, regionCode, audience } = round;
  for (const item of definition.items.filter(({ kind, id }) => kind === 'text' && answers[id])) {
    const words = answers[item.id]!;
    const [row] = await tx.db.insert(surveyComments).values({ countyCode, roundId, itemId: item.id, addedOn: beijingDay(tx.now), words }).returning({ id: surveyComments.id });
    await holdForModeration(tx, { kind: 'survey-comment', subjectId: row!.id, regionCode, texts: [{ field: item.id, text: words }], from: isForChildren(audience) ? 'child' : 'adult' });
  }
}

function opened(ticket: string): Ticket {
  try {
    const text = unseal(ticket);
    if (text.startsWith(mark)) return JSON.parse(text.slice(mark.length)) as Ticket;
  } catch {
    // what was not sealed here is no ticket
  }
  throw new Refusal('survey-ticket-unreadable', 400);
}
