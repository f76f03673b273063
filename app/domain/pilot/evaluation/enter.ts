import { and, eq } from 'drizzle-orm';
import { change, type Change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { beijingDay } from '#app/platform/dates.ts';
import { isId } from '#app/platform/is-id.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { type Evaluation, holdEvaluation, onlyEvaluator } from './hold.ts';
import type { IndicatorInput, VoiceInput } from './input.ts';
import { itemsOf } from './items.ts';
import { evaluationIndicators, evaluationVoices } from './tables.server.ts';

/** 录入意见: counted answers of children or carers, with their source; no answer of anybody alone. */
export function addVoice(ctx: Ctx, code: string, id: string, input: VoiceInput): Promise<void> {
  return change(ctx, async (tx) => {
    const row = await whileDrafting(tx, code, id, input.ruleId, input.gatheredOn);
    if (input.yes + input.partly + input.no === 0) throw new Refusal('evaluation-nobody-asked', 400);
    const [entry] = await tx.db.insert(evaluationVoices).values({ countyCode: row.countyCode, evaluationId: id, addedByName: tx.actor.name, ...input }).returning({ id: evaluationVoices.id });
    await tx.record('evaluation.voice-added', { id, regionCode: row.regionCode }, { voice: input.voice, entry: entry!.id });
  });
}

/** 录入指标: a value with its source and what it says of its rule. */
export function addIndicator(ctx: Ctx, code: string, id: string, input: IndicatorInput): Promise<void> {
  return change(ctx, async (tx) => {
    const row = await whileDrafting(tx, code, id, input.ruleId, input.asOf);
    const [entry] = await tx.db.insert(evaluationIndicators).values({ countyCode: row.countyCode, evaluationId: id, addedByName: tx.actor.name, ...input }).returning({ id: evaluationIndicators.id });
    await tx.record('evaluation.indicator-added', { id, regionCode: row.regionCode }, { rule: input.ruleId, entry: entry!.id });
  });
}

/** 删去一条录入: while it is drafted; the record keeps that it was there. */
export function removeEntry(ctx: Ctx, code: string, id: string, kind: 'voice' | 'indicator', entryId: string): Promise<void> {
  return change(ctx, async (tx) => {
    const row = await whileDrafting(tx, code, id, '', '');
    const table = kind === 'voice' ? evaluationVoices : evaluationIndicators;
    const gone = isId(entryId)
      ? await tx.db.delete(table).where(and(eq(table.countyCode, row.countyCode), eq(table.id, entryId), eq(table.evaluationId, id))).returning({ id: table.id })
      : [];
    if (gone.length === 0) throw new Refusal('evaluation-entry-not-found', 404);
    await tx.record(`evaluation.${kind}-removed`, { id, regionCode: row.regionCode }, { entry: entryId });
  });
}

async function whileDrafting(tx: Change, code: string, id: string, ruleId: string, day: string): Promise<Evaluation> {
  const row = await holdEvaluation(tx, code, id);
  await onlyEvaluator(tx, row);
  if (row.state !== 'drafting') throw new Refusal('evaluation-with-community');
  if (row.kind !== 'whole') throw new Refusal('evaluation-only-whole');
  if (day > beijingDay(tx.now)) throw new Refusal('evaluation-day-ahead', 400);
  if (ruleId !== '' && !(await itemsOf(tx, row)).some((item) => item.id === ruleId)) throw new Refusal('rule-of-another-edition');
  return row;
}
