import { eq } from 'drizzle-orm';
import { describe, expect } from 'vitest';
import type { Db } from '#app/db/db.server.ts';
import { type Ctx, system, visitor } from '#app/platform/ctx.ts';
import { records } from '#app/platform/tables.server.ts';
import { bytesOf, codeOf } from '#tests/authenticator.ts';
import { ctxOf, test } from '#tests/world.ts';
import { actorOf, mustSetUpSecondFactor } from './actor.ts';
import { changePassword } from './change-password.ts';
import { createPerson } from './create-person.ts';
import { beginSecondFactor, confirmSecondFactor, turnOffSecondFactor } from './second-factor.ts';
import { takeSecondStep } from './second-step.ts';
import { signIn } from './sign-in.ts';
import { sessions, twoFactors } from './tables.server.ts';

// The sign-in library knows only the machine's clock, so these tests live in the present.
const now = new Date();
const password = 'correct horse battery';
const wrong = 'wrong horse battery';

const withCookies = (cookies: string[]) =>
  new Headers({ cookie: cookies.filter((cookie) => !cookie.includes('Max-Age=0')).map((cookie) => cookie.split(';')[0]).join('; ') });

async function signedIn(db: Db): Promise<{ ctx: Ctx; headers: Headers; id: string }> {
  const id = await createPerson(ctxOf(db, system, now), {
    name: '李明', username: 'liming', password, grants: [{ role: 'expert', regionCode: '*' }],
  });
  return { ...(await again(db, password)), id };
}

async function again(db: Db, word: string) {
  const result = await signIn(ctxOf(db, visitor, now), { login: 'liming', password: word }, new Headers());
  if (result.state !== 'in') throw new Error(result.state);
  const headers = withCookies(result.cookies);
  return { headers, ctx: ctxOf(db, await actorOf(db, headers, now), now) };
}

async function withFactor(db: Db) {
  const { ctx, headers, id } = await signedIn(db);
  const { secret, backupCodes } = await beginSecondFactor(ctx, password, headers);
  const cookies = await confirmSecondFactor(ctx, codeOf(secret), headers);
  return { ctx, id, secret, backupCodes, headers: withCookies(cookies) };
}

async function halfWay(db: Db) {
  const result = await signIn(ctxOf(db, visitor, now), { login: 'liming', password }, new Headers());
  if (result.state !== 'second-factor') throw new Error(result.state);
  return withCookies(result.cookies);
}

const events = async (db: Db, id: string) =>
  (await db.select().from(records).where(eq(records.subjectId, id)).orderBy(records.id)).map((line) => line.event);

