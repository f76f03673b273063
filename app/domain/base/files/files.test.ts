import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { eq } from 'drizzle-orm';
import sharp from 'sharp';
import { describe, expect } from 'vitest';
import { records } from '#app/platform/tables.server.ts';
import { aPdf, officer, ownFilesFolder } from '#tests/apply.ts';
import { aUser } from '#tests/cycle.ts';
import { binhu, ctxOf, person, test } from '#tests/world.ts';
import { dailyQuota, fileName, mostUnfolded } from './model.ts';
import { ownFile } from './read.ts';
import { rangeOf, serveFile } from './serve-file.ts';
import { pathOf } from './store-on-disk.ts';
import { storeFile } from './store-file.ts';
import { files } from './tables.server.ts';
import { verifyStored } from './verify-stored.ts';
import { clearUploads, finishUpload, isOwnUpload, newUploadName, uploadsFolder } from './uploads.ts';

ownFilesFolder();
const picture = (width = 900, height = 600) => sharp({ create: { width, height, channels: 3, background: '#0b6b5a' } });
const address = 'http://localhost/papers/a/b';

describe('storing a file', () => {
  test('keeps a PDF byte for byte under its hash and leaves a record', async ({ db }) => {
    const ctx = await officer(db);
    const file = await storeFile(ctx, { name: '意见.pdf', content: aPdf() });
    expect(file).toMatchObject({ name: '意见.pdf', mediaType: 'application/pdf', pages: 1, sha256: createHash('sha256').update(aPdf()).digest('hex') });
    expect(readFileSync(pathOf(file.sha256)).equals(aPdf())).toBe(true);
    expect(await db.select().from(records).where(eq(records.subjectId, file.id))).toMatchObject([{ event: 'file.stored', facts: { sha256: file.sha256 } }]);
  });

  test('draws a picture anew, without its metadata, and makes a thumbnail', async ({ db }) => {
    const content = await picture().withExif({ IFD0: { Copyright: 'somebody' }, IFD3: { GPSLatitudeRef: 'N' } }).jpeg().toBuffer();
    expect((await sharp(content).metadata()).exif).toBeDefined();
    const file = await storeFile(await officer(db), { name: 'x.jpg', content });
    expect((await sharp(readFileSync(pathOf(file.sha256))).metadata()).exif).toBeUndefined();
    expect((await sharp(readFileSync(pathOf(file.thumbnailKey!))).metadata()).width).toBe(480);
  });

  test('says that the disk takes nothing, instead of failing', async ({ db }) => {
    const content = await picture(31, 17).png().toBuffer();
    const kept = await storeFile(await officer(db), { name: 'x.png', content });
    const shard = join(pathOf(kept.sha256), '../..');
    rmSync(shard, { recursive: true });
    symlinkSync('/sys', shard);
    await expect(storeFile(await officer(db), { name: 'x.png', content })).rejects.toMatchObject({ code: 'file-disk-refuses', status: 507 });
    rmSync(shard);
  });

  test('goes by content, not by name: the ending is put right', async ({ db }) => {
    const content = await picture().png().toBuffer();
    expect(await storeFile(await officer(db), { name: '盖章.pdf', content })).toMatchObject({ name: '盖章.png', mediaType: 'image/png' });
  });

  test('loses what hides behind a picture', async ({ db }) => {
    const content = Buffer.concat([await picture().jpeg().toBuffer(), Buffer.from('<script>alert(1)</script>PK\u0003\u0004')]);
    const file = await storeFile(await officer(db), { name: 'a.jpg', content });
    expect(readFileSync(pathOf(file.sha256)).includes('script')).toBe(false);
  });

  test.for([
    ['nothing', Buffer.alloc(0), 'file-empty'],
    ['a page', Buffer.from('<!doctype html><script>1</script>'), 'file-kind-not-allowed'],
    ['a drawing with a script', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>'), 'file-kind-not-allowed'],
    ['an archive', Buffer.from('PK\u0003\u0004aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', 'latin1'), 'file-kind-not-allowed'],
    ['half a PDF', aPdf().subarray(0, 120), 'file-damaged'],
    ['a PDF with an archive behind it', Buffer.concat([aPdf(), Buffer.from('PK\u0003\u0004 and more', 'latin1')]), 'file-damaged'],
    ['a PDF with a script', aPdf('/OpenAction << /S /JavaScript /JS (app.alert) >>'), 'file-active'],
    ['a PDF with a hidden script', aPdf('/OpenAction << /S /J#61vaScript >>'), 'file-active'],
    ['a PDF with a file inside', aPdf('/Names << /EmbeddedFiles 9 0 R >>'), 'file-active'],
    ['a locked PDF', aPdf('/Encrypt 9 0 R'), 'file-locked'],
    ['a cut picture', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 74, 70, 73, 70, 0, 1, 1, 0, 0, 1]), 'file-damaged'],
    ['too much', Buffer.alloc(20 * 1024 * 1024 + 1, 0x20), 'file-too-large'],
  ] as const)('refuses %s', async ([, content, code], { db }) => {
    await expect(storeFile(await officer(db), { name: 'a.pdf', content })).rejects.toThrow(code);
  });

  test('refuses a small file that unfolds into a huge picture', async ({ db }) => {
    const bomb = await picture(12_000, 12_000).png({ compressionLevel: 9 }).toBuffer();
    expect(bomb.length).toBeLessThan(1_000_000);
    await expect(storeFile(await officer(db), { name: 'a.png', content: bomb })).rejects.toThrow('file-too-many-pixels');
  });

  test('takes a photograph of a telephone: the original is kept, what is shown is a picture without place or make', async ({ db }) => {
    const content = readFileSync('tests/files/phone.heic');
    expect(content.includes('Example Phone')).toBe(true);
    const file = await storeFile(await officer(db), { name: 'IMG_0001.HEIC', content });
    expect(file).toMatchObject({ name: 'IMG_0001.jpg', mediaType: 'image/jpeg', originalSize: content.length });
    expect(readFileSync(pathOf(file.originalKey!)).equals(content)).toBe(true);
    for (const key of [file.sha256, file.thumbnailKey!]) {
      const { exif, xmp, iptc, width } = await sharp(readFileSync(pathOf(key))).metadata();
      expect([exif, xmp, iptc]).toEqual([undefined, undefined, undefined]);
      expect(width).toBe(key === file.sha256 ? 320 : 480);
      expect(readFileSync(pathOf(key)).includes('Example')).toBe(false);
    }
    const [red, green] = await sharp(readFileSync(pathOf(file.sha256))).extract({ left: 20, top: 20, width: 1, height: 1 }).raw().toBuffer();
    expect([red! > 180, green! < 110]).toEqual([true, true]);
  });

  test('looks after the original of a photograph as after what is shown', async ({ db }) => {
    const file = await storeFile(await officer(db), { name: 'a.heic', content: readFileSync('tests/files/phone.heic') });
    const before = await verifyStored(db);
    writeFileSync(pathOf(file.originalKey!), 'other');
    const { faults } = await verifyStored(db);
    expect(faults.filter(({ where }) => !before.faults.some((one) => one.where === where))).toEqual([{ what: 'file-changed', where: file.originalKey }]);
    rmSync(pathOf(file.originalKey!));
  });

  test('refuses a photograph of a telephone that is cut or claims to be endless', async ({ db }) => {
    const content = readFileSync('tests/files/phone.heic');
    const ctx = await officer(db);
    await expect(storeFile(ctx, { name: 'a.heic', content: content.subarray(0, 900) })).rejects.toThrow('file-damaged');
    const endless = Buffer.from(content);
    const size = endless.indexOf('ispe') + 8;
    endless.writeUInt32BE(60_000, size);
    endless.writeUInt32BE(60_000, size + 4);
    await expect(storeFile(ctx, { name: 'b.heic', content: endless })).rejects.toThrow(/file-damaged|file-too-many-pixels/);
  });

  test('AS-04: refuses a PDF that begins folded parts without end', async ({ db }) => {
    const content = Buffer.from(`%PDF-1.4\n${' stream\nx\u009C'.repeat(25_000)}\nstartxref\n0\n%%EOF`, 'latin1');
    await expect(storeFile(await officer(db), { name: 'a.pdf', content })).rejects.toThrow('file-unfolds');
  });

  test('AS-04: refuses a small PDF that unfolds to a huge one', async ({ db }) => {
    const folded = deflateSync(Buffer.alloc(mostUnfolded.part + 1));
    expect(folded.length).toBeLessThan(1_000_000);
    const bomb = (part: Buffer) => Buffer.concat([Buffer.from('%PDF-1.4\n1 0 obj\n<< /Filter /FlateDecode >>\nstream\n'), part, Buffer.from('\nendstream\nendobj\n'), aPdf().subarray(9)]);
    const ctx = await officer(db);
    await expect(storeFile(ctx, { name: 'a.pdf', content: bomb(folded) })).rejects.toThrow('file-unfolds');
    expect(await storeFile(ctx, { name: 'b.pdf', content: bomb(deflateSync(Buffer.alloc(1_000_000))) })).toMatchObject({ mediaType: 'application/pdf' });
  });

  test('AS-04: refuses a PDF that is an archive at the same time', async ({ db }) => {
    const end = (comment: number) => {
      const bytes = Buffer.alloc(22);
      bytes.write('PK\u0005\u0006', 'latin1');
      bytes.writeUInt16LE(comment, 20);
      return bytes;
    };
    const tail = aPdf().subarray(9);
    const both = Buffer.concat([Buffer.from('%PDF-1.4\n%'), Buffer.from('PK\u0003\u0004 inside', 'latin1'), end(tail.length), tail]);
    const ctx = await officer(db);
    await expect(storeFile(ctx, { name: 'a.pdf', content: both })).rejects.toThrow('file-two-in-one');
    const byChance = Buffer.concat([Buffer.from('%PDF-1.4\n%'), end(tail.length + 1), tail]);
    expect(await storeFile(ctx, { name: 'b.pdf', content: byChance })).toMatchObject({ mediaType: 'application/pdf' });
  });

  test('refuses more than one person may bring in a day', async ({ db }) => {
    const ctx = await officer(db);
    const file = await storeFile(ctx, { name: 'a.pdf', content: aPdf() });
    await db.update(files).set({ size: dailyQuota }).where(eq(files.id, file.id));
    await expect(storeFile(ctx, { name: 'b.pdf', content: aPdf() })).rejects.toThrow('file-quota');
    await storeFile({ ...ctx, now: new Date(ctx.now.getTime() + 86_400_000) }, { name: 'b.pdf', content: aPdf() });
  });

  test('refuses visitors', async ({ db }) => {
    await expect(storeFile(ctxOf(db), { name: 'a.pdf', content: aPdf() })).rejects.toThrow('sign-in-needed');
  });

  test('with an id already taken by somebody else changes nothing', async ({ db }) => {
    const file = await storeFile(await officer(db), { name: 'a.pdf', content: aPdf() });
    const thief = ctxOf(db, person('community-worker', binhu, await aUser(db, 'thief')));
    await expect(storeFile(thief, { id: file.id, name: 'b.pdf', content: aPdf() })).rejects.toThrow('file-not-found');
    await expect(ownFile(thief, file.id)).rejects.toThrow('file-not-found');
  });
});

