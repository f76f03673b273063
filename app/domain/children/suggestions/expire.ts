import { and, eq, sql } from 'drizzle-orm';
import { discardFile } from '#app/domain/base/files/discard-file.ts';
import { dropItem } from '#app/domain/children/moderation/drop-item.ts';
import { type Columns, isDue } from '#app/domain/children/retention/due.ts';
import { countOver, type Expiry } from '#app/domain/children/retention/expiry.ts';
import type { Change } from '#app/platform/change.ts';
import { ofSaid, type Suggestion } from './hold-said.ts';
import { suggestionFiles, suggestionMatters, suggestionRatings, suggestions } from './tables.server.ts';

const ofItsMatter = sql`${suggestionMatters.countyCode} = ${suggestions.countyCode} and ${suggestionMatters.id} = ${suggestions.matterId}`;
const words: Columns = {
  endedAt: sql`coalesce(${suggestionMatters.doneAt}, ${suggestionMatters.answeredAt})`, regionCode: suggestions.regionCode, subjectIds: [suggestions.id, suggestions.matterId], childId: suggestions.childId,
};
/** Told to the end, and not kept as evidence; what is reopened waits again. */
const settled = sql`${suggestionMatters.state} in ('done', 'not-adopted') and ${suggestions.lockedAt} is null and ${suggestions.expiredAt} is null`;

/** 办结之后的建议: the child's words, files and plate go; that somebody said it, and what the adults did, stays. */
export const expireSuggestions: Expiry = {
  recordClass: 'suggestions',
  count: (ctx, plan) => countOver(ctx.db, sql`${suggestions} join ${suggestionMatters} on ${ofItsMatter}`, plan, words, settled),
  async expire(tx, plan, limit) {
    const rows = await tx.db.select({ said: suggestions }).from(suggestions).innerJoin(suggestionMatters, ofItsMatter).where(sql`${isDue(plan, words)} and ${settled}`).orderBy(suggestions.id).limit(limit).for('update');
    let files = 0;
    for (const { said } of rows) files += await blank(tx, said);
    return { regionCodes: rows.map(({ said }) => said.regionCode), files };
  },
};

async function blank(tx: Change, said: Suggestion): Promise<number> {
  const files = await tx.db.delete(suggestionFiles).where(and(eq(suggestionFiles.countyCode, said.countyCode), eq(suggestionFiles.suggestionId, said.id))).returning({ fileId: suggestionFiles.fileId });
  for (const { fileId } of files) await discardFile(tx, fileId, said.regionCode);
  const ratings = await tx.db.update(suggestionRatings).set({ more: '' }).where(and(eq(suggestionRatings.countyCode, said.countyCode), eq(suggestionRatings.suggestionId, said.id))).returning({ stepId: suggestionRatings.stepId });
  for (const subjectId of [said.id, ...ratings.map(({ stepId }) => `${said.id}:${stepId}`)]) await dropItem(tx, { kind: 'suggestion', subjectId, regionCode: said.regionCode });
  await tx.db.update(suggestions).set({ text: '', pictures: [], childId: null, plateSign: `expired ${said.id}`, contentHash: '', expiredAt: tx.now }).where(ofSaid(said));
  return files.length;
}
