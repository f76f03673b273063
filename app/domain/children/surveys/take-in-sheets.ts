import { and, eq } from 'drizzle-orm';
import type { Change } from '#app/platform/change.ts';
import { beijingDay } from '#app/platform/dates.ts';
import { settledAnswers } from './differences.ts';
import type { Definition } from './model.ts';
import { definitionOf, type Round } from './read.ts';
import { keepWords } from './sheets.ts';
import { surveyDoubleSheets, surveyResponses } from './tables.server.ts';

export type DoubleSheet = typeof surveyDoubleSheets.$inferSelect;

/** The row of a sheet that is being entered twice. */
export const ofSheet = ({ countyCode, id }: Pick<DoubleSheet, 'countyCode' | 'id'>) => and(eq(surveyDoubleSheets.countyCode, countyCode), eq(surveyDoubleSheets.id, id));

/** 收进答卷: from here on nobody knows which paper it was. */
export async function takeIn(tx: Change, round: Round, definition: Definition, sheet: DoubleSheet, packed: string): Promise<void> {
  await tx.db.insert(surveyResponses).values({ countyCode: round.countyCode, roundId: round.id, answeredOn: beijingDay(tx.now), channel: 'paper', answers: packed });
  await keepWords(tx, round, definition, sheet.words);
  await tx.db.delete(surveyDoubleSheets).where(ofSheet(sheet));
}

/** 结束时还没核定的: what only one person entered stands as it is; what two read differently counts as not answered. */
export async function takeInRest(tx: Change, round: Round): Promise<void> {
  const rest = await tx.db.select().from(surveyDoubleSheets).where(and(eq(surveyDoubleSheets.countyCode, round.countyCode), eq(surveyDoubleSheets.roundId, round.id)));
  if (rest.length === 0) return;
  const definition = await definitionOf(tx, round);
  for (const sheet of rest) await takeIn(tx, round, definition, sheet, settledAnswers(definition, sheet.first, sheet.second ?? sheet.first, {}));
}
