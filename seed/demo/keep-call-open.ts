import { and, eq, gte, lte } from 'drizzle-orm';
import type { Db } from '#app/db/db.server.ts';
import { users } from '#app/domain/base/accounts/tables.server.ts';
import { currentEdition } from '#app/domain/base/standard/read.ts';
import { calls } from '#app/domain/pilot/calls/tables.server.ts';
import { announceCall } from './calls.ts';
import { by, know, stageOn } from './stage.ts';

/** 总有一个批次开放: a demonstration started again after its call has closed gets a new one, until twelve days from now. */
export async function keepCallOpen(db: Db, now: Date): Promise<boolean> {
  const stage = stageOn(db, now);
  const isOpen = and(eq(calls.state, 'published'), lte(calls.opensOn, stage.today), gte(calls.closesOn, stage.today));
  const open = await db.select({ id: calls.id }).from(calls).where(isOpen).limit(1);
  if (open.length > 0) return false;
  const [officer] = await db.select({ id: users.id, name: users.name }).from(users).where(eq(users.username, 'office'));
  if (!officer) return false;
  know(stage, 'office', officer.id, officer.name, [{ role: 'programme-officer', regionCode: '*', organisationId: null }]);
  const edition = await currentEdition(by(stage, 'office', { day: 0 }));
  const [year, month] = stage.today.split('-');
  await announceCall(stage, edition.id, { nth: `${year} 年 ${Number(month)} 月批次`, nthEn: `${year}-${month}`, opens: -1, closes: 12, places: 20, reviews: 3 });
  return true;
}
