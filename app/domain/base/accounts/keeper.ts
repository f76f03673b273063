import { startOfBeijingDay } from '#app/platform/dates.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { users } from './tables.server.ts';

const keeper = 'objectors';

/** 代存账号: owns what people hand in who have no account; disabled from the beginning of time, so nobody signs in with it. */
export async function keeperOfEvidence(tx: Ctx): Promise<string> {
  const never = startOfBeijingDay('2000-01-01');
  await tx.db.insert(users).values({ id: keeper, name: '异议证据', email: 'objectors@tongyou.invalid', disabledAt: never, createdAt: never, updatedAt: never }).onConflictDoNothing();
  return keeper;
}
