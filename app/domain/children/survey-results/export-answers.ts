import { randomInt } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import { allow } from '#app/domain/base/accounts/access.ts';
import { type Sheet, unpackAnswers } from '#app/domain/children/surveys/model.ts';
import { definitionOf, sheetsOf } from '#app/domain/children/surveys/read.ts';
import { surveyRounds } from '#app/domain/children/surveys/tables.server.ts';
import { change } from '#app/platform/change.ts';
import { countyCode } from '#app/platform/county-code.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { isId } from '#app/platform/is-id.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { leastForAnswers, type Table } from './model.ts';
import { surveyResults } from './tables.server.ts';

export type AnswersFile = { title: string; columns: { id: string; text: { zh: string; en: string } }[]; rows: string[][] };

/**
 * 导出去标识的答卷: one line a sheet, in no order, for whoever gave a reason. A cell holds a block of answers as the staff's table shows it, so no
 * value of a column stands for fewer people than the table tells; what people said of themselves, their words, the day and the way are left out.
 */
export function exportAnswers(ctx: Ctx, regionCode: string, roundId: string, { reason }: { reason: string }): Promise<AnswersFile> {
  return change(ctx, async (tx) => {
    allow(tx, 'survey.answers', { regionCode });
    const own = and(eq(surveyResults.countyCode, countyCode(regionCode)), eq(surveyResults.roundId, roundId), eq(surveyResults.regionCode, regionCode));
    const [found] = isId(roundId)
      ? await tx.db.select({ table: surveyResults.staff, title: surveyResults.title, round: surveyRounds }).from(surveyResults)
          .innerJoin(surveyRounds, and(eq(surveyRounds.countyCode, surveyResults.countyCode), eq(surveyRounds.id, surveyResults.roundId))).where(own)
      : [];
    if (!found) throw new Refusal('survey-results-not-found', 404);
    const definition = await definitionOf(tx, found.round);
    const sheets = (await sheetsOf(tx, found.round)).map(({ answers }) => unpackAnswers(definition, answers));
    if (sheets.length < leastForAnswers) throw new Refusal('survey-too-few-answers');
    const { columns, cells } = columnsOf(found.table);
    await tx.record('survey.answers-exported', { id: roundId, regionCode }, { title: found.title, reason });
    return { title: found.title, columns, rows: inNoOrder(sheets).map((sheet) => cells.map((cell) => cell(sheet))) };
  });
}

/** Only what the table parts at least in two: one block over everything says nothing but that somebody answered. */
function columnsOf({ items, choices }: Table) {
  const open = items.filter(({ blocks }) => blocks.length > 1);
  const chosen = choices.filter(({ groups }) => groups.length > 1);
  const cells = [
    ...open.map(({ id, blocks }) => (sheet: Sheet) => {
      const at = blocks.find((block) => block.at.includes(sheet.levels[id] ?? -1))?.at;
      return at ? [...new Set([at[0]! + 1, at.at(-1)! + 1])].join('–') : ''; // a spreadsheet takes 2-3 for a day
    }),
    ...chosen.map(({ id, groups }) => (sheet: Sheet) => groups.find(({ of }) => of.includes(sheet.self[id] ?? ''))?.of.join('+') ?? ''),
  ];
  return { columns: [...open, ...chosen].map(({ id, text }) => ({ id, text })), cells };
}

function inNoOrder<T>(rows: readonly T[]): T[] {
  const mixed = [...rows];
  for (let at = mixed.length - 1; at > 0; at -= 1) {
    const other = randomInt(at + 1);
    [mixed[at], mixed[other]] = [mixed[other]!, mixed[at]!];
  }
  return mixed;
}
