import { sql } from 'drizzle-orm';
import { describe, expect, test as plain } from 'vitest';
import type { Db } from '#app/db/db.server.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { childCookie, childOf } from './child-cookie.ts';
import { newWordCode, tidyWordCode } from './code-words.ts';
import { enter } from './enter.ts';
import { issueCode, revokeCode } from './issue-code.ts';
import { makeCard } from './make-card.ts';
import type { Drawing } from './model.ts';
import { registerChild } from './register-child.ts';
import { withdrawConsent } from './answer-consent.ts';
import { as, binhu, ctxOf, neighbour, person, test, today } from '#tests/world.ts';

const right: Drawing[] = ['kite', 'cat', 'moon', 'fish'];
const wrong: Drawing[] = ['cat', 'kite', 'moon', 'fish'];
const from = (db: Db, address: string, now = today): Ctx => ({ ...ctxOf(db, undefined, now), address });
const mother = (db: Db) => ctxOf(db, person('guardian', binhu, 'mother'));
const days = { label: '三（2）班', validFrom: '2026-09-01', validTo: '2026-09-02' };

async function aCard(db: Db): Promise<{ id: string; code: string }> {
  const id = await registerChild(mother(db), {
    name: '李小雨', nickname: '小雨点', birthday: '2017-03-01', relation: 'mother', registrationGuardian: true, registrationChild: true, participationGuardian: true, participationChild: true,
  });
  return { id, code: await makeCard(mother(db), id, right) };
}
const cookie = (set: string) => new Headers({ cookie: set.split(';')[0]! });

describe('a code', () => {
  plain('comes back from tidying however it was typed', () => {
    const codes = Array.from({ length: 50 }, newWordCode);
    expect(codes.map(tidyWordCode)).toEqual(codes);
    expect(tidyWordCode(' 小鹿·气球　２０２６ ')).toBe('小鹿 气球 2026');
    expect(['小鹿2026', '1234', '', '小路 气球 2026'].map(tidyWordCode), 'a word that stands in no code').toEqual(['', '', '', '']);
  });
});

describe('a class code', () => {
  test('lets a whole class in from one address, as often as it says and in its days, and keeps nothing of anybody', async ({ db }) => {
    const worker = as(db, 'community-worker', binhu);
    await expect(issueCode(as(db, 'community-worker', neighbour), binhu, { layer: 'primary', ...days, mostUses: 40 })).rejects.toThrow('not-allowed');
    const { id, code } = await issueCode(worker, binhu, { layer: 'primary', ...days, mostUses: 40 });
    for (let n = 0; n < 40; n += 1) expect(await enter(from(db, '192.0.2.9'), code, [])).toEqual({ childId: null, codeId: id, regionCode: binhu, layer: 'primary' });
    await expect(enter(from(db, '192.0.2.9'), code, [])).rejects.toThrow('class-code-over');
    const other = await issueCode(worker, binhu, { layer: 'teen', ...days, mostUses: undefined });
    await expect(enter(from(db, '192.0.2.9', new Date('2026-09-03T02:00:00Z')), other.code, [])).rejects.toThrow('class-code-over');
  });

  test('is refused after sixty different wrong ones from one address, even when it is right then; slips of the finger are no guesses', async ({ db }) => {
    const { code } = await issueCode(as(db, 'community-worker', binhu), binhu, { layer: 'primary', ...days, mostUses: undefined });
    const wrong = (typed: string) => expect(enter(from(db, '192.0.2.10'), typed, [])).rejects.toThrow('child-code-unknown');
    for (let n = 0; n < 70; n += 1) await wrong('小鹿 气球 0000');
    for (let n = 0; n < 70; n += 1) await wrong(`小路 气球 ${1000 + n}`);
    for (let n = 1; n < 59; n += 1) await wrong(`小鹿 气球 ${String(n).padStart(4, '0')}`);
    expect(await enter(from(db, '192.0.2.10'), code, [])).toMatchObject({ childId: null });
    await wrong('小鹿 气球 0099');
    await expect(enter(from(db, '192.0.2.10'), code, [])).rejects.toMatchObject({ code: 'too-many-guesses', afterSeconds: 600 });
    expect(await enter(from(db, '192.0.2.11'), code, [])).toMatchObject({ childId: null });
  });

  test('that was taken back puts everybody out at once; another one’s cookie and an altered one are nothing', async ({ db }) => {
    const worker = as(db, 'community-worker', binhu);
    const { id, code } = await issueCode(worker, binhu, { layer: 'teen', ...days, mostUses: undefined });
    const here = await enter(from(db, '192.0.2.12'), code, []);
    if (here === 'pictures-needed') throw new Error('a class code asks for no drawings');
    const headers = cookie(childCookie(here, today));
    expect(await childOf(db, headers, today)).toEqual(here);
    expect(await childOf(db, headers, new Date(today.getTime() + 2 * 3_600_000 + 1000))).toBeUndefined();
    expect(await childOf(db, new Headers({ cookie: headers.get('cookie')!.replace(/.$/, 'x') + 'y' }), today)).toBeUndefined();
    await expect(revokeCode(as(db, 'community-worker', neighbour), binhu, id)).rejects.toThrow('not-allowed');
    await revokeCode(worker, binhu, id);
    expect(await childOf(db, headers, today)).toBeUndefined();
    await expect(revokeCode(worker, binhu, id)).rejects.toThrow('class-code-over');
  });
});

