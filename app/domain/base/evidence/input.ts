import { z } from 'zod';
import { isId } from '#app/platform/is-id.ts';
import { plainText } from '#app/platform/plain-text.ts';
import { factKeys } from './facts.ts';
import { ageBands, confidentialities, kinds } from './model.ts';

/** A form sends one value or several; an empty one is none. */
const ids = z.preprocess((given) => [given ?? []].flat().filter((one) => one !== ''), z.array(z.string().refine(isId, 'option')).max(10));
const words = (most: number) => z.string().trim().max(most).default('').transform(plainText);
const day = z.iso.date();
const number = z.string().default('').transform((text) => text.normalize('NFKC').replace(/[\s,，]/g, '')).refine((text) => /^(-?\d{1,12}(\.\d{1,4})?)?$/.test(text), 'number');

/** 佐证内容, as a form sends it. */
export const EvidenceInput = z
  .object({
    kind: z.enum(kinds),
    title: z.string().trim().min(2).max(120).transform(plainText),
    text: words(4000),
    number,
    unit: words(20),
    factKey: z.enum(['', ...factKeys]).default(''),
    fileIds: ids,
    place: words(120),
    validFrom: day,
    validTo: z.union([z.literal(''), day]).default(''),
    source: z.string().trim().min(2).max(200).transform(plainText),
    ageBand: z.enum(ageBands).default(''),
    confidentiality: z.enum(confidentialities),
    promise: z.literal('yes', 'evidence-promise'),
  })
  .refine(({ validFrom, validTo }) => validTo === '' || validFrom <= validTo, { path: ['validTo'], message: 'evidence-days' });
export type EvidenceInput = z.infer<typeof EvidenceInput>;

const reason = z.string().trim().min(4).max(500).transform(plainText);

/** 更正: the content anew, why, and which version was looked at. */
export const CorrectInput = EvidenceInput.safeExtend({ reason, revision: z.coerce.number().int().min(1) });
export type CorrectInput = z.infer<typeof CorrectInput>;

/** 撤回: with a reason that stays. */
export const ReasonInput = z.object({ reason });
