import { and, eq } from 'drizzle-orm';
import { type Change, change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { isId } from '#app/platform/is-id.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { differencesOf, settledAnswers } from './differences.ts';
import { type Answers, cleanAnswers, type Definition, packAnswers, packedItems } from './model.ts';
import { definitionOf, type Round } from './read.ts';
import { holdRound } from './rounds.ts';
import { refuseNothing } from './sheets.ts';
import { surveyDoubleSheets, surveyRounds } from './tables.server.ts';
import { type DoubleSheet, ofSheet, takeIn } from './take-in-sheets.ts';

/**
 * 双录: a sheet under the number written on the paper. The second time it is entered by another person, who does not see the first reading;
 * where both are the same it is a sheet like any other, and nothing is kept of its number.
 */
export function enterTwice(ctx: Ctx, regionCode: string, roundId: string, number: number, given: Answers): Promise<'first' | 'agreed' | 'differs'> {
  return change(ctx, async (tx) => {
    const round = await holdRound(tx, regionCode, roundId);
    const definition = await definitionOf(tx, round);
    const answers = cleanAnswers(definition, given);
    refuseNothing(definition, answers);
    const packed = packAnswers(definition, answers);
    const [known] = await tx.db.select().from(surveyDoubleSheets).where(and(eq(surveyDoubleSheets.countyCode, round.countyCode), eq(surveyDoubleSheets.roundId, roundId), eq(surveyDoubleSheets.number, number)));
    if (!known) {
      const words = Object.fromEntries(definition.items.flatMap(({ id, kind }) => (kind === 'text' && answers[id] ? [[id, answers[id]]] : [])));
      await tx.db.insert(surveyDoubleSheets).values({ countyCode: round.countyCode, roundId, number, first: packed, firstBy: tx.actor.id, firstByName: tx.actor.name, words });
      await tx.record('survey.sheet-entered-once', round);
      return 'first';
    }
    if (known.second !== null) throw new Refusal('survey-sheet-twice');
    if (known.firstBy === tx.actor.id) throw new Refusal('survey-second-person', 403);
    const different = differencesOf(definition, known.first, packed).length;
    await tx.db
      .update(surveyRounds)
      .set({ doubleSheets: round.doubleSheets + 1, doubleCells: round.doubleCells + packedItems(definition).length, doubleDifferent: round.doubleDifferent + different })
      .where(and(eq(surveyRounds.countyCode, round.countyCode), eq(surveyRounds.id, roundId)));
    await tx.record('survey.sheet-entered-twice', round, { different });
    if (different === 0) {
      await takeIn(tx, round, definition, known, packed);
      return 'agreed';
    }
    await tx.db.update(surveyDoubleSheets).set({ second: packed, secondByName: tx.actor.name }).where(ofSheet(known));
    return 'differs';
  });
}

/** 核定: somebody looks at the paper again and says what stands there; a question nobody can read counts as not answered. */
export function settleSheet(ctx: Ctx, regionCode: string, roundId: string, sheetId: string, chosen: Record<string, string>): Promise<void> {
  return change(ctx, async (tx) => {
    const { round, sheet, definition } = await holdSheet(tx, regionCode, roundId, sheetId);
    if (sheet.second === null) throw new Refusal('survey-sheet-once');
    const open = differencesOf(definition, sheet.first, sheet.second).filter(({ item, first, second }) => ![first, second, '.'].includes(chosen[item.id] ?? ''));
    if (open.length > 0) throw new Refusal('survey-sheet-open', 422);
    await takeIn(tx, round, definition, sheet, settledAnswers(definition, sheet.first, sheet.second, chosen));
    await tx.record('survey.sheet-settled', round);
  });
}

/** 撤去 a sheet that was entered under a wrong number; it can be entered again. */
export function putAwaySheet(ctx: Ctx, regionCode: string, roundId: string, sheetId: string): Promise<void> {
  return change(ctx, async (tx) => {
    const { round, sheet } = await holdSheet(tx, regionCode, roundId, sheetId);
    await tx.db.delete(surveyDoubleSheets).where(ofSheet(sheet));
    await tx.record('survey.sheet-put-away', round);
  });
}

async function holdSheet(tx: Change, regionCode: string, roundId: string, sheetId: string): Promise<{ round: Round; sheet: DoubleSheet; definition: Definition }> {
  const round = await holdRound(tx, regionCode, roundId);
  const [sheet] = isId(sheetId) ? await tx.db.select().from(surveyDoubleSheets).where(and(ofSheet({ countyCode: round.countyCode, id: sheetId }), eq(surveyDoubleSheets.roundId, roundId))) : [];
  if (!sheet) throw new Refusal('survey-sheet-not-found', 404);
  return { round, sheet, definition: await definitionOf(tx, round) };
}
