import { change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { beijingDay } from '#app/platform/dates.ts';
import { type Answers, cleanAnswers, packAnswers } from './model.ts';
import { definitionOf } from './read.ts';
import { holdRound } from './rounds.ts';
import { keepWords, refuseNothing } from './sheets.ts';
import { surveyResponses } from './tables.server.ts';

/** 录入纸质问卷: one sheet or a pile, as staff read them off paper; which paper it was is not kept. */
export function enterSheets(ctx: Ctx, regionCode: string, roundId: string, sheets: readonly Answers[]): Promise<number> {
  return change(ctx, async (tx) => {
    const round = await holdRound(tx, regionCode, roundId);
    const definition = await definitionOf(tx, round);
    const cleaned = sheets.map((sheet) => cleanAnswers(definition, sheet));
    for (const sheet of cleaned) refuseNothing(definition, sheet);
    const row = { countyCode: round.countyCode, roundId, answeredOn: beijingDay(tx.now), channel: 'paper' as const };
    await tx.db.insert(surveyResponses).values(cleaned.map((sheet) => ({ ...row, answers: packAnswers(definition, sheet) })));
    for (const sheet of cleaned) await keepWords(tx, round, definition, sheet);
    await tx.record('survey.sheets-entered', round, { sheets: cleaned.length });
    return cleaned.length;
  });
}
