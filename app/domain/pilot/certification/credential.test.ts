import { generateKeyPairSync, sign } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { describe, expect } from 'vitest';
import type { Db } from '#app/db/db.server.ts';
import { records } from '#app/platform/tables.server.ts';
import { aCertificate, office, otherOffice } from '#tests/certificates.ts';
import { verifiedElsewhere } from '#tests/credential-verifier.ts';
import { as, ctxOf, test } from '#tests/world.ts';
import { contexts } from './contexts.ts';
import type { Credential } from './credential.ts';
import { decideMeasure, reinstateCertificate } from './decide-measure.ts';
import { issuerDocument, publicKeys } from './keys.ts';
import { openMeasure } from './open-measure.ts';
import { bytesOf, isSigned, multibase } from './proof.ts';
import { getByNumber } from './register.ts';
import { keysAtDesk, resealSigningKeys, rotateKey, signAnew, withdrawKey } from './rotate-key.ts';
import { allStatusLists } from './status-list.ts';
import { signingKeys } from './tables.server.ts';

const after = new Date('2026-10-20T02:00:00Z');

async function asked(db: Db, credential: Credential, now = after) {
  const published = [await issuerDocument(ctxOf(db)), ...(await allStatusLists(ctxOf(db)))];
  return verifiedElsewhere(credential, published, contexts, now);
}

describe('a credential', () => {
  test('holds before the reference verifier, which fetches nothing but what we publish; altered in any word it fails', async ({ db }) => {
    const { number } = await aCertificate(db);
    const { credential } = await getByNumber(ctxOf(db), number);
    expect(await asked(db, credential)).toEqual({ isVerified: true, off: [], why: '' });
    const subject = credential['credentialSubject'] as { achievement: { name: string } };
    const tampered: Credential[] = [
      { ...credential, validUntil: '2099-12-31T23:59:59+08:00' },
      { ...credential, credentialSubject: { ...subject, achievement: { ...subject.achievement, name: '全国示范点' } } },
      { ...credential, proof: { ...credential.proof, created: '2020-01-01T00:00:00Z' } },
      { ...credential, credentialStatus: [] },
    ];
    for (const one of tampered) {
      expect((await asked(db, one)).isVerified).toBe(false);
      const [key] = await publicKeys(ctxOf(db));
      expect(await isSigned(one, key!.publicKey, contexts)).toBe(false);
    }
    expect((await asked(db, credential, new Date('2030-01-01T00:00:00Z'))).isVerified).toBe(false);
  });

  test('that is suspended, reinstated or withdrawn is seen so through the status list at once', async ({ db }) => {
    const { id, number } = await aCertificate(db);
    const { credential } = await getByNumber(ctxOf(db), number);
    const first = await openMeasure(office(db), id, { kind: 'suspend', to: '', grounds: '儿童之家停用半年，未按承诺恢复，经两次提醒仍未整改。', isInterim: true });
    expect((await asked(db, credential)).off).toEqual(['suspension']);
    await decideMeasure(otherOffice(db, after), first, { outcome: 'taken', reason: '情况属实，整改完成前暂停。' });
    await reinstateCertificate(office(db, after), id, '已恢复开放。');
    expect((await asked(db, credential)).off).toEqual([]);
    const second = await openMeasure(office(db, after), id, { kind: 'withdraw', to: '', grounds: '申报材料中的场地照片经核实并非本社区，属于弄虚作假。', isInterim: false });
    await decideMeasure(otherOffice(db, new Date('2026-11-30T02:00:00Z')), second, { outcome: 'taken', reason: '材料不实，撤销证书。' });
    expect(await asked(db, credential, new Date('2026-12-01T02:00:00Z'))).toMatchObject({ isVerified: true, off: ['revocation'] });
  });

  test('names no person, and its hash stands in the records', async ({ db }) => {
    const { id, number } = await aCertificate(db);
    const { credential, credentialHash } = await getByNumber(ctxOf(db), number);
    expect(JSON.stringify(credential)).not.toMatch(/applicant|office|姓名/);
    const [line] = await db.select().from(records).where(eq(records.subjectId, id));
    expect(line).toMatchObject({ event: 'certificate.issued', facts: { number, credentialHash } });
  });
});

