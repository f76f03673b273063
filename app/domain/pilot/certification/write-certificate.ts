import { createHash } from 'node:crypto';
import { eq, sql } from 'drizzle-orm';
import { certificationWords } from '#app/i18n/certification.ts';
import { canonicalJson } from '#app/platform/canonical-json.ts';
import type { Change } from '#app/platform/change.ts';
import { contexts } from './contexts.ts';
import { unsignedBadge } from './credential.ts';
import { houseAddress, signingKey } from './keys.ts';
import { certificateNumber } from './model.ts';
import { signDocument } from './proof.ts';
import { readyLists, signLists } from './status-list.ts';
import { certificateNumbers, certificates } from './tables.server.ts';

type Certificate = typeof certificates.$inferSelect;
type Given = Pick<Certificate, 'applicationId' | 'noticeId' | 'regionCode' | 'level' | 'grade' | 'issuedOn' | 'validUntil' | 'replacesId' | 'content'>;

/** 指纹 of a credential as it was issued. */
export function hashOf(credential: unknown): string {
  return createHash('sha256').update(canonicalJson(credential)).digest('hex');
}

/** 写成证书: number, place in the status lists, signature, and the record that anchors its hash. */
export async function writeCertificate(tx: Change, given: Given): Promise<{ id: string; number: string }> {
  const year = Number(given.issuedOn.slice(0, 4));
  const number = certificateNumber(year, await next(tx, year));
  const statusIndex = (await next(tx, 0)) - 1;
  await readyLists(tx, statusIndex);
  const { kid, credential } = await signed(tx, { ...given, number, statusIndex });
  const credentialHash = hashOf(credential);
  const [row] = await tx.db
    .insert(certificates)
    .values({ ...given, number, statusIndex, kid, credential, credentialHash, stateSince: tx.now, issuedBy: tx.actor.id, issuedByName: tx.actor.name, issuedAt: tx.now })
    .returning({ id: certificates.id });
  await tx.record('certificate.issued', { id: row!.id, regionCode: given.regionCode }, { number, level: given.level, applicationId: given.applicationId, credentialHash, hash: credentialHash, replacesId: given.replacesId });
  return { id: row!.id, number };
}

/** The credential of a certificate under the key that signs now. */
export async function signed(tx: Change, given: Pick<Certificate, 'number' | 'statusIndex' | 'level' | 'regionCode' | 'issuedOn' | 'validUntil' | 'content'>) {
  const key = await signingKey(tx);
  const issuerName = { zh: certificationWords['zh-CN'].issuer, en: certificationWords.en.issuer };
  const badge = unsignedBadge({ ...given, origin: houseAddress(), issuer: key.controller, issuerName });
  return { kid: key.kid, credential: await signDocument(badge, key, tx.now.toISOString(), contexts) };
}

/** 旧证失效, since another one took its place. */
export async function replaceOld(tx: Change, old: Pick<Certificate, 'id' | 'number' | 'regionCode' | 'statusIndex'>, byNumber: string, why: 'raised' | 'renewed' | 'lowered'): Promise<void> {
  await tx.db.update(certificates).set({ state: 'replaced', stateSince: tx.now, stateReason: byNumber }).where(eq(certificates.id, old.id));
  await signLists(tx, old.statusIndex);
  await tx.record('certificate.replaced', old, { number: old.number, by: byNumber, why });
}

/** The serial of a year; a certificate undone gives its number back. */
async function next(tx: Change, year: number): Promise<number> {
  const [row] = await tx.db
    .insert(certificateNumbers)
    .values({ year, last: 1 })
    .onConflictDoUpdate({ target: certificateNumbers.year, set: { last: sql`${certificateNumbers.last} + 1` } })
    .returning({ last: certificateNumbers.last });
  return row!.last;
}
