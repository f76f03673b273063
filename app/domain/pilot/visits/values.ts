import { z } from 'zod';
import { levels } from '#app/domain/base/rule-results/model.ts';
import { type Kind, partsOf } from './package.ts';

/** Kept letter by letter, since it is signed: what the database could not keep so is no text. */
const words = (most: number) => z.string().max(most).refine((text) => text.isWellFormed() && !text.includes('\0'));
const moment = z.iso.datetime({ offset: true }).max(40);
const hash = z.string().regex(/^[0-9a-f]{64}$/);
const ruleId = words(32).nullable();

/** 地点 a phone measured. */
export const place = z.strictObject({
  latitude: z.number().min(-90).max(90), longitude: z.number().min(-180).max(180), accuracy: z.number().min(0).max(1e7).nullable(),
}).nullable();

const values = {
  began: z.strictObject({ at: moment, place }),
  level: z.enum(levels),
  note: words(4000),
  observation: z.strictObject({ ruleId, text: words(4000), at: moment, place, attachments: z.array(hash).max(20) }),
  photo: z.strictObject({ sha256: hash, ruleId, caption: words(400), at: moment, place }),
  voice: z.strictObject({ sha256: hash, ruleId, caption: words(400), seconds: z.number().min(0).max(7200), at: moment, place }),
  agenda: z.strictObject({ isDone: z.boolean(), note: words(2000) }),
  overall: words(8000),
  signature: z.strictObject({ name: words(60).min(1), role: words(60), at: moment, contentHash: hash, sha256: hash.nullable(), refusal: words(1000) })
    .refine((said) => (said.sha256 === null) === (said.refusal.trim() !== '')),
} as const satisfies Record<Kind, z.ZodType>;

const onlyIds: Partial<Record<Kind, readonly string[]>> = { began: ['visit'], overall: ['visit'], signature: ['expert', 'second-expert', 'community'] };

/** What the visit knows: the rules of its edition and the items of its agenda. */
export type Known = { ruleIds: ReadonlySet<string>; agendaIds: ReadonlySet<string> };

/** 可否收下: why an entry cannot be taken, if it cannot. */
export function faultOf(path: string, value: unknown, known: Known): 'visit-path-unknown' | 'visit-rule-unknown' | 'visit-value-unfit' | undefined {
  const parts = partsOf(path);
  if (!parts) return 'visit-path-unknown';
  const { kind, id } = parts;
  if (onlyIds[kind] && !onlyIds[kind].includes(id)) return 'visit-path-unknown';
  if ((kind === 'level' || kind === 'note') && !known.ruleIds.has(id)) return 'visit-rule-unknown';
  if (kind === 'agenda' && !known.agendaIds.has(id)) return 'visit-path-unknown';
  if (value === null) return undefined;
  const parsed = values[kind].safeParse(value);
  if (!parsed.success) return 'visit-value-unfit';
  const data: unknown = parsed.data;
  const about = typeof data === 'object' && data !== null && 'ruleId' in data ? data.ruleId : null;
  return typeof about === 'string' && !known.ruleIds.has(about) ? 'visit-rule-unknown' : undefined;
}

/** 附件指纹 a value names. */
export function hashesIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  const named = 'attachments' in value && Array.isArray(value.attachments) ? value.attachments : 'sha256' in value ? [value.sha256] : [];
  return named.filter((one): one is string => typeof one === 'string');
}
