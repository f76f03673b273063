import { deflateSync } from 'node:zlib';
import { afterAll, describe, expect } from 'vitest';
import type { Db } from '#app/db/db.server.ts';
import { endPress } from '#app/domain/base/documents/press.ts';
import { change } from '#app/platform/change.ts';
import { aPdf } from '#tests/apply.ts';
import { aCertificate, aFinalNotice, office, otherOffice } from '#tests/certificates.ts';
import { as, ctxOf, test, today } from '#tests/world.ts';
import { textsCarried } from './carried.ts';
import { contexts } from './contexts.ts';
import type { Credential } from './credential.ts';
import { decideMeasure } from './decide-measure.ts';
import { issueCertificate } from './issue.ts';
import { publicKeys, signingKey } from './keys.ts';
import { canBeMeasured, certificateNumber, isLower, isRenewable, lastDayOf, mayDecide, standingOf, tidyNumber } from './model.ts';
import { openMeasure } from './open-measure.ts';
import { certificateDocument } from './print.ts';
import { signDocument } from './proof.ts';
import { getByNumber } from './register.ts';
import { renewCertificate } from './renew.ts';
import { withdrawKey } from './rotate-key.ts';
import { getStatusList } from './status-list.ts';
import { verifyPresented } from './verify.ts';

afterAll(endPress);

const bytes = (value: unknown) => new TextEncoder().encode(typeof value === 'string' ? value : JSON.stringify(value));
const stranger = (db: Db, now = today) => ({ ...ctxOf(db, undefined, now), address: '203.0.113.7' });
const verdictOf = async (db: Db, value: unknown, now = today) => (await verifyPresented(stranger(db, now), value instanceof Uint8Array ? value : bytes(value))).verdict;
const credentialOf = async (db: Db, number: string) => (await getByNumber(ctxOf(db), number)).credential;
const grounds = '抽查发现材料中的照片不是本社区，属于弄虚作假，情节严重。';
const reason = '情况属实，撤销证书，收回牌匾。';

/** Signed by the house's own key, whatever it says. */
function signedByUs(db: Db, credential: Credential, altered: object): Promise<Credential> {
  return change(office(db), async (tx) => {
    await tx.record('certificate.issued', { id: 'x', regionCode: '*' });
    const { proof: _, ...document } = credential;
    return signDocument({ ...document, ...altered } as never, await signingKey(tx), '2026-09-01T00:00:00Z', contexts) as Promise<Credential>;
  });
}

