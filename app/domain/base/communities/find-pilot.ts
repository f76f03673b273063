import { and, desc, eq } from 'drizzle-orm';
import type { Ctx } from '#app/platform/ctx.ts';
import { pilots } from './tables.server.ts';

/** 已是试点: since when a unit has been one, where it still is. */
export async function findPilot({ db }: Ctx, regionCode: string): Promise<{ since: string } | undefined> {
  const [found] = await db.select({ since: pilots.since }).from(pilots).where(and(eq(pilots.regionCode, regionCode), eq(pilots.state, 'pilot'))).orderBy(desc(pilots.id)).limit(1);
  return found;
}
