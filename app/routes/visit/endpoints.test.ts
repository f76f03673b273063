import { createHash } from 'node:crypto';
import { RouterContextProvider } from 'react-router';
import { describe, expect } from 'vitest';
import type { Db } from '#app/db/db.server.ts';
import { type Ctx, ctxKey, visitor } from '#app/platform/ctx.ts';
import { expert } from '#tests/reviews.ts';
import { aVisit, began, entry } from '#tests/visits.ts';
import { ctxOf, test, today } from '#tests/world.ts';
import { action as bring } from './attachment.ts';
import { loader as contact } from './device-contact.ts';
import { action as register, loader as mineDevices } from './devices-json.ts';
import { loader as mine } from './mine-json.ts';
import { loader as take } from './package-json.ts';
import { action as sync } from './sync.ts';

type Door = (args: never) => Promise<Response> | Response;

async function knock(door: Door, ctx: Ctx, path: string, params: Record<string, string> = {}, init: RequestInit = {}) {
  const context = new RouterContextProvider();
  context.set(ctxKey, ctx);
  const answer = await door({ context, params, request: new Request(`http://localhost${path}`, init) } as never);
  expect(answer.headers.get('content-type')).toContain('application/json');
  return { status: answer.status, body: (await answer.json()) as Record<string, never> };
}
const post = (body: unknown): RequestInit => ({ method: 'POST', body: typeof body === 'string' ? body : JSON.stringify(body) });
const stranger = (db: Db) => ctxOf(db, visitor);
const english = (ctx: Ctx): Ctx => ({ ...ctx, locale: 'en' });

describe('the addresses a phone talks to', () => {
  test('answer in JSON what the phone asked for', async ({ db }) => {
    const visit = await aVisit(db);
    const me = expert(db, 'visitor');
    const own = { id: visit.id };
    expect((await knock(mine, me, '/visit/mine.json')).body).toMatchObject([{ id: visit.id, state: 'planned' }]);
    expect((await knock(mineDevices, me, '/visit/devices')).body).toMatchObject([{ id: visit.phone, revokedAt: null }]);
    expect((await knock(take, me, `/visit/${visit.id}/package.json?device=${visit.phone}`, own)).body).toMatchObject({ format: 1, fields: [] });
    const content = Buffer.from('not a picture');
    const sha256 = createHash('sha256').update(content).digest('hex');
    const letter = { deviceId: visit.phone, clockAt: today.toISOString(), remaining: 0, fields: [began(1), entry(2, 'level:A1.1', 'great')], attachments: [{ sha256, kind: 'photo', mediaType: 'image/jpeg', size: content.length, at: today.toISOString(), place: null }] };
    expect((await knock(sync, me, `/visit/${visit.id}/sync`, own, post(letter))).body).toMatchObject({
      visitId: visit.id, acknowledged: [1], rejected: [{ seq: 2, path: 'level:A1.1', problem: '这一项的内容不完整或太长，没有收下。请在手机上改好再同步。' }], wanted: [sha256], wipe: false, isLate: false, notice: '', serverAt: today.toISOString(),
    });
    const put = (bytes: Buffer) => knock(bring, me, `/visit/${visit.id}/attachments/${sha256}`, { ...own, sha256 }, { method: 'PUT', body: new Uint8Array(bytes) });
    expect(await put(Buffer.from('cut'))).toMatchObject({ status: 422, body: { code: 'attachment-hash-differs' } });
    expect(await put(content)).toMatchObject({ status: 415, body: { code: 'file-kind-not-allowed' } });
  });

  test('say in the language of the person what is wrong, whatever comes', async ({ db }) => {
    const visit = await aVisit(db);
    const me = expert(db, 'visitor');
    const own = { id: visit.id };
    for (const body of ['', 'null', '[]', '{', '{"deviceId":1}', '"\u0000"', JSON.stringify({ deviceId: visit.phone, fields: {}, attachments: [], remaining: 0, clockAt: 'x' })]) {
      const { status, body: said } = await knock(sync, english(me), `/visit/${visit.id}/sync`, own, post(body));
      expect([status, said.problem]).toEqual([400, 'What the phone sent could not be read and was not taken. Everything is still on the phone; please reload the app and sync again.']);
    }
    const empty = { deviceId: visit.phone, clockAt: today.toISOString(), fields: [], attachments: [], remaining: 0 };
    for (const id of ['x', "' or 1=1", '00000000-0000-7000-8000-000000000000']) expect(await knock(sync, me, '/visit/x/sync', { id }, post(empty))).toMatchObject({ status: 404, body: { code: 'visit-not-found' } });
    expect(await knock(register, me, '/visit/devices', {}, post({ deviceId: 'x', name: '' }))).toMatchObject({ status: 400 });
    expect(await knock(bring, me, '/', { ...own, sha256: '../../x' }, { method: 'PUT', body: 'x' })).toMatchObject({ status: 404, body: { code: 'attachment-not-announced' } });
    expect(await knock(bring, me, '/', { ...own, sha256: 'a'.repeat(64) }, { method: 'PUT', body: 'x', headers: { 'content-length': '99999999' } })).toMatchObject({ status: 413 });
    expect(await knock(bring, me, '/', { ...own, sha256: 'a'.repeat(64) }, { method: 'POST', body: 'x' })).toMatchObject({ status: 405 });
  });

  test('ask a stranger to sign in, and tell a lost phone without it', async ({ db }) => {
    const visit = await aVisit(db);
    const own = { id: visit.id };
    for (const [door, init] of [[mine], [mineDevices], [take], [sync, post('x')], [register, post('x')], [bring, { method: 'PUT', body: 'x' }]] as [Door, RequestInit?][]) {
      expect(await knock(door, stranger(db), '/', { ...own, sha256: 'a'.repeat(64) }, init)).toMatchObject({ status: 401, body: { code: 'sign-in-needed' } });
    }
    expect(await knock(register, expert(db, 'visitor'), '/', {}, { method: 'DELETE', body: JSON.stringify({ deviceId: visit.phone, reason: '' }) })).toMatchObject({ status: 200, body: { id: visit.phone, revokedAt: today.toISOString() } });
    expect((await knock(contact, stranger(db), '/', { file: `${visit.phone}.json` })).body).toEqual({ wipe: true, serverAt: today.toISOString() });
  });
});
