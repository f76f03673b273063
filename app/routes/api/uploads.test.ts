import { createHash } from 'node:crypto';
import { readdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Hono } from 'hono';
import { describe, expect } from 'vitest';
import { fileIdOf, finishUpload, mostUnfinished, uploadsFolder } from '#app/domain/base/files/uploads.ts';
import { ownFile } from '#app/domain/base/files/read.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import type { Here } from '#app/server/who-asks.ts';
import { aPdf, officer } from '#tests/apply.ts';
import { ctxOf, person, test } from '#tests/world.ts';
import { uploadsOf } from './uploads.ts';

/** The protocol as a browser speaks it, by whoever the context says. */
function browser(ctx: Ctx) {
  const app = new Hono<Here>().use(async (c, next) => {
    c.set('ctx', ctx);
    await next();
  });
  app.route('/files/uploads', uploadsOf());
  return (method: string, path: string, headers: Record<string, string> = {}, body?: Buffer) =>
    app.request(`http://localhost${path}`, {
      method,
      headers: { 'Tus-Resumable': '1.0.0', ...headers },
      ...(body ? { body: new Uint8Array(body) } : {}),
    });
}

const named = { 'Upload-Metadata': `filename ${Buffer.from('意见.pdf').toString('base64')}` };
const piece = (offset: number) => ({ 'Upload-Offset': String(offset), 'Content-Type': 'application/offset+octet-stream' });

