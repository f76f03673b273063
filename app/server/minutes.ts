import { randomBytes } from 'node:crypto';
import type { HttpBindings } from '@hono/node-server';
import { createMiddleware } from 'hono/factory';
import { keepMinute } from '#app/domain/base/availability/keep-minute.ts';
import { slowAfter } from '#app/domain/base/availability/model.ts';
import type { Db } from '#app/db/db.server.ts';

const minute = 60_000;
const nothing = () => ({ asked: 0, failed: 0, slow: 0 });
let now = nothing();

/** What somebody with a deadline needs: signing in, saving, uploading, handing in. Reading and printing can't spoil an hour. */
const isWayToApply = /^(POST|PUT|PATCH) \/(apply|account\/sign-in|files\/uploads|api\/v1\/applications)(\/|\.|$)/;

/**
 * 计数: what this process answered in the running minute. How long somebody took to send is not our time, and who left before
 * everything was sent saw no answer: nobody makes a minute slow or broken by sending slowly.
 */
export const counted = createMiddleware<{ Bindings: Partial<HttpBindings> }>(async (c, next) => {
  const incoming = c.env?.incoming;
  let heard = performance.now();
  incoming?.once('end', () => (heard = performance.now()));
  await next();
  if (!isWayToApply.test(`${c.req.method} ${c.req.path}`)) return;
  now.asked += 1;
  if (incoming?.complete === false && c.req.raw.signal.aborted) return;
  if (c.res.status >= 500) now.failed += 1;
  if (performance.now() - heard > slowAfter) now.slow += 1;
});

/** A request that was turned away before anything was done, for a fault of ours. */
export function countFailure(): void {
  now.asked += 1;
  now.failed += 1;
}

/** 逐分钟: keeps each minute when it ends. A minute that can't be kept is one in which the database was away: it stays missing. */
export function keepMinutes(db: Db): { stop: () => Promise<void> } {
  const name = randomBytes(6).toString('hex');
  const keep = async () => {
    const done = now;
    now = nothing();
    const ended = Math.floor((Date.now() - 1) / minute) * minute;
    await keepMinute(db, name, new Date(ended), done).catch(() => undefined);
  };
  let timer: NodeJS.Timeout;
  const wait = () => {
    timer = setTimeout(() => void keep().finally(wait), minute - (Date.now() % minute)).unref();
  };
  wait();
  return {
    async stop() {
      clearTimeout(timer);
      await keep();
    },
  };
}
