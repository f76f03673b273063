import { and, inArray } from 'drizzle-orm';
import { allow } from '#app/domain/base/accounts/access.ts';
import { change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { beijingDay } from '#app/platform/dates.ts';
import { liesIn } from './find-affected.ts';
import { within } from './inside-identity.ts';
import { ageOn, layerOf } from './model.ts';
import { openChild } from './own-child.ts';
import { children, openings } from './tables.server.ts';

/**
 * 为寄信打开姓名: the officer who may approve looks of a place opens the names of children whose families have no account, to write to them.
 * Every look is committed, with the reason, before a name is given out (网络保护条例 36).
 */
export async function openForLetters(ctx: Ctx, regionCode: string, childIds: readonly string[], { reason, cause }: { reason: string; cause: string }) {
  allow(ctx, 'identity.decide', { regionCode });
  if (childIds.length === 0) return [];
  return change(ctx, async (tx) => {
    const kids = await within(tx.db, async (db) => {
      const rows = await db.select().from(children).where(and(liesIn(regionCode), inArray(children.id, [...childIds]))).orderBy(children.regionCode, children.id);
      if (rows.length > 0) await db.insert(openings).values(rows.map((row) => ({ childId: row.id, regionCode: row.regionCode, openedBy: tx.actor.id, openedByName: tx.actor.name, at: tx.now })));
      return rows;
    });
    await tx.record('identity.opened-for-letters', { id: cause, regionCode }, { many: kids.length, reason });
    return kids.map((row) => {
      const { id, name, birthday, regionCode: place } = openChild(row);
      return { childId: id, name, regionCode: place, layer: layerOf(ageOn(birthday, beijingDay(tx.now))) };
    });
  });
}
