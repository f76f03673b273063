import { eq } from 'drizzle-orm';
import { change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { holdMyself } from './hold-expert.ts';
import type { LanguagesInput } from './input.ts';
import { experts } from './tables.server.ts';

/** 语言: an expert says in which languages they can review. */
export function setLanguages(ctx: Ctx, { languages }: LanguagesInput): Promise<void> {
  return change(ctx, async (tx) => {
    const { userId, regionCode } = await holdMyself(tx);
    await tx.db.update(experts).set({ languages }).where(eq(experts.userId, userId));
    await tx.record('expert.languages-set', { id: userId, regionCode }, { languages });
  });
}
