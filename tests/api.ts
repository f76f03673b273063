import { Hono } from 'hono';
import { createPerson } from '#app/domain/base/accounts/create-person.ts';
import type { NewPerson } from '#app/domain/base/accounts/input.ts';
import { users } from '#app/domain/base/accounts/tables.server.ts';
import { type TokenVerb, tokenVerbs } from '#app/domain/base/interfaces/model.ts';
import { makeToken } from '#app/domain/base/interfaces/make-token.ts';
import type { Db } from '#app/db/db.server.ts';
import { type Actor, type Ctx, system } from '#app/platform/ctx.ts';
import { apiOf } from '#app/routes/api/api.ts';
import { byTokenOrCookie } from '#app/routes/api/token.ts';
import { uploadsOf } from '#app/routes/api/uploads.ts';
import type { Here } from '#app/server/who-asks.ts';
import { eq } from 'drizzle-orm';
import { aPilotCall } from './apply.ts';
import { binhu, ctxOf, today } from './world.ts';

/** The open API as programs meet it, without the pages around it. */
export function apiSite(db: Db, now: Date | (() => Date) = today, actor?: Actor) {
  const site = new Hono<Here>();
  site.use(async (c, next) => {
    c.set('ctx', ctxOf(db, actor, typeof now === 'function' ? now() : now));
    await next();
  });
  site.use('/files/uploads/*', byTokenOrCookie);
  site.route('/files/uploads', uploadsOf());
  site.route('/api', apiOf());
  return site;
}

export type Answered = { status: number; headers: Headers; body: any };
export type Asking = { method?: string; headers?: Record<string, string>; body?: unknown };

/** A program with one token: what it sends is JSON, what it gets is read. */
export function program(db: Db, token: string, now: Date = today) {
  const site = apiSite(db, now);
  return async (path: string, { method = 'GET', headers = {}, body }: Asking = {}): Promise<Answered> => {
    const isRaw = Buffer.isBuffer(body);
    const answer = await site.request(`http://localhost/api/v1${path}`, {
      method,
      headers: { ...(token ? { Authorization: `Bearer ${token}` } : {}), ...(body === undefined || isRaw ? {} : { 'Content-Type': 'application/json' }), ...headers },
      ...(body === undefined ? {} : { body: isRaw ? new Uint8Array(body) : typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const text = await answer.text();
    const isJson = answer.headers.get('content-type')?.includes('json') ?? false;
    return { status: answer.status, headers: answer.headers, body: isJson && text ? JSON.parse(text) : text };
  };
}

let people = 0;

/** Somebody with an account, both factors and these grants, ready to act. */
export async function someone(db: Db, grants: NonNullable<NewPerson['grants']>, now: Date = today): Promise<Ctx> {
  people += 1;
  const id = await createPerson(ctxOf(db, system, now), { name: `经办人${people}`, username: `api-person-${process.pid}-${people}`, grants });
  await db.update(users).set({ twoFactorEnabled: true }).where(eq(users.id, id));
  return ctxOf(db, { id, name: `经办人${people}`, grants: grants.map((grant) => ({ organisationId: null, ...grant })) as Actor['grants'] }, now);
}

/** A token of the officer of Binhu Shiji. */
export async function officersToken(db: Db, verbs: readonly TokenVerb[] = tokenVerbs.filter((verb) => verb !== 'application.queue' ), regionCode = binhu) {
  const owner = await someone(db, [{ role: 'government-officer', regionCode: binhu }]);
  const { id, token } = await makeToken(owner, { name: '申报接口', verbs: [...verbs], regionCode, organisationId: undefined, days: 90 });
  return { owner, id, token };
}

/** 起草: an officer with a token has started an application for Binhu through the API. */
export async function begun(db: Db) {
  const callId = await aPilotCall(db);
  const { token, id: tokenId, owner } = await officersToken(db);
  const ask = program(db, token);
  const started = await ask('/applications', { method: 'POST', body: { callId, regionCode: binhu } });
  return { ask, callId, id: started.body.id as string, started, token, tokenId, owner };
}