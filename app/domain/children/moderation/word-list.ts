import { desc } from 'drizzle-orm';
import { allow } from '#app/domain/base/accounts/access.ts';
import { change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';
import first from '#data/moderation-words.json' with { type: 'json' };
import type { ListedWord } from './model.ts';
import { moderationWordLists } from './tables.server.ts';

export type WordList = { version: number; words: ListedWord[]; note: string; publishedByName: string; publishedAt: Date | null };

/** 敏感词表 that counts now: the newest of the programme's, before the first of them the one the system came with (version 0). */
export async function wordList(ctx: Ctx): Promise<WordList> {
  const [newest] = await ctx.db.select().from(moderationWordLists).orderBy(desc(moderationWordLists.version)).limit(1);
  return newest ?? { version: 0, words: first.words as ListedWord[], note: first.note, publishedByName: '', publishedAt: null };
}

/** 各版 of the list, the newest first. */
export function wordListVersions(ctx: Ctx) {
  allow(ctx, 'moderation.words', { regionCode: '*' });
  const { version, note, publishedByName, publishedAt } = moderationWordLists;
  return ctx.db.select({ version, note, publishedByName, publishedAt }).from(moderationWordLists).orderBy(desc(version)).limit(50);
}

/** 发布词表: the whole list as its next version; what was found before stays as it was found. */
export function publishWords(ctx: Ctx, { basedOn, words, note }: { basedOn: number; words: readonly ListedWord[]; note: string }): Promise<number> {
  return change(ctx, async (tx) => {
    allow(tx, 'moderation.words', { regionCode: '*' });
    const now = await wordList(tx);
    if (now.version !== basedOn) throw new Refusal('changed-meanwhile');
    if (words.length === 0) throw new Refusal('moderation-words-empty', 422);
    const version = now.version + 1;
    await tx.db.insert(moderationWordLists).values({ version, words: [...words], note, publishedBy: tx.actor.id, publishedByName: tx.actor.name, publishedAt: tx.now });
    const before = new Set(now.words.map(({ word }) => word));
    await tx.record('moderation.words-published', { id: String(version), regionCode: '*' }, { version, words: words.length, added: words.filter(({ word }) => !before.has(word)).length, note });
    return version;
  });
}