describe('the signing key', () => {
  test('lies sealed, is sealed anew with a new secret, and signs on', async ({ db }) => {
    await aCertificate(db);
    const [before] = await db.select().from(signingKeys);
    expect(Buffer.from(before!.sealedKey, 'base64url').toString('latin1')).not.toContain('+e p');
    expect(await resealSigningKeys(office(db))).toBe(1);
    const [after] = await db.select().from(signingKeys);
    expect(after!.sealedKey).not.toBe(before!.sealedKey);
    expect(after!.publicKey).toBe(before!.publicKey);
  });

  test('is replaced without hurting what it signed; a leaked one is withdrawn and all it signed is signed anew', async ({ db }) => {
    const { number } = await aCertificate(db);
    const { credential: first } = await getByNumber(ctxOf(db), number);
    const keeper = as(db, 'security-admin', '*');
    await rotateKey(keeper, '每年更换');
    expect((await asked(db, first)).isVerified).toBe(true);
    expect(await signAnew(office(db))).toBe('0');
    const [, old] = await publicKeys(ctxOf(db));
    await withdrawKey(keeper, old!.id, '私钥泄露');
    expect((await asked(db, first)).isVerified).toBe(false);
    expect(await signAnew(office(db))).toBe('1');
    const { credential: second, kid } = await getByNumber(ctxOf(db), number);
    expect(kid).not.toBe(first.proof.verificationMethod);
    expect(await asked(db, second)).toEqual({ isVerified: true, off: [], why: '' });
    await withdrawKey(keeper, (await publicKeys(ctxOf(db)))[0]!.id, '又泄露了一次');
    await expect(withdrawKey(keeper, old!.id, '再停一次')).rejects.toThrow('signing-key-none');
    expect((await publicKeys(ctxOf(db))).map((key) => [key.retiredAt === null, key.withdrawnAt !== null])).toEqual([[true, false], [false, true], [false, true]]);
    expect(await signAnew(office(db))).toBe('1');
    expect((await asked(db, (await getByNumber(ctxOf(db), number)).credential)).isVerified).toBe(true);
  });

  test('is replaced by the security administrator alone, and not before there is one', async ({ db }) => {
    for (const other of [office(db), as(db, 'system-admin', '*'), as(db, 'security-admin', '34'), ctxOf(db)]) {
      await expect(rotateKey(other, '试一试')).rejects.toThrow(/not-allowed|sign-in-needed/);
      await expect(withdrawKey(other, '0199a000-0000-7000-8000-000000000001', '试一试')).rejects.toThrow(/not-allowed|sign-in-needed/);
      expect(() => keysAtDesk(other)).toThrow(/not-allowed|sign-in-needed/);
    }
    await expect(rotateKey(as(db, 'security-admin', '*'), '每年更换')).rejects.toThrow('signing-key-none');
  });
});

describe('the proof', () => {
  test('is the plain algorithm: base58 goes there and back, and a signature of another key is none', async ({ db }) => {
    for (const bytes of [new Uint8Array([0, 0, 1]), new Uint8Array(34).fill(255), new Uint8Array([7])]) {
      expect(bytesOf(multibase(bytes), bytes.length)).toEqual(bytes);
    }
    for (const text of ['z0', 'm123', 'z', `z${'z'.repeat(201)}`, '']) expect(bytesOf(text, 34)).toBeUndefined();
    const { number } = await aCertificate(db);
    const { credential } = await getByNumber(ctxOf(db), number);
    const stranger = generateKeyPairSync('ed25519');
    const forged = { ...credential, proof: { ...credential.proof, proofValue: multibase(sign(null, Buffer.from('anything'), stranger.privateKey)) } };
    const [key] = await publicKeys(ctxOf(db));
    expect(await isSigned(forged, key!.publicKey, contexts)).toBe(false);
    expect(await isSigned(credential, key!.publicKey, contexts)).toBe(true);
  });
});