describe('uploading in pieces', () => {
  test('goes on where it stopped and ends as a stored file', async ({ db }) => {
    const ctx = await officer(db);
    const ask = browser(ctx);
    const pdf = aPdf();
    const made = await ask('POST', '/files/uploads', { ...named, 'Upload-Length': String(pdf.length) });
    const place = made.headers.get('location')!;
    expect(made.status).toBe(201);
    expect((await ask('PATCH', place, piece(0), pdf.subarray(0, 100))).status).toBe(204);
    expect((await ask('HEAD', place)).headers.get('upload-offset')).toBe('100');
    const last = await ask('PATCH', place, piece(100), pdf.subarray(100));
    expect(last.status).toBe(204);
    const file = await ownFile(ctx, fileIdOf(place.split('/').pop()!));
    expect(file).toMatchObject({ id: last.headers.get('x-file-id'), name: '意见.pdf', size: pdf.length });
  });

  test('cut in the middle, sent from the wrong place, sent twice and finished twice is one file, from whichever device', async ({ db }) => {
    const ctx = await officer(db);
    const [office, home] = [browser(ctx), browser({ ...ctx, requestId: 'another device' })];
    const pdf = aPdf('/Lang (zh-HK)');
    const place = (await office('POST', '/files/uploads', { ...named, 'Upload-Length': String(pdf.length) })).headers.get('location')!;
    expect((await office('PATCH', place, piece(0), pdf.subarray(0, 90))).status).toBe(204);
    expect((await home('PATCH', place, piece(0), pdf)).status).toBe(409);
    expect((await home('PATCH', place, piece(120), pdf.subarray(120))).status).toBe(409);
    expect((await home('PATCH', place, piece(90), pdf)).status).not.toBe(204); // more than was announced
    const at = Number((await home('HEAD', place)).headers.get('upload-offset'));
    const last = await home('PATCH', place, piece(at), pdf.subarray(at));
    expect(last.status).toBe(204);
    expect((await office('PATCH', place, piece(at), pdf.subarray(at))).status).toBeGreaterThanOrEqual(400);
    const id = fileIdOf(place.split('/').pop()!);
    expect(last.headers.get('x-file-id')).toBe(id);
    expect(await ownFile(ctx, id)).toMatchObject({ size: pdf.length, sha256: createHash('sha256').update(pdf).digest('hex') });
    expect((await finishUpload(ctx, id)).id).toBe(id);
  });

  test('of something that is no paper ends with a sentence and no file', async ({ db }) => {
    const ask = browser(await officer(db));
    const made = await ask('POST', '/files/uploads', { ...named, 'Upload-Length': '9' });
    const last = await ask('PATCH', made.headers.get('location')!, piece(0), Buffer.from('no paper.'));
    expect(last.status).toBe(415);
    expect(await last.text()).toContain('PDF');
  });

  test('onto a full disk is told as that, and goes on when there is room again', async ({ db }) => {
    const ctx = await officer(db);
    const ask = browser(ctx);
    const pdf = aPdf();
    const place = (await ask('POST', '/files/uploads', { ...named, 'Upload-Length': String(pdf.length) })).headers.get('location')!;
    const piecesOf = join(uploadsFolder(), place.split('/').pop()!);
    rmSync(piecesOf);
    symlinkSync('/dev/full', piecesOf);
    const refused = await ask('PATCH', place, piece(0), pdf);
    expect([refused.status, await refused.text()]).toEqual([507, expect.stringContaining('服务器现在存不下文件')]);
    rmSync(piecesOf);
    writeFileSync(piecesOf, '');
    expect((await ask('PATCH', place, piece(0), pdf)).status).toBe(204);
  });

  test('that is whole but cannot be kept for want of room keeps its pieces, and is finished later', async ({ db }) => {
    const ctx = await officer(db);
    const ask = browser(ctx);
    const pdf = aPdf('/Lang (zh-CN)');
    const place = (await ask('POST', '/files/uploads', { ...named, 'Upload-Length': String(pdf.length) })).headers.get('location')!;
    const shard = join(uploadsFolder(), '..', createHash('sha256').update(pdf).digest('hex').slice(0, 2));
    symlinkSync('/sys', shard);
    expect((await ask('PATCH', place, piece(0), pdf)).status).toBe(507);
    rmSync(shard);
    expect(await finishUpload(ctx, fileIdOf(place.split('/').pop()!))).toMatchObject({ size: pdf.length });
  });

  test('begun where nothing can be written is told as that', async ({ db }) => {
    const ask = browser(await officer(db));
    await ask('POST', '/files/uploads', { ...named, 'Upload-Length': '9' });
    renameSync(uploadsFolder(), `${uploadsFolder()}-kept`);
    symlinkSync('/sys', uploadsFolder());
    try {
      const refused = await ask('POST', '/files/uploads', { ...named, 'Upload-Length': '9' });
      expect([refused.status, await refused.text()]).toEqual([507, expect.stringContaining('服务器现在存不下文件')]);
    } finally {
      rmSync(uploadsFolder());
      renameSync(`${uploadsFolder()}-kept`, uploadsFolder());
    }
  });

  test('leaves nothing behind when it is refused at the end', async ({ db }) => {
    const ctx = await officer(db);
    const ask = browser(ctx);
    const place = (await ask('POST', '/files/uploads', { ...named, 'Upload-Length': '9' })).headers.get('location')!;
    await ask('PATCH', place, piece(0), Buffer.from('no paper.'));
    const name = place.split('/').pop()!;
    expect(readdirSync(uploadsFolder()).filter((one) => one.startsWith(name))).toEqual([]);
  });

  test('is begun twenty times at most without being finished', async ({ db }) => {
    const ask = browser(ctxOf(db, person('expert', '*', 'begins-many')));
    const begin = () => ask('POST', '/files/uploads', { ...named, 'Upload-Length': '9' });
    const places: string[] = [];
    for (let i = 0; i < mostUnfinished; i += 1) places.push((await begin()).headers.get('location')!);
    expect((await begin()).status).toBe(429);
    expect((await ask('DELETE', places[0]!)).status).toBe(204);
    expect((await begin()).status).toBe(201);
    for (const place of places) await ask('DELETE', place);
  });

  test('is somebody’s own: another person neither sees nor continues it, and nobody reads it back', async ({ db }) => {
    const ask = browser(await officer(db));
    const place = (await ask('POST', '/files/uploads', { ...named, 'Upload-Length': '9' })).headers.get('location')!;
    const other = browser(ctxOf(db, person('expert', '*')));
    expect((await other('HEAD', place)).status).toBe(404);
    expect((await other('PATCH', place, piece(0), Buffer.from('no paper.'))).status).toBe(404);
    expect((await other('DELETE', place)).status).toBe(404);
    expect((await ask('GET', place)).status).toBe(404);
    expect((await ask('POST', place, { 'X-HTTP-Method-Override': 'GET' })).status).toBe(404);
  });

  test('is refused to visitors, and above twenty megabytes', async ({ db }) => {
    expect((await browser(ctxOf(db))('POST', '/files/uploads', { ...named, 'Upload-Length': '9' })).status).toBe(401);
    const ask = browser(await officer(db));
    expect((await ask('POST', '/files/uploads', { ...named, 'Upload-Length': String(21 * 1024 * 1024) })).status).toBe(413);
    expect((await ask('POST', '/files/uploads', named)).status).toBe(400);
    expect((await ask('POST', '/files/uploads/x', { 'Upload-Concat': 'final;/files/uploads/x' })).status).toBe(404);
  });
});
