import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import S3rver from 's3rver';
import { afterAll, beforeAll, describe, expect, test as plain } from 'vitest';
import { aPdf, officer } from '#tests/apply.ts';
import { test } from '#tests/world.ts';
import { serveFile } from './serve-file.ts';
import { readWhole } from './storage.ts';
import { openS3Store } from './store-in-s3.ts';
import { storeFile } from './store-file.ts';

const folder = mkdtempSync(join(tmpdir(), 'tongyou-s3-'));
const bucket = 'tongyou-files';
const server = new S3rver({ port: 0, address: '127.0.0.1', silent: true, directory: folder, configureBuckets: [{ name: bucket }] });
const keys = { FILES_S3_REGION: 'us-east-1', FILES_S3_KEY: 'S3RVER', FILES_S3_SECRET: 'S3RVER' };
let endpoint = '';

beforeAll(async () => {
  const { port } = await server.run();
  endpoint = `http://127.0.0.1:${port}`;
  Object.assign(process.env, keys, { FILES_S3_BUCKET: bucket, FILES_S3_ENDPOINT: endpoint });
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

const open = (given: Partial<Parameters<typeof openS3Store>[0]> = {}) => openS3Store({ ...keys, FILES_S3_BUCKET: bucket, FILES_S3_ENDPOINT: endpoint, ...given });
const keyOf = (content: Buffer) => createHash('sha256').update(content).digest('hex');

/** A server that answers every question with this. */
async function answering(status: number, body: (asked: { method: string }) => Buffer | string, run: (address: string) => Promise<void>) {
  const other: Server = createServer((request, response) => {
    request.resume().on('end', () => response.writeHead(request.method === 'PUT' ? 200 : status).end(body({ method: request.method ?? '' })));
  });
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
  try {
    await run(`http://127.0.0.1:${(other.address() as AddressInfo).port}`);
  } finally {
    other.closeAllConnections();
    await new Promise((resolve) => other.close(resolve));
  }
}

describe('a bucket', () => {
  plain('keeps twenty megabytes byte for byte, under a key of plain letters, once', async () => {
    const content = randomBytes(20 * 1024 * 1024);
    const key = keyOf(content);
    const store = open();
    await store.write(key, content);
    await store.write(key, content);
    expect(await store.sizeOf(key)).toBe(content.length);
    expect(keyOf(await buffer(await store.read(key)))).toBe(key);
    expect(await buffer(await store.read(key, { start: 5, end: 9 }))).toEqual(content.subarray(5, 10));
    expect(readdirSync(join(folder, bucket, key.slice(0, 2), key.slice(2, 4))).every((name) => name.startsWith(key))).toBe(true);
  });

  plain('knows what it does not have', async () => {
    expect(await open().sizeOf('0'.repeat(64))).toBeUndefined();
  });

  plain('that keeps other bytes than it was given is not believed', async () => {
    await answering(200, () => 'other bytes', async (address) => {
      const content = Buffer.from('mine');
      await expect(open({ FILES_S3_ENDPOINT: address }).write(keyOf(content), content)).rejects.toMatchObject({ code: 'file-disk-refuses', status: 507 });
    });
  });

  plain('that refuses or is away is told as that', async () => {
    await answering(403, () => '', async (address) => {
      await expect(open({ FILES_S3_ENDPOINT: address }).sizeOf('0'.repeat(64))).rejects.toMatchObject({ code: 'file-store-away', status: 503 });
    });
    const away = open({ FILES_S3_ENDPOINT: 'http://127.0.0.1:9' });
    await expect(away.write('0'.repeat(64), Buffer.from('x'))).rejects.toMatchObject({ code: 'file-disk-refuses' });
    await expect(away.read('0'.repeat(64))).rejects.toMatchObject({ code: 'file-store-away' });
  });
});

describe('an upload to the bucket', () => {
  test('is stored, served whole and in pieces, and leaves nothing on the disk of the machine', async ({ db }) => {
    const file = await storeFile(await officer(db), { name: '意见.pdf', content: aPdf() });
    expect((await readWhole(file.sha256)).equals(aPdf())).toBe(true);
    const whole = await serveFile(file, new Request('http://localhost/papers/a/b'));
    expect(Buffer.from(await whole.arrayBuffer()).equals(aPdf())).toBe(true);
    const piece = await serveFile(file, new Request('http://localhost/papers/a/b', { headers: { range: 'bytes=0-7' } }));
    expect([piece.status, await piece.text()]).toEqual([206, '%PDF-1.4']);
    expect(readdirSync(process.env.FILES_DIR!)).toEqual([]);
  });
});
