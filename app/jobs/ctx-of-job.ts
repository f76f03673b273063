import { randomBytes } from 'node:crypto';
import type { Db } from '#app/db/db.server.ts';
import { type Ctx, system } from '#app/platform/ctx.ts';

/** 任务的上下文: the clock and the events act as the system, at the moment they run. */
export function ctxOfJob(db: Db): Ctx {
  return { actor: system, db, now: new Date(), locale: 'zh-CN', requestId: `job-${randomBytes(4).toString('hex')}` };
}
