import { z } from '@hono/zod-openapi';
import { levels, standings } from '#app/domain/pilot/certification/model.ts';

/** What the public API gives, in the words of the OpenAPI description. */
const Words = z.object({ zh: z.string(), en: z.string() });
export const nameEn = z.string().nullable().openapi({ example: 'Binhu Shiji Community', description: 'What the region is called in English; null where it has no English name' });
export const regionNameEn = z.string().nullable().openapi({ example: 'Binhu Shiji Community', description: 'What the region of `regionCode` is called in English; null where it has no English name' });
export const source = z.string().openapi({ example: 'nbs-derived', description: 'Where it comes from, as it was written down: words, the address of a page, or a short code of the system such as `nbs-derived`' });
export const sourceName = Words.openapi({ example: { zh: '据国家统计局公布的增减推算', en: 'Derived from changes the National Bureau of Statistics published' }, description: '`source` in words; what is no code stands as it was written, empty where there is none' });
const Step = z.object({ code: z.string(), name: z.string(), nameEn });

export const RegionShape = z
  .object({
    code: z.string().openapi({ example: '340111400' }),
    name: z.string().openapi({ example: '滨湖世纪社区' }),
    nameEn,
    level: z.int().openapi({ description: '1 province, 2 city, 3 county, 4 sub-district or township, 5 committee' }),
    kind: z.string(),
    path: z.array(Step).optional(),
  })
  .openapi('Region');

export const EditionLine = Words.extend({ id: z.string(), publishedAt: z.string().nullable(), hash: z.string() }).openapi('EditionLine');

const Rule = Words.extend({
  id: z.string().openapi({ example: 'A1.2' }),
  kind: z.enum(['must', 'should', 'may']),
  isSeen: z.boolean().openapi({ description: 'false: to be checked against the licensed text' }),
  basis: z.string(),
  evidence: z.array(z.string()),
  src: z.array(z.string()),
  draftItems: z.array(z.int()),
  goalAreas: z.array(z.int()),
  threshold: z.looseObject({ op: z.string(), value: z.union([z.number(), z.string()]), unit: z.string(), from: z.string() }).nullable(),
});

export const EditionShape = Words.extend({
  id: z.string(),
  hash: z.string(),
  note: Words,
  publishedAt: z.string().nullable(),
  sources: z.record(z.string(), Words.extend({ url: z.string().optional() })),
  principles: z.array(Words.extend({ id: z.string() })),
  sections: z.array(
    Words.extend({ id: z.string(), chapter: z.string(), about: Words, norms: z.array(Words.extend({ id: z.string(), rules: z.array(Rule) })) }),
  ),
}).openapi('Edition');

export const CallShape = z
  .object({
    id: z.string(),
    title: z.string(),
    titleEn: z.string(),
    regionCode: z.string().openapi({ description: "'*' is the whole country" }),
    regionNameEn,
    state: z.string(),
    places: z.int(),
    opensOn: z.string().openapi({ format: 'date' }),
    closesOn: z.string().openapi({ format: 'date', description: 'Last day in Beijing, inclusive' }),
    editionId: z.string(),
  })
  .openapi('Call');

export const NoticeLineShape = z
  .object({
    id: z.string(),
    callId: z.string(),
    title: z.string(),
    phase: z.enum(['draft', 'coming', 'open', 'ended', 'final']),
    startsOn: z.string().nullable(),
    endsOn: z.string().nullable(),
    entries: z.int(),
  })
  .openapi('NoticeLine');

export const NoticeShape = z.object({
  ...NoticeLineShape.shape,
  body: z.string(),
  workingDays: z.int(),
  entries: z.array(
    z.object({ regionCode: z.string(), regionNameEn, name: z.string(), path: z.array(z.string()), applicant: z.string(), state: z.string(), removedReason: z.string() }),
  ),
}).openapi('Notice');

export const PilotShape = z
  .object({
    id: z.string(),
    regionCode: z.string(),
    regionNameEn,
    name: z.string(),
    path: z.array(Step),
    callTitle: z.string(),
    since: z.string().openapi({ format: 'date' }),
    state: z.string(),
    children: z.int().nullable(),
  })
  .openapi('Pilot');

export const CertificateShape = z
  .object({
    number: z.string().openapi({ example: 'TY2026-00001-58' }),
    regionCode: z.string(),
    regionNameEn,
    unit: z.string(),
    place: z.array(z.string()),
    applicant: z.string(),
    level: z.enum(levels),
    levelName: Words,
    grade: Words.nullable(),
    issuedOn: z.string().openapi({ format: 'date' }),
    validUntil: z.string().openapi({ format: 'date', description: 'Last day in Beijing, inclusive' }),
    standing: z.enum(standings).openapi({ description: 'What the certificate is worth today' }),
  })
  .openapi('Certificate');

export const CertificateWholeShape = z.object({
  ...CertificateShape.shape,
  call: Words,
  notice: z.object({ id: z.string(), title: z.string() }),
  standingSince: z.string().openapi({ format: 'date-time' }),
  reason: z.string().openapi({ description: 'Why it was suspended, lowered or withdrawn' }),
  credentialHash: z.string().openapi({ description: 'SHA-256 of the credential, as it stands in the sealed records' }),
  key: z.string().openapi({ description: 'The key that signed the credential, as /.well-known/did.json names it' }),
  credential: z.string().openapi({ description: 'Address of the signed credential (Open Badges 3.0), to be checked by any verifier' }),
}).openapi('CertificateWhole');

/** 一页: items and the mark of the next page. */
export function pageOf<S extends z.ZodType>(item: S) {
  return z.object({ items: z.array(item), next: z.string().nullable() });
}

/** 区划 as a parameter. */
export const region = z.string().regex(/^[1-9]\d{1,11}$/, 'region-code');

export const Paging = { cursor: z.uuid().optional(), limit: z.coerce.number().int().min(1).max(100).default(30) };
