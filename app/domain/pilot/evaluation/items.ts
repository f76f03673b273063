import { and, asc, eq } from 'drizzle-orm';
import { rulesOf } from '#app/domain/base/standard/model.ts';
import { getEdition } from '#app/domain/base/standard/read.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import type { Evaluation } from './hold.ts';
import type { Words } from './model.ts';
import { evaluationIndicators, evaluationLevels, evaluationVoices } from './tables.server.ts';

/** 评估的条目: the rules of the edition, or the points of the settings. */
export type AskedItem = Words & { id: string; section: Words | null; isMust: boolean };

export async function itemsOf(ctx: Ctx, { kind, editionId, settings }: Pick<Evaluation, 'kind' | 'editionId' | 'settings'>): Promise<AskedItem[]> {
  if (editionId !== null) {
    return rulesOf(await getEdition(ctx, editionId)).map(({ id, zh, en, kind: bind, section }) => ({ id, zh, en, section: { zh: section.zh, en: section.en }, isMust: bind === 'must' }));
  }
  return (kind === 'process' ? settings.processItems : settings.serviceItems).map((item) => ({ ...item, section: null, isMust: false }));
}

type Key = Pick<Evaluation, 'countyCode' | 'id'>;

/** 逐项判断 as they stand. */
export async function levelsOf(ctx: Ctx, { countyCode, id }: Key) {
  return ctx.db
    .select({ id: evaluationLevels.itemId, level: evaluationLevels.level, note: evaluationLevels.note })
    .from(evaluationLevels)
    .where(and(eq(evaluationLevels.countyCode, countyCode), eq(evaluationLevels.evaluationId, id)));
}

/** 录入的意见, with their true counts: only for what is made of them here; everybody else is shown `shownCount`. */
export function voicesOf(ctx: Ctx, { countyCode, id }: Key) {
  return ctx.db.select().from(evaluationVoices).where(and(eq(evaluationVoices.countyCode, countyCode), eq(evaluationVoices.evaluationId, id))).orderBy(asc(evaluationVoices.id)).limit(200);
}

/** 录入的指标. */
export function indicatorsOf(ctx: Ctx, { countyCode, id }: Key) {
  return ctx.db.select().from(evaluationIndicators).where(and(eq(evaluationIndicators.countyCode, countyCode), eq(evaluationIndicators.evaluationId, id))).orderBy(asc(evaluationIndicators.id)).limit(200);
}
