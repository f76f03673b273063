import { createHash, randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import sharp from 'sharp';
import type { Db } from '#app/db/db.server.ts';
import { checkSegment } from '#app/domain/service/spaces/check-segment.ts';
import { RouteInput } from '#app/domain/service/spaces/input.ts';
import { getOwnRoute } from '#app/domain/service/spaces/read-routes.ts';
import { drawRoute, publishRoute } from '#app/domain/service/spaces/save-route.ts';
import { PlanInput, type SyncInput } from '#app/domain/service/walks/input.ts';
import { planWalk } from '#app/domain/service/walks/plan-walk.ts';
import { syncWalk } from '#app/domain/service/walks/sync-walk.ts';
import { walks } from '#app/domain/service/walks/tables.server.ts';
import { takeWalk } from '#app/domain/service/walks/take-walk.ts';
import { type Ctx, visitor } from '#app/platform/ctx.ts';
import { aRegion, aUser } from './cycle.ts';
import { binhu, ctxOf, person, today } from './world.ts';

/** 带走查的人. */
export const worker = (db: Db, now: Date = today): Ctx => ctxOf(db, person('community-worker', binhu, 'fang'), now);
export const phone = (db: Db, now: Date = today): Ctx => ({ ...ctxOf(db, visitor, now), address: '10.2.2.2' });
/** 几天以后. */
export const later = (days: number) => new Date(today.getTime() + days * 86_400_000);
export const picture = (shade = '#8fb') => sharp({ create: { width: 40, height: 30, channels: 3, background: shade } }).withExif({ IFD3: { GPSLatitude: '31/1 44/1 6/1', GPSLatitudeRef: 'N' } }).jpeg().toBuffer();
export const hashOf = (content: Buffer) => createHash('sha256').update(content).digest('hex');
export const deviceAt = '2026-09-01T08:00:00+08:00';
export const words = '谢谢你们，我们马上去修。';
export const plan = (place: string, more: Record<string, unknown> = {}) => PlanInput.parse({ place, day: '2026-09-01', adults: '方主任', groupName: '三年级小观察员', primary: '12', consent: 'yes', ...more });

/** 计划好的走查 along a way of two parts that is published. */
export async function planned(db: Db, more: Record<string, unknown> = {}) {
  await aRegion(db, binhu, '滨湖世纪社区');
  await aUser(db, 'fang');
  const ctx = worker(db);
  const routeId = await drawRoute(ctx, binhu, RouteInput.parse({ name: '观湖苑—附小', school: '附小', segments: '北门至路口 | 117.293,31.735 117.294,31.734\n路口至校门' }));
  const { segments } = await getOwnRoute(ctx, binhu, routeId);
  for (const { id } of segments) await checkSegment(ctx, routeId, id, { crossing: 'ok', light: 'ok', pavement: 'ok', shade: 'ok', sight: 'ok' });
  await publishRoute(ctx, routeId, 'published');
  const id = await planWalk(ctx, binhu, plan(`route:${routeId}`, more));
  const [walk] = await db.select().from(walks).where(eq(walks.id, id));
  return { id, walk: walk!, code: walk!.code, routeId, spot: segments[0]!.id };
}

export type Said = SyncInput['entries'][number];
export const tap = (seq: number, point: string, answer: string, spot: string | null = null, layer: string | null = null): Said => ({ seq, deviceAt, kind: 'observation', point, answer, layer, spot });
export const sent = (code: string, deviceId: string, entries: Said[], more: Partial<SyncInput> = {}): SyncInput => ({ code, deviceId, clockAt: today.toISOString(), entries, remaining: 0, ...more });

/** 走过的: three say that cars do not stop, three that it is bright. */
export async function walked(db: Db, more: Record<string, unknown> = {}) {
  const one = await planned(db, more);
  const deviceId = randomUUID();
  await takeWalk(phone(db), { code: one.code, deviceId });
  await syncWalk(phone(db), sent(one.code, deviceId, [1, 2, 3].map((seq) => tap(seq, 'cars-stop', 'bad', one.spot)).concat([4, 5, 6].map((seq) => tap(seq, 'bright', 'good')))));
  return { ...one, deviceId };
}
