import { statfs } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import type { Context } from 'hono';
import { createMiddleware } from 'hono/factory';
import { matchedRoutes } from 'hono/route';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import { matchRoutes, type ServerBuild } from 'react-router';
import type { Pool } from 'pg';
import type { Db } from '#app/db/db.server.ts';
import { config } from '#app/platform/config.ts';
import { isBearer } from './bearer.ts';

type Routes = Parameters<typeof matchRoutes>[0];

/** The pages' patterns as the router knows them. */
export function patternsOf(routes: ServerBuild['routes']): Routes {
  const all = Object.values(routes).filter((route) => route !== undefined);
  const below = (parentId: string | undefined): Routes =>
    all.filter((route) => route.parentId === parentId).map(({ id, path, index }) => ({ id, ...(path ? { path } : {}), ...(index ? { index: true } : { children: below(id) }) }) as Routes[number]);
  return below(undefined);
}

/** 路径样式 of an address: never the address itself, which may hold a code, a token or a name. */
export function patternOf(routes: Routes, path: string): string {
  if (path.startsWith('/files/uploads')) return '/files/uploads';
  const found = matchRoutes(routes, path.replace(/\.data$/, ''));
  const pattern = found?.map(({ route }) => route.path).filter(Boolean).join('/').replaceAll('//', '/') ?? '*';
  return pattern.startsWith('/') ? pattern : `/${pattern}`;
}

/** The API's own pattern; whatever else is asked of it counts as one, so that nobody can make up new ones without end. */
function apiPatternOf(c: Context): string {
  return matchedRoutes(c).find(({ path }) => path.startsWith('/api/') && !path.endsWith('*'))?.path ?? '/api/*';
}

const anyId = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;
const oneId = '00000000-0000-7000-8000-000000000000';

/** The pattern of an address, looked up once for all that differ in their ids only: the router compiles every pattern for each look. */
function patternsBy(routes: Routes): (path: string) => string {
  const known = new Map<string, string>();
  return (asked) => {
    const path = asked.replace(anyId, oneId);
    const pattern = known.get(path) ?? patternOf(routes, path);
    if (known.size >= 1000) known.clear();
    known.set(path, pattern);
    return pattern;
  };
}

/** A database that does not answer in this time is down for whoever watches. */
const patience = 2000;

/** 指标: what an operator watches, in Prometheus' words; no address, no person, no number of a paper. */
export function metricsOf(db: Db, build: ServerBuild | undefined, pool?: Pool) {
  const register = new Registry();
  collectDefaultMetrics({ register, prefix: 'tongyou_' });
  const patternAt = patternsBy(build ? patternsOf(build.routes) : []);
  const duration = new Histogram({
    name: 'tongyou_request_seconds', help: 'Time a request took, by pattern of its address', labelNames: ['method', 'route', 'status'],
    buckets: [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10], registers: [register],
  });
  const running = new Gauge({ name: 'tongyou_requests_running', help: 'Requests being answered now', registers: [register] });
  const failed = new Counter({ name: 'tongyou_requests_failed_total', help: 'Requests answered with 500 or more', registers: [register] });
  const connections = new Gauge({ name: 'tongyou_db_connections', help: 'Connections of the pool to the database', labelNames: ['state'], registers: [register] });
  const asked = gauges(register);

  const measure = createMiddleware(async (c, next) => {
    const stop = duration.startTimer();
    running.inc();
    try {
      await next();
    } finally {
      running.dec();
      const status = `${Math.floor(c.res.status / 100)}xx`;
      stop({ method: c.req.method, route: c.req.path.startsWith('/api/') ? apiPatternOf(c) : patternAt(c.req.path), status });
      if (c.res.status >= 500) failed.inc();
    }
  });

  async function show(c: Context) {
    const { METRICS_TOKEN } = config();
    if (!METRICS_TOKEN || !isBearer(c.req.header('authorization'), METRICS_TOKEN)) return c.notFound();
    if (pool) {
      connections.set({ state: 'busy' }, pool.totalCount - pool.idleCount);
      connections.set({ state: 'idle' }, pool.idleCount);
      connections.set({ state: 'waiting' }, pool.waitingCount);
    }
    const late = sleep(patience, undefined, { ref: false }).then(() => Promise.reject(new Error('late')));
    await Promise.race([ask(db, asked), late]).catch(() => asked.up.set(0));
    return c.text(await register.metrics(), 200, { 'Content-Type': register.contentType, 'Cache-Control': 'no-store' });
  }
  return { measure, show };
}

const gauge = (register: Registry, name: string, help: string, labelNames: string[] = []) => new Gauge({ name: `tongyou_${name}`, help, labelNames, registers: [register] });

function gauges(register: Registry) {
  return {
    up: gauge(register, 'database_up', 'Whether the database answers'),
    queue: gauge(register, 'queue_jobs', 'Jobs of the queue', ['state']),
    oldest: gauge(register, 'queue_oldest_seconds', 'How long the oldest job that is due has waited'),
    outbox: gauge(register, 'outbox_events', 'Events nobody has taken yet'),
    notices: gauge(register, 'deliveries', 'Notifications by channel and state, of the last day', ['channel', 'state']),
    unsealed: gauge(register, 'records_unsealed_seconds', 'Age of the moment up to which all records are sealed'),
    disk: gauge(register, 'disk_bytes', 'The disk that holds uploaded files', ['state']),
  };
}

async function ask(db: Db, { up, queue, oldest, outbox, notices, unsealed, disk }: ReturnType<typeof gauges>): Promise<void> {
  const { rows } = await db.execute<{ waiting: number; failed: number; oldest: number; outbox: number; unsealed: number }>(sql`
    select count(*) filter (where last_error is null)::int as waiting, count(*) filter (where last_error is not null)::int as failed,
           coalesce(extract(epoch from now() - min(run_at) filter (where run_at <= now())), 0)::float as oldest,
           (select count(*)::int from outbox) as outbox,
           coalesce((select extract(epoch from now() - settled) from record_horizon where settled > 'epoch'), 0)::float as unsealed
    from graphile_worker.jobs`);
  const [row] = rows;
  up.set(1);
  queue.set({ state: 'waiting' }, row!.waiting);
  queue.set({ state: 'failed' }, row!.failed);
  oldest.set(row!.oldest);
  outbox.set(row!.outbox);
  unsealed.set(row!.unsealed);
  const sent = await db.execute<{ channel: string; state: string; n: number }>(sql`
    select channel, state, count(*)::int as n from deliveries where created_at > now() - interval '1 day' group by 1, 2`);
  notices.reset();
  for (const { channel, state, n } of sent.rows) notices.set({ channel, state }, n);
  const found = await statfs(config().FILES_DIR).catch(() => undefined); // with S3 there may be no such folder
  if (!found) return;
  disk.set({ state: 'free' }, found.bavail * found.bsize);
  disk.set({ state: 'all' }, found.blocks * found.bsize);
}
