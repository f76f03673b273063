import { and, eq } from 'drizzle-orm';
import { editions } from './tables.server.ts';
import type { Change } from '#app/platform/change.ts';
import { Refusal } from '#app/platform/refusal.ts';

const referenced = '23503';

/** 撤去草稿: a draft with everything in it goes and leaves its hash, if there was one; a draft that a call has chosen stays. */
export async function dropDraft(tx: Change, id: string): Promise<string | undefined> {
  const gone = await tx.db
    .delete(editions)
    .where(and(eq(editions.id, id), eq(editions.state, 'draft')))
    .returning({ hash: editions.hash })
    .catch((error: Error & { cause?: { code?: string } }) => {
      throw error.cause?.code === referenced ? new Refusal('edition-in-use') : error;
    });
  return gone[0]?.hash;
}
