import { and, eq } from 'drizzle-orm';
import type { Change } from '#app/platform/change.ts';
import { countyCode } from '#app/platform/county-code.ts';
import type { ItemKind } from './model.ts';
import { moderationItems } from './tables.server.ts';

/** 不再送审: part of the change that takes a thing back; what was held of it goes too; locked as evidence it goes when the lock ends. */
export async function dropItem(tx: Change, { kind, subjectId, regionCode }: { kind: ItemKind; subjectId: string; regionCode: string }): Promise<void> {
  const own = and(eq(moderationItems.countyCode, countyCode(regionCode)), eq(moderationItems.kind, kind), eq(moderationItems.subjectId, subjectId));
  await tx.db.delete(moderationItems).where(and(own, eq(moderationItems.isLocked, false)));
  await tx.db.update(moderationItems).set({ dropAfterLock: true }).where(own);
}
