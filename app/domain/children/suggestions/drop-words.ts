import { and, eq, inArray } from 'drizzle-orm';
import { discardFile } from '#app/domain/base/files/discard-file.ts';
import { dropItem } from '#app/domain/children/moderation/drop-item.ts';
import type { Change } from '#app/platform/change.ts';
import { ofMatter } from './hold-matter.ts';
import { ofSaid, type Suggestion } from './hold-said.ts';
import { suggestionFiles, suggestionMatters, suggestionRatings, suggestions, suggestionSteps } from './tables.server.ts';

const unpromised = ['received', 'seen', 'not-adopted'] as const;

/**
 * 删掉孩子的话: the row, its files out of the storage, its ratings. A matter that nobody else said and in which nothing was promised
 * ends with it, and answers that may quote the child are emptied.
 */
export async function dropWords(tx: Change, said: Suggestion): Promise<void> {
  const files = await tx.db.delete(suggestionFiles).where(and(eq(suggestionFiles.countyCode, said.countyCode), eq(suggestionFiles.suggestionId, said.id))).returning({ fileId: suggestionFiles.fileId });
  for (const { fileId } of files) await discardFile(tx, fileId, said.regionCode);
  const ratings = await tx.db.select({ stepId: suggestionRatings.stepId }).from(suggestionRatings).where(and(eq(suggestionRatings.countyCode, said.countyCode), eq(suggestionRatings.suggestionId, said.id)));
  for (const subjectId of [said.id, ...ratings.map(({ stepId }) => `${said.id}:${stepId}`)]) await dropItem(tx, { kind: 'suggestion', subjectId, regionCode: said.regionCode });
  await tx.db.delete(suggestions).where(ofSaid(said));
  const others = await tx.db.$count(suggestions, and(eq(suggestions.countyCode, said.countyCode), eq(suggestions.matterId, said.matterId)));
  if (others > 0) return;
  const [ended] = await tx.db
    .update(suggestionMatters)
    .set({ state: 'taken-back' })
    .where(and(ofMatter({ countyCode: said.countyCode, id: said.matterId }), inArray(suggestionMatters.state, [...unpromised])))
    .returning({ id: suggestionMatters.id });
  if (ended) await tx.db.update(suggestionSteps).set({ text: '' }).where(and(eq(suggestionSteps.countyCode, said.countyCode), eq(suggestionSteps.matterId, said.matterId)));
}
