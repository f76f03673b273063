import type { CertificateContent } from './model.ts';
import type { Document, Proof } from './proof.ts';

/** 证书凭证: Open Badges 3.0 on W3C Verifiable Credentials 2.0, with its proof. */
export type Credential = Document & { id: string; issuer: string | { id: string }; proof: Proof };

const w3c = 'https://www.w3.org/ns/credentials/v2';
export const contextsOfBadge = [w3c, 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json'];
export const contextsOfList = [w3c];

/** 两份状态名单: one says what is over for good, the other what is suspended. */
export const purposes = ['revocation', 'suspension'] as const;
export type Purpose = (typeof purposes)[number];

/** How many certificates one list holds: the least the standard allows, so that nobody learns which one is asked for. */
export const listSize = 131_072;

/** Where a certificate stands in the lists. */
export const placeIn = (statusIndex: number) => ({ list: Math.floor(statusIndex / listSize), bit: statusIndex % listSize });
export const listAddress = (origin: string, purpose: Purpose, list: number) => `${origin}/credentials/status/${purpose}-${list}.json`;

/** 签发者: the address of the site as did:web, whose document is /.well-known/did.json. */
export function issuerOf(origin: string): string {
  return `did:web:${encodeURIComponent(new URL(origin).host)}`;
}

const both = ({ zh, en }: { zh: string; en: string }) => `${zh} · ${en}`;

type Given = {
  origin: string; issuer: string; issuerName: { zh: string; en: string }; number: string; level: string; regionCode: string;
  issuedOn: string; validUntil: string; statusIndex: number; content: CertificateContent;
};

/** 凭证之文: what is signed. It names a community and a programme, and never a child or any other person. */
export function unsignedBadge({ origin, issuer, issuerName, number, level, regionCode, issuedOn, validUntil, statusIndex, content }: Given): Document & { id: string; issuer: { id: string } } {
  const { list, bit } = placeIn(statusIndex);
  const grade = content.grade ? `${content.level.zh}（${content.grade.zh}） · ${content.level.en} (${content.grade.en})` : both(content.level);
  return {
    '@context': contextsOfBadge,
    id: `${origin}/certificates/${number}`,
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    issuer: { id: issuer, type: ['Profile'], name: both(issuerName), url: `${origin}/` } as { id: string },
    name: `${content.unit}：${grade}`,
    validFrom: `${issuedOn}T00:00:00+08:00`,
    validUntil: `${validUntil}T23:59:59+08:00`,
    credentialSubject: {
      id: `${origin}/communities/${regionCode}`,
      type: ['AchievementSubject'],
      identifier: [
        { type: 'IdentityObject', hashed: false, identityType: 'name', identityHash: `${content.place.join('')}${content.unit}` },
        { type: 'IdentityObject', hashed: false, identityType: 'identifier', identityHash: regionCode },
      ],
      achievement: {
        id: `${origin}/certificates#${level}`,
        type: ['Achievement'],
        name: grade,
        description: both(content.about),
        achievementType: 'Certification',
        criteria: { narrative: both(content.needs) },
      },
    },
    evidence: [{ id: `${origin}/notices/${content.notice.id}`, type: ['Evidence'], name: content.notice.title }],
    credentialStatus: purposes.map((purpose) => ({
      id: `${listAddress(origin, purpose, list)}#${bit}`,
      type: 'BitstringStatusListEntry',
      statusPurpose: purpose,
      statusListIndex: String(bit),
      statusListCredential: listAddress(origin, purpose, list),
    })),
  };
}

/** 状态名单之文. `ttl` in milliseconds: nobody should trust a copy for longer than a minute. */
export function unsignedList(origin: string, issuer: string, purpose: Purpose, list: number, encodedList: string, at: Date): Document & { id: string; issuer: string } {
  const id = listAddress(origin, purpose, list);
  return {
    '@context': contextsOfList,
    id,
    type: ['VerifiableCredential', 'BitstringStatusListCredential'],
    issuer,
    validFrom: at.toISOString(),
    credentialSubject: { id: `${id}#list`, type: 'BitstringStatusList', statusPurpose: purpose, encodedList, ttl: 60_000 },
  };
}
