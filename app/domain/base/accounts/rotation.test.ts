import { spawnSync } from 'node:child_process';
import { describe, expect, onTestFinished, test } from 'vitest';
import { openDb } from '#app/db/db.server.ts';
import { seal, unseal } from '#app/domain/base/accounts/sealed.ts';
import { system, visitor } from '#app/platform/ctx.ts';
import { codeOf } from '#tests/authenticator.ts';
import { workerDatabase } from '#tests/worker-database.ts';
import { ctxOf } from '#tests/world.ts';
import { actorOf } from './actor.ts';
import { changePassword } from './change-password.ts';
import { resealSecondFactors } from './reseal.ts';
import { takeSecondStep } from './second-step.ts';
import { signIn } from './sign-in.ts';

const earlier = 'the secret this installation had before today';
process.env.AUTH_SECRET_OLD = earlier;

/** What another process does that knows other secrets. */
function elsewhere(url: string, secrets: { AUTH_SECRET: string; AUTH_SECRET_OLD: string }, program: string): Record<string, string> {
  const whole = `
    import { openDb } from '#app/db/db.server.ts';
    import { seal } from '#app/domain/base/accounts/sealed.ts';
    import { actorOf } from '#app/domain/base/accounts/actor.ts';
    import { createPerson } from '#app/domain/base/accounts/create-person.ts';
    import { beginSecondFactor, confirmSecondFactor } from '#app/domain/base/accounts/second-factor.ts';
    import { signIn } from '#app/domain/base/accounts/sign-in.ts';
    import { takeSecondStep } from '#app/domain/base/accounts/second-step.ts';
    import { system, visitor } from '#app/platform/ctx.ts';
    import { codeOf } from '#tests/authenticator.ts';
    const { db, close } = openDb(process.env.URL, 2);
    const now = new Date();
    const ctxOf = (actor) => ({ actor, db, now, locale: 'zh-CN', requestId: 'test' });
    const withCookies = (cookies) => new Headers({ cookie: cookies.filter((cookie) => !cookie.includes('Max-Age=0')).map((cookie) => cookie.split(';')[0]).join('; ') });
    ${program}
    await close();`;
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', whole], { env: { ...process.env, ...secrets, URL: url, LOG_LEVEL: 'silent' }, encoding: 'utf8' });
  if (!stdout) throw new Error(stderr);
  return JSON.parse(stdout) as Record<string, string>;
}

const withCookies = (cookies: string[]) =>
  new Headers({ cookie: cookies.filter((cookie) => !cookie.includes('Max-Age=0')).map((cookie) => cookie.split(';')[0]).join('; ') });

describe('a new AUTH_SECRET', () => {
  test('leaves everybody signed in and their second factors valid, and seals them anew on request', async () => {
    const { appUrl } = await workerDatabase();
    const { db, close } = openDb(appUrl, 2);
    onTestFinished(close);
    const made = elsewhere(appUrl, { AUTH_SECRET: earlier, AUTH_SECRET_OLD: '' }, `
      await createPerson(ctxOf(system), { name: '李明', username: 'liming', password: 'correct horse battery', grants: [{ role: 'expert', regionCode: '*' }] });
      const first = await signIn(ctxOf(visitor), { login: 'liming', password: 'correct horse battery' }, new Headers());
      const headers = withCookies(first.cookies);
      const { secret } = await beginSecondFactor(ctxOf(await actorOf(db, headers, now)), 'correct horse battery', headers);
      const cookies = await confirmSecondFactor(ctxOf(await actorOf(db, headers, now)), codeOf(secret), headers);
      console.log(JSON.stringify({ cookie: withCookies(cookies).get('cookie'), secret, sealed: seal('a webhook’s secret') }));`);
    const now = new Date();
    const headers = new Headers({ cookie: made.cookie! });
    const actor = await actorOf(db, headers, now);
    expect(actor).toMatchObject({ name: '李明', grants: [{ role: 'expert' }] });
    expect(unseal(made.sealed!)).toBe('a webhook’s secret');
    expect(unseal(seal('new'))).toBe('new');
    await changePassword(ctxOf(db, actor, now), { current: 'correct horse battery', password: 'another horse battery', again: 'another horse battery' }, headers);

    expect(await resealSecondFactors(ctxOf(db, system, now))).toBe(1);
    const half = await signIn(ctxOf(db, visitor, now), { login: 'liming', password: 'another horse battery' }, new Headers());
    if (half.state !== 'second-factor') throw new Error(half.state);
    expect(await takeSecondStep(ctxOf(db, visitor, now), { code: codeOf(made.secret!) }, withCookies(half.cookies))).toBeTruthy();

    const later = elsewhere(appUrl, { AUTH_SECRET: process.env.AUTH_SECRET!, AUTH_SECRET_OLD: '' }, `
      const half = await signIn(ctxOf(visitor), { login: 'liming', password: 'another horse battery' }, new Headers());
      const step = await takeSecondStep(ctxOf(visitor), { code: codeOf('${made.secret}') }, withCookies(half.cookies)).then(() => 'in', (error) => error.code);
      const old = await actorOf(db, new Headers({ cookie: ${JSON.stringify(made.cookie)} }), now);
      console.log(JSON.stringify({ state: half.state, step, old: old.name }));`);
    expect(later).toEqual({ state: 'second-factor', step: 'in', old: '' });
  });
});
