import { desc, lte } from 'drizzle-orm';
import { allow } from '#app/domain/base/accounts/access.ts';
import { change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { beijingDay } from '#app/platform/dates.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { firstSettings } from './first-settings.ts';
import type { EvaluationSettingsInput } from './input.ts';
import type { EvaluationSettings } from './model.ts';
import { evaluationSettings } from './tables.server.ts';

/** 现行评估设置 on a day. */
export async function settingsOn(ctx: Ctx, day: string): Promise<EvaluationSettings> {
  const [row] = await ctx.db
    .select({ content: evaluationSettings.content })
    .from(evaluationSettings)
    .where(lte(evaluationSettings.effectiveFrom, day))
    .orderBy(desc(evaluationSettings.effectiveFrom), desc(evaluationSettings.id))
    .limit(1);
  return row?.content ?? firstSettings;
}

/** 设置评估方法 from a day on, today at the earliest; evaluations that have begun keep theirs. */
export function saveEvaluationSettings(ctx: Ctx, { effectiveFrom, ...content }: EvaluationSettingsInput): Promise<void> {
  return change(ctx, async (tx) => {
    allow(tx, 'evaluation-settings.edit', { regionCode: '*' });
    if (effectiveFrom < beijingDay(tx.now)) throw new Refusal('evaluation-settings-past');
    if (content.metFrom <= content.partlyFrom) throw new Refusal('evaluation-limits-crossed');
    const [row] = await tx.db
      .insert(evaluationSettings)
      .values({ effectiveFrom, content, savedBy: tx.actor.id, savedByName: tx.actor.name, savedAt: tx.now })
      .returning({ id: evaluationSettings.id });
    await tx.record('evaluation-settings.saved', { id: row!.id, regionCode: '*' }, { effectiveFrom });
  });
}

/** 评估设置 with their history: for those who edit them. */
export async function getEvaluationSettings(ctx: Ctx) {
  allow(ctx, 'evaluation-settings.edit', { regionCode: '*' });
  const history = await ctx.db
    .select({ id: evaluationSettings.id, effectiveFrom: evaluationSettings.effectiveFrom, savedByName: evaluationSettings.savedByName, savedAt: evaluationSettings.savedAt })
    .from(evaluationSettings)
    .orderBy(desc(evaluationSettings.id))
    .limit(50);
  return { content: await settingsOn(ctx, beijingDay(ctx.now)), history };
}
