import { and, desc, eq } from 'drizzle-orm';
import { inside } from '#app/db/sealed.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { protectionReports } from './tables.server.ts';

/** 我报告的: how far each has come that this person opened here; not a word of what it says or what was done. */
export async function ownReports(ctx: Ctx, regionCode: string) {
  if (ctx.actor.id === '') return [];
  const { id, state, openedAt, closedAt } = protectionReports;
  return inside(ctx.db, 'protection', (db) =>
    db.select({ id, state, openedAt, closedAt }).from(protectionReports).where(and(eq(protectionReports.regionCode, regionCode), eq(protectionReports.openedBy, ctx.actor.id))).orderBy(desc(id)).limit(50));
}
