import { and, eq } from 'drizzle-orm';
import { suggestionCounts } from '#app/domain/children/suggestions/counts.ts';
import { surveyVoices } from '#app/domain/children/survey-results/voices.ts';
import { surveysWords } from '#app/i18n/surveys.ts';
import { evaluationWords } from '#app/i18n/evaluation.ts';
import { change, type Change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { beijingDay } from '#app/platform/dates.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { type Evaluation, holdEvaluation, onlyEvaluator } from './hold.ts';
import { itemsOf } from './items.ts';
import { levelAt } from './model.ts';
import { evaluationIndicators, evaluationVoices } from './tables.server.ts';

/** 从调查和建议取数, again while it is drafted: what was taken before is replaced, what was entered by hand stays. */
export function takeVoices(ctx: Ctx, code: string, id: string): Promise<void> {
  return change(ctx, async (tx) => {
    const row = await holdEvaluation(tx, code, id);
    await onlyEvaluator(tx, row);
    if (row.state !== 'drafting') throw new Refusal('evaluation-with-community');
    if (row.kind !== 'whole') throw new Refusal('evaluation-only-whole');
    await tx.record('evaluation.voices-taken', row, await fillVoices(tx, row));
  });
}

const ruleOfAnswers = 'A3.3';
/** A share of fewer answers says nothing. */
const leastAnswers = 5;

/** 自动带入: counted answers of the newest surveys, and how many suggestions of children were answered in time; part of another change. */
export async function fillVoices(tx: Change, row: Evaluation): Promise<{ voices: number; indicators: number }> {
  const key = { countyCode: row.countyCode, evaluationId: row.id };
  const ids = new Set((await itemsOf(tx, row)).map((item) => item.id));
  const words = evaluationWords['zh-CN'];
  const { audiences } = surveysWords['zh-CN'];
  const voices = (await surveyVoices(tx, row.regionCode)).filter(({ ruleId }) => ids.has(ruleId));
  for (const table of [evaluationVoices, evaluationIndicators]) await tx.db.delete(table).where(and(eq(table.countyCode, key.countyCode), eq(table.evaluationId, key.evaluationId), eq(table.isByHand, false)));
  if (voices.length > 0) {
    await tx.db.insert(evaluationVoices).values(voices.map(({ voice, audience, text, ruleId, yes, partly, no, title, closedOn }) => ({
      ...key, voice, ageBand: audiences[audience], question: text.zh, ruleId, yes, partly, no, source: words.fromSurvey(title), gatheredOn: closedOn, addedByName: tx.actor.name, isByHand: false,
    })));
  }
  const indicators = ids.has(ruleOfAnswers) ? await answeredInTime(tx, row) : [];
  if (indicators.length > 0) await tx.db.insert(evaluationIndicators).values(indicators.map((one) => ({ ...key, ...one, addedByName: tx.actor.name, isByHand: false })));
  return { voices: voices.length, indicators: indicators.length };
}

async function answeredInTime(tx: Change, { regionCode, settings }: Evaluation) {
  const { answerDue, answeredInTime: inTime } = await suggestionCounts(tx, regionCode);
  if (answerDue < leastAnswers) return [];
  const share = Math.round((100 * inTime) / answerDue);
  const words = evaluationWords['zh-CN'];
  return [{ ruleId: ruleOfAnswers, name: words.answeredInTime, value: String(share), unit: '%', level: levelAt(share, settings), source: words.fromSuggestions, asOf: beijingDay(tx.now) }];
}