describe('the second factor', () => {
  test('set up with password and code gives the grants free, under a new cookie', async ({ db }) => {
    const { ctx, headers, id } = await signedIn(db);
    expect(mustSetUpSecondFactor(ctx)).toBe(true);
    const { secret, backupCodes } = await beginSecondFactor(ctx, password, headers);
    expect(backupCodes).toHaveLength(10);
    await expect(confirmSecondFactor(ctx, '000000', headers)).rejects.toThrow('second-step-wrong');
    const cookies = await confirmSecondFactor(ctx, codeOf(secret), headers);
    const actor = await actorOf(db, withCookies(cookies), now);
    expect(actor.grants).toHaveLength(1);
    expect(actor.isHeldBack).toBeUndefined();
    expect(await actorOf(db, headers, now)).toEqual(visitor);
    expect(await events(db, id)).toEqual([
      'account.created', 'role.granted', 'account.signed-in', 'account.second-factor-begun', 'account.second-factor-on',
    ]);
  });

  test('switched on, ends what came in elsewhere with the password alone', async ({ db }) => {
    const { ctx, headers } = await signedIn(db);
    const elsewhere = await again(db, password);
    const { secret } = await beginSecondFactor(ctx, password, headers);
    const cookies = await confirmSecondFactor(ctx, codeOf(secret), headers);
    expect(await actorOf(db, elsewhere.headers, now)).toEqual(visitor);
    const { sessionId } = await actorOf(db, withCookies(cookies), now);
    expect((await db.select().from(sessions)).map((row) => row.id)).toEqual([sessionId]);
  });

  test('is not switched on by the second step of a sign-in', async ({ db }) => {
    const { ctx, headers } = await signedIn(db);
    const { secret } = await beginSecondFactor(ctx, password, headers);
    await expect(takeSecondStep(ctx, { code: codeOf(secret) }, headers)).rejects.toThrow('second-step-over');
    expect((await actorOf(db, headers, now)).isHeldBack).toBe(true);
  });

  test('DB-09: keeps secret and backup codes sealed in the database', async ({ db }) => {
    const { secret, backupCodes } = await withFactor(db);
    const row = JSON.stringify(await db.select().from(twoFactors));
    expect(row).not.toContain(bytesOf(secret).toString());
    expect(row).not.toContain(backupCodes[0]);
  });

  test('is not begun without the password, and five wrong ones lock it', async ({ db }) => {
    const { ctx, headers } = await signedIn(db);
    for (let i = 0; i < 5; i += 1) await expect(beginSecondFactor(ctx, wrong, headers)).rejects.toThrow('password-wrong');
    await expect(beginSecondFactor(ctx, password, headers)).rejects.toThrow('password-locked');
  });

  test('is asked for at the next sign-in: the password alone opens nothing', async ({ db }) => {
    const { id, secret } = await withFactor(db);
    const headers = await halfWay(db);
    expect(await actorOf(db, headers, now)).toEqual(visitor);
    await expect(takeSecondStep(ctxOf(db, visitor, now), { code: '000000' }, headers)).rejects.toThrow('second-step-wrong');
    const code = codeOf(secret);
    const cookies = await takeSecondStep(ctxOf(db, visitor, now), { code: `${code.slice(0, 3)} ${code.slice(3)}` }, headers);
    expect((await actorOf(db, withCookies(cookies), now)).id).toBe(id);
    expect((await events(db, id)).slice(-3)).toEqual(['account.password-accepted', 'account.second-step-failed', 'account.signed-in']);
  });

  test('can be replaced by a backup code, once', async ({ db }) => {
    const { backupCodes } = await withFactor(db);
    const [code] = backupCodes as [string];
    expect(await takeSecondStep(ctxOf(db, visitor, now), { code }, await halfWay(db))).not.toEqual([]);
    await expect(takeSecondStep(ctxOf(db, visitor, now), { code }, await halfWay(db))).rejects.toThrow('second-step-wrong');
  });

  test('ends the sign-in after five wrong codes, and locks the account after ten', async ({ db }) => {
    await withFactor(db);
    const visit = ctxOf(db, visitor, now);
    for (let round = 0; round < 2; round += 1) {
      const headers = await halfWay(db);
      for (let i = 0; i < 5; i += 1) await expect(takeSecondStep(visit, { code: '000000' }, headers)).rejects.toThrow('second-step-wrong');
      await expect(takeSecondStep(visit, { code: '000000' }, headers)).rejects.toThrow(round === 0 ? 'second-step-over' : 'second-step-locked');
    }
  });

  test('needs a sign-in that is under way', async ({ db }) => {
    await expect(takeSecondStep(ctxOf(db, visitor, now), { code: '123456' }, new Headers())).rejects.toThrow('second-step-over');
  });

  test('turned off with the password, holds the grants of staff back again', async ({ db }) => {
    const { id, headers } = await withFactor(db);
    const ctx = ctxOf(db, await actorOf(db, headers, now), now);
    await expect(turnOffSecondFactor(ctx, wrong, headers)).rejects.toThrow('password-wrong');
    const cookies = await turnOffSecondFactor(ctx, password, headers);
    expect((await actorOf(db, withCookies(cookies), now)).isHeldBack).toBe(true);
    expect((await events(db, id)).at(-1)).toBe('account.second-factor-off');
    await expect(turnOffSecondFactor(ctx, password, withCookies(cookies))).rejects.toThrow('second-factor-off');
  });
});

describe('changing the password', () => {
  test('ends every other session and leaves a record', async ({ db }) => {
    const { id } = await signedIn(db);
    const { ctx, headers } = await again(db, password);
    const fresh = 'staple battery horse';
    await changePassword(ctx, { current: password, password: fresh, again: fresh }, headers);
    expect((await db.select().from(sessions)).map((row) => row.id)).toEqual([ctx.actor.sessionId]);
    expect((await events(db, id)).at(-1)).toBe('account.password-changed');
    expect((await again(db, fresh)).ctx.actor.id).toBe(id);
    await expect(again(db, password)).rejects.toThrow('wrong');
  });

  test('asks for the present one, counts the tries, and refuses one with the user name in it', async ({ db }) => {
    const { ctx, headers } = await signedIn(db);
    const to = (current: string, fresh: string) => changePassword(ctx, { current, password: fresh, again: fresh }, headers);
    await expect(to(password, 'my name is liming ok')).rejects.toThrow('password-names-you');
    for (let i = 0; i < 5; i += 1) await expect(to(wrong, 'staple battery horse')).rejects.toThrow('password-wrong');
    await expect(to(password, 'staple battery horse')).rejects.toThrow('password-locked');
    await expect(changePassword(ctxOf(db), { current: password, password, again: password }, headers)).rejects.toThrow('sign-in-needed');
  });
});
