import { and, eq } from 'drizzle-orm';
import type { Change } from '#app/platform/change.ts';
import { countyCode } from '#app/platform/county-code.ts';
import type { ItemKind } from './model.ts';
import { moderationItems } from './tables.server.ts';

/** 不再送审: part of the change that takes a thing back; what was held of it goes too, unless it is locked as evidence. */
export async function dropItem(tx: Change, { kind, subjectId, regionCode }: { kind: ItemKind; subjectId: string; regionCode: string }): Promise<void> {
  await tx.db
    .delete(moderationItems)
    .where(and(eq(moderationItems.countyCode, countyCode(regionCode)), eq(moderationItems.kind, kind), eq(moderationItems.subjectId, subjectId), eq(moderationItems.isLocked, false)));
}
