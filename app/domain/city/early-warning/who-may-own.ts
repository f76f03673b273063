import { inArray } from 'drizzle-orm';
import { isMachineName } from '#app/domain/base/accounts/model.ts';
import { users } from '#app/domain/base/accounts/tables.server.ts';
import { whoMay } from '#app/domain/base/inbox/who-may.ts';
import type { Ctx } from '#app/platform/ctx.ts';

export type Owner = { id: string; name: string };
const most = 300;

/** 可以承办的人 in a region, to choose from: people of the region or above, not systems. */
export async function ownersFor(ctx: Ctx, regionCode: string): Promise<Owner[]> {
  return (await peopleAmong(ctx, (await whoMay(ctx, 'warning.answer', regionCode, Math.min(2, regionCode.length))).slice(0, most))).slice(0, 100);
}

/** 能不能承办: whoever may answer there, with an account that is in use, and is a person. */
export async function ownerThere(ctx: Ctx, regionCode: string, userId: string): Promise<Owner | undefined> {
  const able = await whoMay(ctx, 'warning.answer', regionCode);
  return (await peopleAmong(ctx, able.filter((id) => id === userId)))[0];
}

async function peopleAmong({ db }: Ctx, ids: readonly string[]): Promise<Owner[]> {
  if (ids.length === 0) return [];
  const found = await db.select({ id: users.id, name: users.name, username: users.username }).from(users).where(inArray(users.id, [...ids])).orderBy(users.name);
  return found.flatMap(({ id, name, username }) => (isMachineName(username) ? [] : [{ id, name }]));
}