describe('a certificate that somebody brings', () => {
  test('is told valid, as the credential or as the paper that carries it, with what the register says', async ({ db }) => {
    const { number } = await aCertificate(db);
    const credential = await credentialOf(db, number);
    for (const file of [bytes(credential), bytes(JSON.stringify(credential, null, 2)), (await certificateDocument(ctxOf(db), number)).content]) {
      expect(await verifyPresented(stranger(db), file)).toMatchObject({ verdict: 'valid', isNewest: true, certificate: { number, content: { unit: '滨湖世纪社区' }, issuedOn: '2026-09-01' } });
    }
  });

  test('is told suspended, withdrawn, replaced and expired at once, although the file is the same', async ({ db }) => {
    const { id, number } = await aCertificate(db);
    const credential = await credentialOf(db, number);
    expect(await verdictOf(db, credential, new Date('2029-08-31T15:59:59Z'))).toBe('valid');
    expect(await verdictOf(db, credential, new Date('2029-08-31T16:00:00Z'))).toBe('expired');
    const measure = await openMeasure(office(db), id, { kind: 'withdraw', to: '', grounds, isInterim: true });
    expect(await verdictOf(db, credential)).toBe('suspended');
    await decideMeasure(otherOffice(db, new Date('2026-10-20T02:00:00Z')), measure, { outcome: 'taken', reason });
    expect(await verdictOf(db, credential)).toBe('withdrawn');
    const other = await aFinalNotice(db, ['340111401']);
    const next = await issueCertificate(office(db), other.noticeId, other.ids[0]!, 'pilot', null);
    const replaced = await credentialOf(db, next.number);
    await renewCertificate(office(db, new Date('2029-08-01T02:00:00Z')), next.id);
    expect(await verdictOf(db, replaced)).toBe('replaced');
  });

  test('is told not genuine when a word was changed, added or taken out', async ({ db }) => {
    const { number } = await aCertificate(db);
    const credential = await credentialOf(db, number);
    const changes = [
      { validUntil: '2099-01-01T00:00:00+08:00' }, { name: '示范点' }, { id: `${credential.id}0` }, { evil: 1 }, { credentialStatus: [] }, { '@context': [...credential['@context'], 'https://evil.example/context'] },
      { '@context': [credential['@context'][0]] }, { proof: { ...credential.proof, proofValue: 'z1' } }, { proof: { ...credential.proof, cryptosuite: 'none' } }, { proof: { ...credential.proof, verificationMethod: 'did:web:evil#1' } },
    ];
    for (const altered of changes) expect([altered, await verdictOf(db, { ...credential, ...altered })]).toEqual([altered, 'tampered']);
  });

  test('is told whose it is not: another issuer, a withdrawn key, a number that is on no register', async ({ db }) => {
    const { number } = await aCertificate(db);
    const credential = await credentialOf(db, number);
    expect(await verifyPresented(stranger(db), bytes({ ...credential, issuer: { id: 'did:web:evil.example' } }))).toMatchObject({ verdict: 'unknown-issuer', certificate: null });
    expect(await verdictOf(db, { ...credential, issuer: 'did:web:evil.example' })).toBe('unknown-issuer');
    const stray = await signedByUs(db, credential, { id: credential.id.replace(number, certificateNumber(2026, 999)) });
    expect(await verdictOf(db, stray)).toBe('not-on-register');
    const older = await signedByUs(db, credential, {});
    expect(await verifyPresented(stranger(db), bytes(older))).toMatchObject({ verdict: 'valid', isNewest: false });
    await withdrawKey(as(db, 'security-admin', '*'), (await publicKeys(ctxOf(db)))[0]!.id, '私钥泄露');
    expect(await verifyPresented(stranger(db), bytes(credential))).toMatchObject({ verdict: 'key-withdrawn', certificate: { number, standing: 'valid' } });
  });

  test('is refused with a sentence when it is no certificate at all, however it is made', async ({ db }) => {
    const { number } = await aCertificate(db);
    const credential = await credentialOf(db, number);
    const deep = `${'['.repeat(20_000)}${']'.repeat(20_000)}`;
    const carrying = (...texts: string[]) => Buffer.concat([aPdf(), ...texts.map((text) => Buffer.concat([Buffer.from('9 0 obj <<>>\nstream\n'), deflateSync(text), Buffer.from('\nendstream\n')]))]);
    const cases: [Uint8Array, string][] = [
      [new Uint8Array(), 'document-missing'], [new Uint8Array(1_500_001), 'certificate-file-large'], [bytes('hello'), 'certificate-file-none'], [new Uint8Array([0xff, 0xfe, 0]), 'certificate-file-none'],
      [bytes(deep), 'certificate-file-none'], [bytes('null'), 'certificate-file-none'], [bytes('[]'), 'certificate-file-none'], [bytes('{}'), 'certificate-file-none'], [bytes({ ...credential, proof: null }), 'certificate-file-none'],
      [bytes({ ...credential, filling: Array.from({ length: 500 }, () => ({})) }), 'certificate-file-none'], [bytes({ ...credential, filling: 'x'.repeat(70_000) }), 'certificate-file-none'],
      [bytes(JSON.stringify(credential).replace('{', '{"__proto__":{"issuer":1},')), 'not refused'], [bytes('eyJhbGciOiJFZERTQSJ9.eyJ2YyI6e319.c2ln'), 'certificate-file-jwt'],
      [aPdf(), 'certificate-pdf-empty'], [carrying('{"proof":"}'), 'certificate-pdf-empty'], [carrying('x'.repeat(5_000_000)), 'certificate-pdf-empty'],
      [carrying(JSON.stringify(credential), JSON.stringify({ ...credential, name: '二' })), 'certificate-pdf-several'],
      [Buffer.concat([carrying(JSON.stringify(credential)), Buffer.from('PK\u0005\u0006', 'latin1'), Buffer.alloc(18)]), 'not refused'],
      [Buffer.concat([Buffer.from('PK\u0003\u0004', 'latin1'), bytes(credential)]), 'certificate-file-none'],
    ];
    for (const [file, code] of cases) {
      const outcome = await verifyPresented({ ...stranger(db), address: `203.0.113.${cases.findIndex(([one]) => one === file)}` }, file).then(() => 'not refused', (error: Error) => error.message);
      expect([file.length, outcome]).toEqual([file.length, code]);
    }
    expect(({} as { issuer?: number }).issuer).toBeUndefined();
    expect(await textsCarried(Buffer.from(`%PDF-1.7\n${'stream\n'.repeat(3000)}`))).toEqual([]);
  });

  test('may be brought sixty times in ten minutes from one address', async ({ db }) => {
    for (let n = 0; n < 60; n += 1) await expect(verifyPresented(stranger(db), bytes('{}'))).rejects.toThrow('certificate-file-none');
    await expect(verifyPresented(stranger(db), bytes('{}'))).rejects.toThrow('too-many-tries');
  });
});

