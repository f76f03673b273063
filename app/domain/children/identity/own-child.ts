import { and, eq } from 'drizzle-orm';
import { allowAnywhere } from '#app/domain/base/accounts/access.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { beijingDay } from '#app/platform/dates.ts';
import { isId } from '#app/platform/is-id.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { opened, within } from './inside-identity.ts';
import { ageOn, bandOf } from './model.ts';
import { children, guardianships } from './tables.server.ts';

export type OpenChild = { id: string; regionCode: string; basis: string; name: string; nickname: string; birthday: string; registeredAt: Date };

/** 启封的儿童, for the verbs of this room alone. */
export function openChild(row: typeof children.$inferSelect): OpenChild {
  const { id, regionCode, basis, registeredAt } = row;
  return { id, regionCode, basis, registeredAt, name: opened(row.sealedName), nickname: opened(row.sealedNickname), birthday: opened(row.sealedBirthday) };
}

/** 自己的孩子: for the guardian; everybody else hears that there is no such child. */
export async function ownChild(ctx: Ctx, childId: string): Promise<OpenChild & { relation: string }> {
  allowAnywhere(ctx, 'family.own');
  if (!isId(childId)) throw new Refusal('not-found', 404);
  const [row] = await within(ctx.db, (db) =>
    db.select().from(children).innerJoin(guardianships, eq(guardianships.childId, children.id))
      .where(and(eq(children.id, childId), eq(guardianships.userId, ctx.actor.id))));
  if (!row) throw new Refusal('not-found', 404);
  return { ...openChild(row.children), relation: row.guardianships.relation };
}

/** Who is asked at the age somebody has today. */
export const bandNow = (ctx: Ctx, birthday: string) => bandOf(ageOn(birthday, beijingDay(ctx.now)));
