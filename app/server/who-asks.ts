import { randomBytes } from 'node:crypto';
import { createMiddleware } from 'hono/factory';
import { log } from '#app/platform/log.ts';
import { securityLog } from '#app/platform/security-log.ts';
import { type Ctx, visitor } from '#app/platform/ctx.ts';
import type { Db } from '#app/db/db.server.ts';
import { actorOf } from '#app/domain/base/accounts/actor.ts';
import { childOf } from '#app/domain/children/identity/child-cookie.ts';
import { addressOf } from './address.ts';
import { localeOf } from './locale.ts';

/** What the pipeline knows of a request. */
export type Here = { Variables: { ctx: Ctx; nonce: string } };

/** Whoever reads the log gets no key out of it: tokens of invitations, codes of objections and of hazards and a child's tickets stay out. */
export function loggedPath(path: string): string {
  return path.replace(/^\/(objections|child\/(?:said|works\/mine|places\/told)|hazards(?!\/(?:photos|report)\b)|surveys\/answer|account\/[a-z-]+)\/.+/, '/$1/…');
}

/** 匿名异议、儿童、走查和问卷: the log names nobody who objects, asks what became of it, walks along or answers a survey, and no address of a child. */
export function isUnnamed(path: string): boolean {
  return /^\/(notices\/[^/]+\/objection|objections|child|walk|surveys\/answer)\b/.test(path);
}

/** A telephone may hold a parent and a child at once: on the children's pages it is the child's, elsewhere the parent's. */
const childPages = /^\/child(\/|\.|$)/;

/** Not signed in, not allowed, or too often. */
const refused = [401, 403, 429];

/** The browser left before the answer was there: nobody saw a fault. */
const gone = 499;

/** Gives the request its number and its context, and leaves one line in the log. */
export function whoAsks(db: Db) {
  return createMiddleware<Here>(async (c, next) => {
    const requestId = randomBytes(6).toString('hex');
    const began = performance.now();
    const now = new Date();
    const [signedIn, child] = await Promise.all([actorOf(db, c.req.raw.headers, now), childOf(db, c.req.raw.headers, now)]);
    const isChild = child !== undefined && (signedIn.id === '' || childPages.test(c.req.path));
    const ctx: Ctx = {
      actor: isChild ? visitor : signedIn,
      child: isChild ? child : undefined,
      db,
      now,
      address: addressOf(c),
      locale: localeOf(c.req.raw),
      requestId,
    };
    c.set('ctx', ctx);
    c.set('nonce', randomBytes(16).toString('base64'));
    await next();
    c.header('X-Request-Id', requestId);
    const line = {
      requestId,
      method: c.req.method,
      path: loggedPath(c.req.path),
      status: c.req.raw.signal.aborted ? gone : c.res.status,
      ms: Math.round(performance.now() - began),
      ...(isUnnamed(c.req.path) ? {} : { actorId: c.get('ctx').actor.id || undefined, address: ctx.address }),
    };
    log().info(line);
    if (refused.includes(line.status)) securityLog()?.info(line);
  });
}
