import type { Context } from 'hono';
import { createMiddleware } from 'hono/factory';
import { maintenanceWords } from '#app/i18n/maintenance.ts';
import type { Watch } from './database-watch.ts';
import { localeOf } from './locale.ts';
import { notNow } from './maintenance.ts';
import { countFailure } from './minutes.ts';

const againSeconds = 5;

/** 数据库不应答: everybody is told so at once, also who is waiting already; nobody looks at a page that never comes. */
export function databaseAway(watch: Watch) {
  return createMiddleware(async (c, next) => {
    if (watch.isAway()) {
      countFailure();
      return told(c);
    }
    const from = performance.now();
    const { promise: lost, resolve } = Promise.withResolvers<'lost'>();
    const off = watch.onLoss(() => resolve('lost'));
    try {
      const done = next();
      if ((await Promise.race([done, lost])) === 'lost') {
        done.catch(() => undefined); // its outcome is in the database, or nowhere
        return await told(c);
      }
    } finally {
      off();
    }
    if (c.res.status >= 500 && c.res.status !== 503 && (await watch.wasLostSince(from))) c.res = await told(c);
  });
}

async function told(c: Context): Promise<Response> {
  if (c.req.path === '/health') return c.json({ status: 'database-unreachable' }, 503);
  const { away, ...words } = maintenanceWords[localeOf(c.req.raw)];
  return notNow(c, { ...words, ...away }, [away.lead], againSeconds);
}
