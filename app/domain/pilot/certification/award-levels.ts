import { and, desc, eq, lte } from 'drizzle-orm';
import { allow } from '#app/domain/base/accounts/access.ts';
import { change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { beijingDay } from '#app/platform/dates.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { firstLevels } from './first-levels.ts';
import type { AwardLevelInput } from './input.ts';
import { type Level, type LevelContent, levels } from './model.ts';
import { awardLevels } from './tables.server.ts';

/** 现行等级 on a day: the setting that came into force last. */
export async function levelOn(ctx: Ctx, level: Level, day: string): Promise<LevelContent> {
  const [row] = await ctx.db
    .select({ content: awardLevels.content })
    .from(awardLevels)
    .where(and(eq(awardLevels.level, level), lte(awardLevels.effectiveFrom, day)))
    .orderBy(desc(awardLevels.effectiveFrom), desc(awardLevels.id))
    .limit(1);
  return row?.content ?? firstLevels[level];
}

/** 各级现行设置, from the first to the highest. */
export async function levelsOn(ctx: Ctx, day: string): Promise<Record<Level, LevelContent>> {
  const all = await Promise.all(levels.map(async (level) => [level, await levelOn(ctx, level, day)] as const));
  return Object.fromEntries(all) as Record<Level, LevelContent>;
}

/** 设置等级 from a day on, today at the earliest; what was issued before keeps what it says. */
export function saveAwardLevel(ctx: Ctx, level: Level, { effectiveFrom, ...content }: AwardLevelInput): Promise<void> {
  return change(ctx, async (tx) => {
    allow(tx, 'award-level.edit', { regionCode: '*' });
    if (effectiveFrom < beijingDay(tx.now)) throw new Refusal('award-level-past');
    if (content.requires && levels.indexOf(content.requires) >= levels.indexOf(level)) throw new Refusal('award-level-requires');
    const [row] = await tx.db
      .insert(awardLevels)
      .values({ level, effectiveFrom, content, savedBy: tx.actor.id, savedByName: tx.actor.name, savedAt: tx.now })
      .returning({ id: awardLevels.id });
    await tx.record('award-level.saved', { id: row!.id, regionCode: '*' }, { level, effectiveFrom });
  });
}

/** 等级设置 with their history: for those who edit them. */
export async function getAwardLevel(ctx: Ctx, name: string) {
  allow(ctx, 'award-level.edit', { regionCode: '*' });
  const level = levels.find((one) => one === name);
  if (!level) throw new Refusal('not-found', 404);
  const history = await ctx.db
    .select({ id: awardLevels.id, effectiveFrom: awardLevels.effectiveFrom, savedByName: awardLevels.savedByName, savedAt: awardLevels.savedAt })
    .from(awardLevels)
    .where(eq(awardLevels.level, level))
    .orderBy(desc(awardLevels.id))
    .limit(50);
  return { level, content: await levelOn(ctx, level, beijingDay(ctx.now)), history };
}

/** 等级一览. */
export async function listAwardLevels(ctx: Ctx) {
  allow(ctx, 'award-level.edit', { regionCode: '*' });
  const now = await levelsOn(ctx, beijingDay(ctx.now));
  return levels.map((level) => ({ level, content: now[level] }));
}
