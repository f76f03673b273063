import { createHash, randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { RouterContextProvider } from 'react-router';
import sharp from 'sharp';
import { describe, expect } from 'vitest';
import type { Db } from '#app/db/db.server.ts';
import { PlanInput } from '#app/domain/service/walks/input.ts';
import { planWalk } from '#app/domain/service/walks/plan-walk.ts';
import { walks } from '#app/domain/service/walks/tables.server.ts';
import { SpaceInput } from '#app/domain/service/spaces/input.ts';
import { registerSpace } from '#app/domain/service/spaces/save-space.ts';
import { type Ctx, ctxKey, visitor } from '#app/platform/ctx.ts';
import { ownFilesFolder } from '#tests/apply.ts';
import { aRegion, aUser } from '#tests/cycle.ts';
import { binhu, ctxOf, person, test, today } from '#tests/world.ts';
import { action as signOut } from '#app/routes/account/sign-out.ts';
import { action as bring } from './photo.ts';
import { loader as worker } from './service-worker.ts';
import { action as sync } from './sync.ts';
import { action as take } from './take.ts';

ownFilesFolder();

type Door = (args: never) => Promise<Response> | Response;
const phone = (db: Db): Ctx => ({ ...ctxOf(db, visitor), address: '10.2.2.9' });

async function knock(door: Door, ctx: Ctx, init: RequestInit, params: Record<string, string> = {}) {
  const context = new RouterContextProvider();
  context.set(ctxKey, ctx);
  const answer = await door({ context, params, request: new Request('http://localhost/walk', init) } as never);
  expect([answer.headers.get('content-type'), answer.headers.get('cache-control')]).toEqual(['application/json', 'no-store']);
  return { status: answer.status, body: (await answer.json()) as Record<string, never> };
}
const post = (body: unknown): RequestInit => ({ method: 'POST', body: typeof body === 'string' ? body : JSON.stringify(body) });

async function aCode(db: Db): Promise<string> {
  await aRegion(db, binhu, '滨湖世纪社区');
  await aUser(db, 'fang');
  const ctx = ctxOf(db, person('community-worker', binhu, 'fang'));
  const spaceId = await registerSpace(ctx, binhu, SpaceInput.parse({ name: '童声广场', kind: 'playground', bands: ['7-12'], address: '湖边', responsibleName: '方' }));
  const id = await planWalk(ctx, binhu, PlanInput.parse({ place: `space:${spaceId}`, day: '2026-09-01', adults: '方主任', groupName: '小观察员', primary: '6', consent: 'yes' }));
  const [walk] = await db.select({ code: walks.code }).from(walks).where(eq(walks.id, id));
  return walk!.code;
}

describe('the doors of a phone on a walk', () => {
  test('give the walk with pinyin and help and nobody’s name, and take what comes back once', async ({ db }) => {
    const code = await aCode(db);
    const deviceId = randomUUID();
    const { body: pack } = await knock(take, phone(db), post({ code: code.toLowerCase(), deviceId }));
    expect(pack).toMatchObject({ format: 1, walk: { place: '童声广场' }, layers: [], help: { en: { lines: expect.arrayContaining([expect.objectContaining({ number: '110' })]) } } });
    const { readings, points } = pack as unknown as { readings: Record<string, { reading: string }[]>; points: { text: { 'zh-CN': string } }[] };
    expect([...points.map(({ text }) => text['zh-CN']), '换一个小朋友', '一般'].filter((text) => !readings[text]?.some(({ reading }) => reading))).toEqual([]);
    expect(JSON.stringify(pack)).not.toMatch(/方主任|小观察员/);

    const bytes = await sharp({ create: { width: 30, height: 20, channels: 3, background: '#8fb' } }).jpeg().toBuffer();
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const deviceAt = today.toISOString();
    const letter = { code, deviceId, clockAt: deviceAt, remaining: 1, entries: [
      { seq: 1, deviceAt, kind: 'observation', point: 'not-broken', answer: 'bad', layer: null, spot: 'ground' }, { seq: 2, deviceAt, kind: 'observation', point: 'green-long', answer: 'bad', layer: null, spot: null },
      { seq: 3, deviceAt, kind: 'photo', sha256, mediaType: 'image/jpeg', size: bytes.length, point: 'not-broken', spot: null, note: '' },
    ] };
    const answered = { state: 'under-way', acknowledged: [1, 3], rejected: [{ seq: 2, problem: '这一点不在这次走查的表里，没有收下。' }], wanted: [sha256], isLate: false, skewMs: 0 };
    expect((await knock(sync, phone(db), post(letter))).body).toMatchObject(answered);
    expect((await knock(sync, phone(db), post(letter))).body).toMatchObject(answered);
    const put = (content: Buffer, headers: Record<string, string> = { 'x-walk-code': code, 'x-walk-device': deviceId }) => knock(bring, phone(db), { method: 'PUT', headers, body: new Uint8Array(content) }, { sha256 });
    expect(await put(Buffer.from('cut'))).toMatchObject({ status: 422, body: { code: 'attachment-hash-differs' } });
    expect([await put(bytes), await put(bytes)]).toMatchObject([{ status: 200, body: { sha256 } }, { status: 200, body: { sha256 } }]);
    expect(await put(bytes, {})).toMatchObject({ status: 404 });
    expect(await put(bytes, { 'x-walk-code': code, 'x-walk-device': randomUUID() })).toMatchObject({ status: 404, body: { code: 'attachment-not-announced' } });
    expect(await put(bytes, { 'x-walk-code': code, 'x-walk-device': deviceId, 'content-length': '99999999' })).toMatchObject({ status: 413 });
  });

  test('say in the language of the person what is wrong, whatever comes', async ({ db }) => {
    const ctx: Ctx = { ...phone(db), locale: 'en' };
    for (const body of ['', 'null', '[]', '{', '{"code":1}', JSON.stringify({ code: '', deviceId: 'x' }), JSON.stringify({ code: 'a\u0000', deviceId: randomUUID() })]) {
      expect(await knock(take, ctx, post(body))).toMatchObject({ status: 400, body: { code: 'walk-code-unknown' } });
      expect((await knock(sync, ctx, post(body))).body.problem).toBe('What the phone sent could not be read and was not taken. Everything is still on the phone; please reload this page and send again.');
    }
    expect(await knock(take, ctx, post({ code: 'AAAA-BBBB-CCCC', deviceId: randomUUID() }))).toMatchObject({ status: 404 });
    expect(await knock(bring, ctx, { method: 'POST', body: 'x' }, { sha256: 'a'.repeat(64) })).toMatchObject({ status: 405 });
    expect(await knock(bring, ctx, { method: 'PUT', body: 'x' }, { sha256: '../../x' })).toMatchObject({ status: 404 });
  });

  test('let nobody sign out over what was not sent without saying so', async ({ db }) => {
    const leave = async (form: Record<string, string>) => {
      const context = new RouterContextProvider();
      context.set(ctxKey, phone(db));
      const request = new Request('http://localhost/account/sign-out', { method: 'POST', headers: { cookie: 'walk-unsent=2; visit-unsent=0' }, body: new URLSearchParams(form) });
      const answer = await signOut({ context, params: {}, request } as never);
      return [answer.headers.get('location'), answer.headers.getSetCookie().filter((cookie) => cookie.startsWith('walk-unsent=0')).length];
    };
    expect(await leave({})).toEqual(['/walk#leaving', 0]);
    expect(await leave({ anyway: 'yes' })).toEqual(['/account/sign-in?news=out', 1]);
  });

  test('keep the page of walks and no other for the way', async () => {
    const answer = worker();
    expect(answer.headers.get('service-worker-allowed')).toBe('/walk');
    expect(await answer.text()).toMatch(/^self\.shellPath = '\/walk';\nself\.shellVersion = '[0-9a-f]{16}';\nimportScripts\('/);
  });
});