describe('a card', () => {
  test('asks for its drawings, in their order, and locks after five wrong tries; the database keeps neither the code nor the drawings', async ({ db }) => {
    const { id, code } = await aCard(db);
    expect(await enter(from(db, '192.0.2.20'), code, [])).toBe('pictures-needed');
    expect(await enter(from(db, '192.0.2.20'), code, right)).toEqual({ childId: id, codeId: null, regionCode: binhu, layer: 'primary' });
    for (let n = 0; n < 4; n += 1) await expect(enter(from(db, '192.0.2.20'), code, wrong)).rejects.toThrow('child-pictures-wrong');
    await expect(enter(from(db, '192.0.2.20'), code, wrong)).rejects.toThrow('child-card-locked');
    await expect(enter(from(db, '192.0.2.20'), code, right)).rejects.toThrow('child-card-locked');
    expect(await enter(from(db, '192.0.2.20', new Date(today.getTime() + 16 * 60_000)), code, right)).toMatchObject({ childId: id });
    const { rows } = await db.execute<{ facts: string }>(sql`select facts::text || subject_id as facts from records where event like 'child.%'`);
    expect(JSON.stringify(rows)).not.toContain(code);
  });

  test('is worth nothing once the guardian has withdrawn, and the device that is in is out at once', async ({ db }) => {
    const { id, code } = await aCard(db);
    const here = await enter(from(db, '192.0.2.21'), code, right);
    if (here === 'pictures-needed') throw new Error('the drawings were given');
    const headers = cookie(childCookie(here, today));
    expect(await childOf(db, headers, today)).toEqual(here);
    await withdrawConsent(mother(db), id, 'registration');
    expect(await childOf(db, headers, today)).toBeUndefined();
    await expect(enter(from(db, '192.0.2.21'), code, right)).rejects.toThrow('child-consent-renewal');
  });

  test('made anew makes the old one worthless', async ({ db }) => {
    const { id, code } = await aCard(db);
    const next = await makeCard(mother(db), id, wrong);
    await expect(enter(from(db, '192.0.2.22'), code, right)).rejects.toThrow('child-code-unknown');
    expect(await enter(from(db, '192.0.2.22'), next, wrong)).toMatchObject({ childId: id });
    await expect(makeCard(ctxOf(db, person('guardian', binhu, 'stranger')), id, right)).rejects.toThrow('not-found');
  });
});
