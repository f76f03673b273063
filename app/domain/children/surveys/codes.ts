import { randomBytes } from 'node:crypto';
import { and, eq, inArray, sql } from 'drizzle-orm';
import { type Change, change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';
import type { CodesInput, ConsentInput } from './input.ts';
import { codeFrom, codeLength, isForChildren } from './model.ts';
import type { Round } from './read.ts';
import { holdRound } from './rounds.ts';
import { surveyCodes, surveyConsents } from './tables.server.ts';

const mostCodes = 400;

/** 发码: one for a class with its seats, or slips of one use. Children are only asked once somebody has agreed to it. */
export function addCodes(ctx: Ctx, regionCode: string, roundId: string, input: CodesInput, fixed?: string): Promise<string[]> {
  return change(ctx, async (tx) => {
    const round = await holdRound(tx, regionCode, roundId);
    if (isForChildren(round.audience) && (await tx.db.$count(surveyConsents, ofRound(surveyConsents, round))) === 0) throw new Refusal('survey-consent-needed');
    const many = input.kind === 'slip' ? input.seats : 1;
    if ((await tx.db.$count(surveyCodes, ofRound(surveyCodes, round))) + many > mostCodes) throw new Refusal('survey-codes-full');
    const codes = fixed ? [fixed] : await newCodes(tx, many);
    const seats = input.kind === 'slip' ? 1 : input.seats;
    await tx.db.insert(surveyCodes).values(codes.map((code) => ({ countyCode: round.countyCode, roundId, kind: input.kind, code, label: input.label, seats })));
    await tx.record('survey.codes-made', round, { kind: input.kind, label: input.label, many, seats });
    return codes;
  });
}

const ofRound = (table: typeof surveyCodes | typeof surveyConsents, { countyCode, id }: Pick<Round, 'countyCode' | 'id'>) => and(eq(table.countyCode, countyCode), eq(table.roundId, id));

/** None that anybody has anywhere. */
async function newCodes(tx: Change, many: number): Promise<string[]> {
  for (;;) {
    const codes = [...new Set(Array.from({ length: many }, () => codeFrom(randomBytes(codeLength))))];
    const [taken] = await tx.db.select({ code: surveyCodes.code }).from(surveyCodes).where(inArray(surveyCodes.code, codes)).limit(1);
    if (!taken && codes.length === many) return codes;
  }
}

/** 改座位数 of a class: never fewer than have been taken. */
export function setSeats(ctx: Ctx, regionCode: string, roundId: string, codeId: string, seats: number): Promise<void> {
  return changeCode(ctx, regionCode, roundId, codeId, { seats });
}

/** 停用 a code that went astray. */
export function stopCode(ctx: Ctx, regionCode: string, roundId: string, codeId: string): Promise<void> {
  return changeCode(ctx, regionCode, roundId, codeId, { isStopped: true });
}

function changeCode(ctx: Ctx, regionCode: string, roundId: string, codeId: string, set: { seats: number } | { isStopped: true }): Promise<void> {
  return change(ctx, async (tx) => {
    const round = await holdRound(tx, regionCode, roundId);
    const [code] = await tx.db
      .update(surveyCodes)
      .set('seats' in set ? { seats: sql`greatest(${set.seats}::int, ${surveyCodes.used})` } : set)
      .where(and(ofRound(surveyCodes, round), eq(surveyCodes.id, codeId), 'seats' in set ? eq(surveyCodes.kind, 'class') : undefined))
      .returning({ label: surveyCodes.label, seats: surveyCodes.seats });
    if (!code) throw new Refusal('survey-code-not-found', 404);
    await tx.record('survey.code-changed', round, { label: code.label, seats: code.seats, isStopped: 'isStopped' in set });
  });
}

/** 登记同意: how many agreed on paper, apart from every answer; no name of a child. */
export function noteConsent(ctx: Ctx, regionCode: string, roundId: string, input: ConsentInput): Promise<void> {
  return change(ctx, async (tx) => {
    const round = await holdRound(tx, regionCode, roundId);
    await tx.db.insert(surveyConsents).values({ countyCode: round.countyCode, roundId, ...input, notedByName: tx.actor.name, notedAt: tx.now });
    await tx.record('survey.consent-noted', round, { kind: input.kind, givenBy: input.givenBy, people: input.people, refused: input.refused });
  });
}
