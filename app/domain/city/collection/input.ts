import { z } from 'zod';
import { plainText } from '#app/platform/plain-text.ts';
import { askedLevels, entryOrigins } from './model.ts';

const text = (most: number) => z.string().transform((said) => plainText(said).replace(/\r\n/g, '\n').trim()).pipe(z.string().max(most)).default('');
const reason = z.string().trim().min(4).max(300);
const deadline = z.union([z.literal('').transform(() => undefined), z.iso.date()]).optional();

/** 一格 as somebody types it or a file brings it: texts, read by the checks; `base` is the revision it was changed from. */
export const EntryInput = z.object({
  indicatorId: z.coerce.number().int().min(1), breakdown: z.coerce.number().int().min(0).max(32_767).default(0),
  value: text(40), numerator: text(40), denominator: text(40), reason: text(300), source: text(300),
  origin: z.enum(entryOrigins).default('by-hand'), base: z.coerce.number().int().min(0).optional(),
});
export type EntryInput = z.input<typeof EntryInput>;

const groupOf = /^by\.([\w-]{1,20})$/;
/** 分组 as the form says it: `by.A07-2` is the dimension by whose groups this indicator is asked. */
const gathered = (given: unknown): unknown => {
  if (typeof given !== 'object' || given === null) return given;
  const said = Object.entries(given).flatMap(([name, dimension]) => (groupOf.test(name) && dimension !== '' ? [[name.slice(3), dimension]] : []));
  return said.length === 0 ? given : { ...given, groups: Object.fromEntries(said) };
};

/** 开始填报: what is asked, of whom and until when; a level without a day is not asked; without an English name it is named after its period; `formId` tells a form that is sent again, and becomes the id of its round. */
export const OpenRoundInput = z.preprocess(gathered, z.object({
  regionCode: z.string().max(12), zh: z.string().trim().min(4).max(120), en: text(200), period: z.string().trim().min(4).max(20),
  planId: z.union([z.literal('').transform(() => null), z.uuid()]).default(null), codes: text(4000).transform((said) => said.split(/[\s,，、;；]+/).filter(Boolean)),
  ...Object.fromEntries(askedLevels.map((level) => [level, deadline])) as Record<(typeof askedLevels)[number], typeof deadline>,
  everyCommunity: z.union([z.literal('on').transform(() => true), z.literal('').transform(() => false)]).default(false), note: text(600),
  groups: z.record(z.string(), z.string().max(20)).default({}), formId: z.uuidv7().optional(),
}));
export type OpenRoundInput = z.infer<typeof OpenRoundInput>;

const letter = z.string().max(1000).optional();
/** 边填边存: what the script sends of cells, each with the revisions its person has seen; `12.0` is indicator 12, everybody. */
export const SaveCellsInput = z.object({
  answers: z.array(z.object({
    questionId: z.string().regex(/^\d{1,9}\.\d{1,5}$/), value: z.tuple([z.object({ v: letter, n: letter, d: letter, r: letter, s: letter })]), bases: z.array(z.number().int().min(0)).min(1).max(60),
  })).min(1).max(500).transform((answers) => answers.map(({ questionId, value: [{ v, n, d, r, s }], bases }) => {
    const [indicatorId, breakdown] = questionId.split('.').map(Number) as [number, number];
    return { indicatorId, breakdown, value: v, numerator: n, denominator: d, reason: r, source: s, base: Math.max(...bases) };
  })),
});

/** 交表: whoever enters for a unit below says how they came to the figures. */
export const HandInInput = z.object({ enteredFor: text(200) });
export const AcceptInput = z.object({ turn: z.coerce.number().int().min(1) });
export const ReturnInput = z.object({ turn: z.coerce.number().int().min(1), note: reason, remarks: z.array(z.object({ indicatorId: z.coerce.number().int(), breakdown: z.coerce.number().int(), remark: z.string().trim().max(200) })).default([]) });
export type ReturnInput = z.infer<typeof ReturnInput>;