describe('a file name', () => {
  test.each([
    ['../../etc/passwd', 'passwd.pdf'],
    ['C:\\temp\\意见.docx', '意见.pdf'],
    ['a\u0000\r\nb.pdf', 'ab.pdf'],
    ['photo\u202Efdp.exe', 'photofdp.pdf'],
    ['...', 'file.pdf'],
    ['', 'file.pdf'],
    [`${'长'.repeat(300)}.pdf`, `${'长'.repeat(100)}.pdf`],
  ])('%j becomes %j', (given, kept) => {
    expect(fileName(given, 'application/pdf')).toBe(kept);
  });
});

describe('an upload in pieces', () => {
  test('belongs to the person who began it', async ({ db }) => {
    const ctx = await officer(db);
    const name = newUploadName(ctx);
    expect(isOwnUpload(ctx, name)).toBe(true);
    expect(isOwnUpload(ctxOf(db, person('expert', '*')), name)).toBe(false);
    expect(isOwnUpload(ctx, '../../../etc/passwd')).toBe(false);
  });

  test('goes with its description a day after its last piece, and not before', async () => {
    const name = 'ab'.repeat(24);
    const path = join(uploadsFolder(), name);
    mkdirSync(uploadsFolder(), { recursive: true });
    const put = (file: string, hoursAgo: number) => {
      writeFileSync(file, 'x');
      utimesSync(file, new Date(), new Date(Date.now() - hoursAgo * 3_600_000));
    };
    put(`${path}.json`, 30);
    put(path, 2);
    await clearUploads(new Date());
    expect([existsSync(path), existsSync(`${path}.json`)]).toEqual([true, true]);
    put(path, 25);
    expect(await clearUploads(new Date())).toBeGreaterThan(0);
    expect([existsSync(path), existsSync(`${path}.json`)]).toEqual([false, false]);
  });

  test('that never came is not found', async ({ db }) => {
    const ctx = await officer(db);
    await expect(finishUpload(ctx, '00000000-0000-4000-8000-000000000000')).rejects.toThrow('file-not-found');
    await expect(finishUpload(ctx, '../../x')).rejects.toThrow('file-not-found');
  });
});

