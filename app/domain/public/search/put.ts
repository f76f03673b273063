import { and, eq, sql } from 'drizzle-orm';
import type { Verb } from '#app/domain/base/accounts/access.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { lexemesOf } from './dictionary.ts';
import type { EntryKind } from './model.ts';
import { searchEntries } from './tables.server.ts';

/** 待收录: what a room shows of one thing. `names` are those that people type by sound. */
export type Entry = {
  kind: EntryKind; subjectId: string; audience: readonly Verb[]; regionCode: string; day: string | null; link: string;
  title: string; titleEn?: string; body: string; bodyEn?: string; names?: readonly string[];
};

/** 收录: puts an entry in place of what was known of its subject. It follows a change that left its record, so it leaves none. */
export async function putEntry(ctx: Ctx, entry: Entry): Promise<void> {
  const { titleEn = '', bodyEn = '', names = [], audience, ...row } = entry;
  const lexemes = await lexemesOf({ titles: [row.title, titleEn], bodies: [row.body, bodyEn], names });
  const values = { ...row, audience: [...audience], titleEn, bodyEn, words: sql<string>`array_to_tsvector(${sql.param(lexemes)}::text[])` };
  await ctx.db.insert(searchEntries).values(values).onConflictDoUpdate({ target: [searchEntries.kind, searchEntries.subjectId], set: values });
}

/** 撤下: nothing is found of it any more. */
export async function dropEntry(ctx: Ctx, kind: EntryKind, subjectId: string): Promise<void> {
  await ctx.db.delete(searchEntries).where(and(eq(searchEntries.kind, kind), eq(searchEntries.subjectId, subjectId)));
}
