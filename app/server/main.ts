import { createServer, type RequestListener } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import type { ServerBuild } from 'react-router';
import { openDb } from '#app/db/db.server.ts';
import { explainWith } from '#app/platform/http.ts';
import { config } from '#app/platform/config.ts';
import { log } from '#app/platform/log.ts';
import { explainIssue } from '#app/i18n/input.ts';
import { startWorker } from '#app/jobs/worker.ts';
import type { Pool } from 'pg';
import { createApp } from './app.ts';
import { databaseAway } from './database-away.ts';
import { type Watch, watchDatabase } from './database-watch.ts';
import { health } from './health.ts';
import { maintenanceOf } from './maintenance.ts';
import { metricsOf } from './metrics.ts';
import { onlyHttps } from './only-https.ts';
import { keepMinutes } from './minutes.ts';

const year = 'public, max-age=31536000, immutable';

/** The built pages together with the files beside them. */
export function siteOf(db: Parameters<typeof createApp>[0], build: ServerBuild, pool?: Pool, watch?: Watch) {
  const site = new Hono();
  const immutable = (path: string, c: { header: (name: string, value: string) => void }) =>
    c.header('Cache-Control', path.includes('/assets/') ? year : 'public, max-age=3600');
  site.use('/assets/*', serveStatic({ root: './build/client', onFound: immutable, precompressed: true }));
  site.use('/mark.svg', serveStatic({ root: './build/client', onFound: immutable }));
  const metrics = metricsOf(db, build, pool);
  site.get('/metrics', metrics.show);
  site.use(metrics.measure);
  if (watch) site.use(databaseAway(watch));
  site.get('/health', (c) => health(c, db));
  site.use(onlyHttps());
  const closed = maintenanceOf(db);
  site.use(closed);
  site.route('/', createApp(db, build, 'production'));
  return site;
}

/** 服务: opens the database, serves the pages on a port, and runs the jobs unless they run elsewhere. */
export async function serve(options: { port: number; url: string }) {
  const build = (await import('virtual:react-router/server-build')) as ServerBuild;
  explainWith(explainIssue);
  const { db, pool, close } = openDb(options.url);
  const watch = watchDatabase(options.url, pool);
  const listener = getRequestListener(siteOf(db, build, pool, watch).fetch);
  const server = await listen(listener, options.port);
  const minutes = keepMinutes(db);
  const worker = config().WORKER === 'inside' ? await startWorker(options.url) : undefined;
  process.on('unhandledRejection', noteLost);
  return {
    async close() {
      process.off('unhandledRejection', noteLost);
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
      await worker?.stop();
      await minutes.stop();
      await watch.stop();
      await close();
    },
  };
}

/** 没人等的失败: of several questions asked at once one was refused before the others were waited for; what they say then concerns nobody, and must not end the server. */
function noteLost(error: unknown) {
  log().error({ err: error }, 'a failure nobody waited for');
}

/**
 * 慢客户端: a line of 3 Mbit/s brings the largest form in a minute, one of 0.5 in six. Who drips headers, or neither sends nor
 * reads anything for two minutes, is let go; uploads in pieces go on where they stopped.
 */
const patience = { headersTimeout: 15_000, requestTimeout: 600_000, connectionsCheckingInterval: 5000 };
const idleMs = 120_000;

/** A server that answers on the port, or a rejection that says the port is taken. */
export function listen(listener: RequestListener, port: number) {
  return new Promise<ReturnType<typeof createServer>>((resolve, reject) => {
    const server = createServer(patience, listener);
    server.setTimeout(idleMs);
    server.once('error', reject);
    server.listen(port, () => resolve(server));
  });
}
