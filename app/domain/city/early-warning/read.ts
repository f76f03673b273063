import { and, asc, desc, inArray, sql } from 'drizzle-orm';
import { inside } from '#app/domain/base/regions/inside.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { alerts } from './tables.server.ts';

export type Alert = typeof alerts.$inferSelect;

/** 未了结的预警 of a region and whatever lies below it, worst first; whoever shows them asks for the right first. */
export function openAlerts(ctx: Ctx, regionCode: string, size = 500): Promise<Alert[]> {
  return ctx.db.select().from(alerts).where(and(inArray(alerts.state, ['open', 'answered']), inside(alerts.regionCode, regionCode)))
    .orderBy(sql`array_position(array['red', 'orange', 'yellow'], ${alerts.level})`, asc(alerts.dueOn), desc(alerts.id)).limit(size);
}