describe('a number', () => {
  test('is read as people type it, and one that was mistyped or made up is told apart from one that is unknown', async ({ db }) => {
    const { number } = await aCertificate(db);
    for (const typed of [number, number.toLowerCase(), number.replaceAll('-', ' '), number.replaceAll('-', ''), `ＴＹ${number.slice(2)}`, ` ${number} `]) expect(tidyNumber(typed)).toBe(number);
    for (const wrong of ['', 'TY', number.replace('1', '7'), `${number}0`, '../../etc', number.replace('-0000', '-0001'), 'TY２０２６']) expect(tidyNumber(wrong)).toBeUndefined();
    await expect(getByNumber(ctxOf(db), 'TY2026-00001-00')).rejects.toThrow('certificate-number-wrong');
    await expect(getByNumber(ctxOf(db), certificateNumber(2031, 4))).rejects.toThrow('certificate-number-unknown');
    const serials = Array.from({ length: 200 }, (_, n) => certificateNumber(2026, n + 1));
    const slips = serials.flatMap((one) => Array.from({ length: 9 }, (_, n) => one.slice(0, 8) + ((Number(one[8]) + n + 1) % 10) + one.slice(9)));
    expect(slips.filter((slip) => tidyNumber(slip) !== undefined)).toEqual([]);
  });

  test('of a status list that is not there is refused', async ({ db }) => {
    await aCertificate(db);
    expect((await getStatusList(ctxOf(db), 'revocation-0.json')).id).toMatch(/\/credentials\/status\/revocation-0\.json$/);
    for (const name of ['revocation-1.json', 'revocation-0', '../secret', 'other-0.json']) await expect(getStatusList(ctxOf(db), name)).rejects.toThrow('status-list-not-found');
  });
});

describe('the rules of a certificate', () => {
  test('count days as they are counted in Beijing', () => {
    expect([lastDayOf('2026-03-01', 36), lastDayOf('2026-09-15', 12), lastDayOf('2026-08-31', 6), lastDayOf('2028-02-29', 12), lastDayOf('2026-12-31', 1)]).toEqual(['2029-02-28', '2027-09-14', '2027-02-28', '2029-02-28', '2027-01-30']);
    expect(standingOf({ state: 'suspended', validUntil: '2026-08-31' }, '2026-09-01')).toBe('expired');
    expect(standingOf({ state: 'withdrawn', validUntil: '2026-08-31' }, '2026-09-01')).toBe('withdrawn');
    expect([isRenewable({ renewalDays: 30 }, 31), isRenewable({ renewalDays: 30 }, 30), isRenewable({ renewalDays: 30 }, -1)]).toEqual([false, true, false]);
  });

  test('say what may be decided, measured and lowered', () => {
    expect([mayDecide({ state: 'notified', replyDueOn: '2026-09-15' }, '2026-09-15'), mayDecide({ state: 'notified', replyDueOn: '2026-09-15' }, '2026-09-16'), mayDecide({ state: 'decided', replyDueOn: '2026-09-15' }, '2026-09-16')]).toEqual([false, true, false]);
    expect([canBeMeasured('suspended', 'suspend'), canBeMeasured('suspended', 'withdraw'), canBeMeasured('expired', 'withdraw')]).toEqual([false, true, false]);
    const grades = [{ id: 'a', zh: '优', en: 'A' }, { id: 'b', zh: '良', en: 'B' }];
    const from = { level: 'certified' as const, grade: 'a' };
    expect([isLower(from, { level: 'certified', grade: 'b' }, grades), isLower(from, from, grades), isLower(from, { level: 'pilot', grade: null }, []), isLower(from, { level: 'demonstration', grade: null }, [])]).toEqual([true, false, true, false]);
  });
});
