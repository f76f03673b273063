import { compareEditions } from '#app/domain/base/standard/compare.ts';
import { rulesOf } from '#app/domain/base/standard/model.ts';
import { currentEdition, editionOn } from '#app/domain/base/standard/read.ts';
import type { Ctx } from '#app/platform/ctx.ts';

type Shown = { content: { ruleIds: string[] }; publishedAt: Date };

/** 案例对应的细则 by the edition that was in force when its version was published; what the current one has dropped or put otherwise is said. */
export async function rulesOfCase(ctx: Ctx, { content, publishedAt }: Shown) {
  const now = await currentEdition(ctx);
  const then = (await editionOn(ctx, publishedAt)) ?? now;
  const { removed, changed } = then.id === now.id ? { removed: [], changed: [] } : compareEditions(then, now);
  const [gone, other] = [new Set(removed.map(({ id }) => id)), new Set(changed.filter(({ aspects }) => aspects.includes('words') || aspects.includes('threshold')).map(({ after }) => after.id))];
  const rules = rulesOf(then)
    .filter(({ id }) => content.ruleIds.includes(id))
    .map(({ id, zh, en }) => ({ id, zh, en, since: gone.has(id) ? ('gone' as const) : other.has(id) ? ('other' as const) : ('same' as const) }));
  return { edition: { id: then.id, zh: then.zh, en: then.en, isCurrent: then.id === now.id }, rules };
}