describe('serving a file', () => {
  test('whole, in pieces, as a download, and never as something that runs', async ({ db }) => {
    const file = await storeFile(await officer(db), { name: '意见 1.pdf', content: aPdf() });
    const whole = await serveFile(file, new Request(address));
    expect(Buffer.from(await whole.arrayBuffer()).equals(aPdf())).toBe(true);
    expect(whole.headers.get('content-security-policy')).toContain(`default-src 'none'`);
    expect(whole.headers.get('content-disposition')).toBe(`inline; filename*=UTF-8''%E6%84%8F%E8%A7%81%201.pdf`);
    const piece = await serveFile(file, new Request(`${address}?download`, { headers: { range: 'bytes=0-7' } }));
    expect([piece.status, await piece.text(), piece.headers.get('content-range')]).toEqual([206, '%PDF-1.4', `bytes 0-7/${aPdf().length}`]);
    expect(piece.headers.get('content-disposition')).toContain('attachment');
    expect((await serveFile(file, new Request(address, { headers: { range: 'bytes=999999-' } }))).status).toBe(416);
  });

  test.each([
    ['bytes=0-', { start: 0, end: 99 }],
    ['bytes=-10', { start: 90, end: 99 }],
    ['bytes=50-1000', { start: 50, end: 99 }],
    ['bytes=0-1,5-6', undefined],
    ['bytes=-', undefined],
    ['bytes=100-', 'outside'],
  ])('reads %s of a hundred bytes', (asked, range) => {
    expect(rangeOf(asked, 100)).toEqual(range);
  });
});
