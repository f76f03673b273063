import { and, asc, gt, lt } from 'drizzle-orm';
import type { Ctx } from '#app/platform/ctx.ts';
import { inBatches } from '#app/platform/in-batches.ts';
import { opened, within } from './inside-identity.ts';
import { ageOn } from './model.ts';
import { children } from './tables.server.ts';

/** 各年龄儿童数 of a place. */
export type ByAge = { under14: number; from14: number; grown: number };

/** 按年龄点数: the children of each place who were registered before a moment, by their age on a day; figures, never who. Birthdays are opened here and stay here. */
export async function countByAge(ctx: Ctx, before: Date, onDay: string): Promise<Map<string, ByAge>> {
  const found = new Map<string, ByAge>();
  await within(ctx.db, async (db) => {
    const some = (after: string, most: number) =>
      db.select({ id: children.id, regionCode: children.regionCode, birthday: children.sealedBirthday }).from(children)
        .where(and(lt(children.registeredAt, before), gt(children.id, after))).orderBy(asc(children.id)).limit(most);
    for await (const batch of inBatches(some)) {
      for (const { regionCode, birthday } of batch) {
        const place = found.get(regionCode) ?? { under14: 0, from14: 0, grown: 0 };
        const age = ageOn(opened(birthday), onDay);
        if (age < 14) place.under14 += 1;
        else if (age < 18) place.from14 += 1;
        else place.grown += 1;
        found.set(regionCode, place);
      }
    }
  });
  return found;
}
