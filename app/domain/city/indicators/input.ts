import { z } from 'zod';
import { accumulations, directions, frequencies, kinds, levels, provenances, units } from './model.ts';
import { halfWidth } from './read-number.ts';

const Words = z.object({ zh: z.string().min(1).max(300), en: z.string().min(1).max(400) });
const Note = z.object({ zh: z.string().max(600), en: z.string().max(600) });
const code = z.string().regex(/^[A-Z][A-Za-z0-9-]{0,19}$/);

/** 指标定义 as a file brings it. */
const DefinitionFile = z.object({
  zh: z.string().min(2).max(120), en: z.string().min(2).max(240), kind: z.enum(kinds), unit: z.enum(units), accumulation: z.enum(accumulations), direction: z.enum(directions),
  frequency: z.enum(frequencies), level: z.enum(levels), owner: z.string().max(20), numerator: Words.nullable(), denominator: Words.nullable(), dimensions: z.array(z.string().max(20)).max(6),
  formula: z.string().max(400).nullable(), least: z.number().nullable(), most: z.number().nullable(), source: z.string().max(400), provenance: z.enum(provenances), note: Note,
});

/** 指标文件: departments, groups, indicators with what they speak to, and figures that were published. */
export const IndicatorFile = z.object({
  departments: z.array(z.object({ id: z.string().max(20), zh: z.string().min(1), en: z.string().min(1) })),
  breakdowns: z.array(z.object({ id: z.int().min(0).max(32_767), dimension: z.string().max(20), zh: z.string(), en: z.string() })),
  indicators: z.array(DefinitionFile.extend({ code, links: z.object({ standard: z.array(z.string()), outline: z.array(code), unicef: z.array(z.int().min(1).max(5)) }) })),
  observed: z.array(z.object({ code, year: z.int().min(1990).max(2100), value: z.number(), source: z.string().max(400) })),
});
export type IndicatorFile = z.infer<typeof IndicatorFile>;

const text = (most: number) => z.string().transform((said) => said.replace(/\r\n/g, '\n').trim()).pipe(z.string().max(most)).default('');
const orNull = (most: number) => text(most).transform((said) => said || null);

const codesIn = (said: string) => [...new Set(said.split(/[\s、,，;；]+/).filter(Boolean))];
/** Left out, each of these stays as it is; an empty one takes everything away. */
const named = z.string().max(200).transform(codesIn).optional();
const ticked = z.array(z.string()).transform((said) => [...new Set(said.filter(Boolean))]).refine((said) => said.length <= 8 && said.every(({ length }) => length <= 20), 'choices-unknown');
const goals = ticked.refine((said) => said.every((goal) => /^[1-5]$/.test(goal)), 'choices-unknown');
/** As people type it: ９０, 1,200; nothing typed is no limit. */
function limitOf(said: unknown): unknown {
  if (typeof said !== 'string') return said;
  const plain = halfWidth(said).replace(/(?<=\d),(?=\d{3}(?!\d))/g, '');
  return plain === '' ? null : /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : Number.NaN;
}
const limit = z.preprocess(limitOf, z.number().min(-1e15).max(1e15).nullable());

/** 修改定义: what may change from version to version; what an indicator counts stays what it is. */
export const DefinitionInput = z.object({
  zh: z.string().trim().min(2).max(120), en: z.string().trim().min(2).max(240), direction: z.enum(directions), frequency: z.enum(frequencies), level: z.enum(levels), owner: z.string().max(20),
  numeratorZh: text(300), numeratorEn: text(400), denominatorZh: text(300), denominatorEn: text(400), formula: orNull(400), source: text(400), noteZh: text(600), noteEn: text(600),
  dimensions: ticked.optional(), least: limit.optional(), most: limit.optional(), standard: named, outline: named, unicef: goals.optional(), reason: z.string().trim().min(4).max(300), version: z.coerce.number().int().min(1),
});
export type DefinitionInput = z.infer<typeof DefinitionInput>;

const listed = (most: number) => text(most).transform(codesIn);

/** 新建指标 as somebody fills it in; a milestone needs no unit, a share is of 0 to 100 by itself. */
export const NewIndicatorInput = z.object({
  regionCode: z.string().max(12).transform((said) => said || '*'), code: text(20).pipe(z.union([z.literal(''), code])), zh: z.string().trim().min(2).max(120), en: text(240), kind: z.enum(kinds), unit: z.union([z.enum(units), z.literal('')]).default(''),
  accumulation: z.enum(accumulations), direction: z.enum(directions), frequency: z.enum(frequencies), level: z.enum(levels), owner: z.string().min(1).max(20),
  numeratorZh: text(300), numeratorEn: text(400), denominatorZh: text(300), denominatorEn: text(400), formula: orNull(400), dimensions: ticked.default([]), least: limit.default(null), most: limit.default(null),
  source: text(400), noteZh: text(600), noteEn: text(600), standard: listed(200), outline: listed(200), unicef: goals.default([]), reason: z.string().trim().min(4).max(300),
}).refine(({ kind, unit }) => kind === 'milestone' || (unit !== '' && unit !== 'milestone'), { path: ['unit'], message: 'indicator-unit' });
export type NewIndicatorInput = z.infer<typeof NewIndicatorInput>;

/** 登记一个值 as somebody types it; the figures are read by `readNumber`, the period by `readPeriod`. */
export const ValueInput = z.object({
  regionCode: z.string().max(12), period: z.string().trim().min(4).max(20), breakdown: z.coerce.number().int().min(0).max(32_767).default(0),
  value: text(40), numerator: text(40), denominator: text(40), source: text(300),
  sourceUrl: text(400).pipe(z.union([z.literal('').transform(() => null), z.url({ protocol: /^https?$/ })])), reason: text(300),
});
/** 附佐证: for which figure. */
export const AttachInput = z.object({ regionCode: z.string().regex(/^(\*|\d{2,12})$/), attachTo: z.coerce.number().int().min(1_990_000).max(2_100_999) });

export type ValueInput = z.infer<typeof ValueInput>;
