import { and, eq } from 'drizzle-orm';
import { inside } from '#app/db/sealed.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { isId } from '#app/platform/is-id.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { mayReadReports } from './duty.ts';
import { protectionReports } from './tables.server.ts';

/** 这份报告, for those on duty there; for everybody else it does not exist. */
export async function getReport(ctx: Ctx, { regionCode, id }: { regionCode: string; id: string }) {
  if (ctx.actor.id === '') throw new Refusal('sign-in-needed', 401);
  if (!isId(id) || !(await mayReadReports(ctx, regionCode))) throw new Refusal('protection-not-found', 404);
  const [report] = await inside(ctx.db, 'protection', (db) => db.select().from(protectionReports).where(and(eq(protectionReports.id, id), eq(protectionReports.regionCode, regionCode))));
  if (!report) throw new Refusal('protection-not-found', 404);
  return report;
}
