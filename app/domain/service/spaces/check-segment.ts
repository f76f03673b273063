import { and, asc, eq } from 'drizzle-orm';
import { leaveEvidence } from '#app/domain/base/evidence/leave-evidence.ts';
import { type Change, change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { addDays, beijingDay } from '#app/platform/dates.ts';
import { isId } from '#app/platform/is-id.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { type SegmentCheck, segmentChecks, type SegmentChecks } from './model.ts';
import { holdRoute } from './save-route.ts';
import { routeSegments, type safeRoutes } from './tables.server.ts';

/** 走一遍: what was seen on one part of a way; once all parts were walked the way is evidence. */
export function checkSegment(ctx: Ctx, routeId: string, segmentId: string, checks: SegmentChecks): Promise<void> {
  return change(ctx, async (tx) => {
    const route = await holdRoute(tx, routeId);
    const [segment] = isId(segmentId)
      ? await tx.db.update(routeSegments).set({ checks, checkedOn: beijingDay(tx.now), checkedByName: tx.actor.name }).where(and(eq(routeSegments.id, segmentId), eq(routeSegments.routeId, routeId))).returning()
      : [];
    if (!segment) throw new Refusal('route-not-found', 404);
    const bad = segmentChecks.filter((check) => checks[check] === 'bad');
    await tx.record('safe-route.walked', { id: routeId, regionCode: route.regionCode }, { segmentId, position: segment.position, bad });
    await leave(tx, route);
  });
}

/** The rules each of the five speaks to. */
const ruleOf: Partial<Record<SegmentCheck, string>> = { crossing: 'C4.2', light: 'C5.2', sight: 'C5.2', pavement: 'C4.1' };
const yearDays = 365;

async function leave(tx: Change, route: typeof safeRoutes.$inferSelect): Promise<void> {
  const segments = await tx.db.select().from(routeSegments).where(eq(routeSegments.routeId, route.id)).orderBy(asc(routeSegments.position));
  const days = segments.flatMap(({ checkedOn }) => checkedOn ?? []).toSorted();
  if (days.length < segments.length) return;
  const bad = segments.flatMap(({ checks }) => segmentChecks.filter((check) => checks[check] === 'bad'));
  const good = segments.flatMap(({ checks }) => segmentChecks.filter((check) => checks[check] === 'ok' && !bad.includes(check)));
  const day = days.at(-1)!;
  await leaveEvidence(tx, {
    regionCode: route.regionCode, kind: 'observation', title: `上学安全路线：${route.name}`,
    text: `通往${route.school}，共 ${segments.length} 段，已逐段走查，最近一次 ${day}；${bad.length > 0 ? `${bad.length} 处要改善` : '各段均可通行'}。`,
    source: { room: 'safe-routes', name: '安全路线走查', subjectId: route.id }, ruleIds: [...new Set(['C4.1', ...good.flatMap((check) => ruleOf[check] ?? [])])],
    validFrom: days[0]!, validTo: addDays(days[0]!, yearDays), isPublic: true,
  });
}
