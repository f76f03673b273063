import { and, eq } from 'drizzle-orm';
import { inside } from '#app/db/sealed.ts';
import type { Change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { isId } from '#app/platform/is-id.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { mayReadReports } from './duty.ts';
import { protectionReports } from './tables.server.ts';

type At = { regionCode: string; id: string };

/** 这份报告, for those on duty there; for everybody else it does not exist. */
export function getReport(ctx: Ctx, at: At) {
  return find(ctx, at, false);
}

/** The same for a change: whatever else concerns it waits. */
export function holdReport(tx: Change, at: At) {
  return find(tx, at, true);
}

async function find(ctx: Ctx, { regionCode, id }: At, isForChange: boolean) {
  if (ctx.actor.id === '') throw new Refusal('sign-in-needed', 401);
  if (!isId(id) || !(await mayReadReports(ctx, regionCode))) throw new Refusal('protection-not-found', 404);
  const [report] = await inside(ctx.db, 'protection', (db) => {
    const one = db.select().from(protectionReports).where(and(eq(protectionReports.id, id), eq(protectionReports.regionCode, regionCode)));
    return isForChange ? one.for('update') : one;
  });
  if (!report) throw new Refusal('protection-not-found', 404);
  return report;
}
