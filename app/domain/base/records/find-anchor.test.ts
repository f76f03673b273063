import { createHash } from 'node:crypto';
import { describe, expect } from 'vitest';
import { findAnchors, verifyHash, verifyPaper } from './find-anchor.ts';
import { proofOf } from './proof.ts';
import { publishRoots } from './publish-roots.ts';
import { sealRecords } from './seal.ts';
import { change } from '#app/platform/change.ts';
import { canonicalJson } from '#app/platform/canonical-json.ts';
import type { Db } from '#app/db/db.server.ts';
import { system } from '#app/platform/ctx.ts';
import { aPdf } from '#tests/apply.ts';
import { ctxOf, test } from '#tests/world.ts';

const sha256 = (content: Buffer | string) => createHash('sha256').update(content).digest('hex');
const tomorrow = new Date('2026-09-02T01:00:00Z');
const notice = { kind: 'notice', title: '关于拟列入试点名单的公示', entries: ['滨湖世纪社区'] };

async function recorded(db: Db) {
  const letter = aPdf();
  await change(ctxOf(db, system), async (tx) => {
    await tx.record('application.paper-attached', { id: 'an-application', regionCode: '340111400' }, { paper: 'sealed-opinion', sha256: sha256(letter) });
    await tx.record('notice.published', { id: 'a-notice', regionCode: '*' }, { version: 1, hash: sha256(canonicalJson(notice)) });
    await tx.record('file.stored', { id: 'evidence', regionCode: '*' }, { sha256: sha256('evidence') });
  });
  return { letter };
}

describe('a paper in somebody’s hand', () => {
  test('is found by its bytes, and from the next day on under the root of its day', async ({ db }) => {
    const { letter } = await recorded(db);
    expect(await verifyPaper(ctxOf(db), letter)).toMatchObject({ found: [{ event: 'application.paper-attached', day: '2026-09-01', anchored: { state: 'unsealed' } }] });
    await sealRecords(ctxOf(db, system));
    await publishRoots(ctxOf(db, system, tomorrow));
    const [found] = (await verifyPaper(ctxOf(db), letter)).found;
    expect(found!.anchored).toMatchObject({ state: 'rooted', sealedOn: '2026-09-01', proof: { root: { day: '2026-09-01' } } });
  });

  test('is not found when one byte of it has changed', async ({ db }) => {
    const { letter } = await recorded(db);
    const altered = Buffer.from(letter);
    altered[altered.length - 2]! ^= 1;
    expect(await verifyPaper(ctxOf(db), altered)).toMatchObject({ found: [] });
    expect(await verifyPaper(ctxOf(db), Buffer.from('{ not json'))).toMatchObject({ found: [] });
  });

  test('that is JSON is found however it is spaced, and not when a word differs', async ({ db }) => {
    await recorded(db);
    expect((await verifyPaper(ctxOf(db), Buffer.from(JSON.stringify(notice, null, 2)))).found).toMatchObject([{ event: 'notice.published' }]);
    expect((await verifyPaper(ctxOf(db), Buffer.from(JSON.stringify({ ...notice, title: '关于拟列入试点名单的公告' })))).found).toEqual([]);
  });

  test('that is a proof holds only with the root that was published', async ({ db }) => {
    await recorded(db);
    await sealRecords(ctxOf(db, system));
    await publishRoots(ctxOf(db, system, tomorrow));
    const anchored = await proofOf(ctxOf(db), { event: 'notice.published', subjectId: 'a-notice', facts: {} });
    if (anchored.state !== 'rooted') throw new Error(anchored.state);
    const asFile = (proof: unknown) => Buffer.from(JSON.stringify({ proof }));
    expect((await verifyPaper(ctxOf(db), asFile(anchored.proof))).proof).toMatchObject({ isGood: true, isPublished: true });
    expect((await verifyPaper(ctxOf(db), asFile({ ...anchored.proof, sealedOn: '2026-08-01' }))).proof).toMatchObject({ isGood: false });
    expect((await verifyPaper(ctxOf(db), asFile({ ...anchored.proof, path: 'x', root: 7 }))).proof).toMatchObject({ isGood: false, isPublished: false });
  });

  test('says nothing of evidence somebody handed in with an objection', async ({ db }) => {
    await recorded(db);
    expect(await findAnchors(ctxOf(db), [sha256('evidence')])).toEqual([]);
  });
});

describe('a fingerprint as typed', () => {
  test('is read with spaces and capitals, and anything else is asked for again', async ({ db }) => {
    await recorded(db);
    const hash = sha256(canonicalJson(notice));
    expect((await verifyHash(ctxOf(db), ` ${hash.slice(0, 32).toUpperCase()} ${hash.slice(32)} `)).found).toHaveLength(1);
    await expect(verifyHash(ctxOf(db), 'abc')).rejects.toThrow('verify-what');
  });

  test('cannot be tried without end', async ({ db }) => {
    for (let n = 0; n < 60; n += 1) await verifyHash(ctxOf(db), '0'.repeat(64));
    await expect(verifyHash(ctxOf(db), '0'.repeat(64))).rejects.toThrow('too-many-tries');
  });
});
