import { z } from 'zod';
import { betters, most, outcomes, pictures, reasons, topics, understandings } from './model.ts';

const words = (many: number) => z.string().transform((text) => text.replace(/\r\n/g, '\n').trim()).pipe(z.string().max(many));
const workdays = (max: number) => z.coerce.number().int().min(1).max(max);
const optional = <const V extends readonly string[]>(values: V) => z.preprocess((given) => (given === '' || given === undefined ? null : given), z.enum(values).nullable());
const rung = z.preprocess((given) => (given === '' || given === undefined ? null : Number(given)), z.number().int().min(1).max(8).nullable());

/** 孩子的建议: where, and what in words or pictures; what is drawn or spoken comes as files beside it. */
export const SayInput = z.object({
  topic: z.enum(topics),
  text: words(most.text).default(''),
  pictures: z.array(z.enum(pictures)).max(most.pictures).default([]).transform((list) => [...new Set(list)]),
  plate: z.string().max(60).default(''),
});
export type SayInput = z.infer<typeof SayInput>;

/** 纸条录入 by staff, for a child without a phone; the child knows that it is handed on. */
export const PaperInput = z.object({
  topic: z.enum(topics),
  text: words(most.text).pipe(z.string().min(2)),
  layer: z.enum(['with-grown-up', 'primary', 'teen']),
  agreed: z.literal('yes'),
});
export type PaperInput = z.infer<typeof PaperInput>;

/** 输入小牌子. */
export const PlateInput = z.object({ plate: z.string().min(1).max(60) });

/** 孩子的评价 of one step; a reason may follow. */
export const RateInput = z.object({
  stepId: z.uuid(),
  understanding: optional(understandings),
  better: optional(betters),
  more: words(most.text).default(''),
});
export type RateInput = z.infer<typeof RateInput>;

const called = words(20).default('');

/** 答复: what will be done and by when, or why not, in words a child reads. */
export const AnswerInput = z
  .object({ outcome: z.enum(outcomes), reason: z.enum(reasons), text: words(600).pipe(z.string().min(6)), owner: words(60).default(''), dueOn: z.union([z.literal('').transform(() => null), z.iso.date()]).default(null), called })
  .refine(({ outcome, owner }) => outcome === 'not-adopted' || owner !== '', { path: ['owner'], message: 'suggestion-owner' })
  .refine(({ outcome, dueOn }) => outcome === 'not-adopted' || dueOn !== null, { path: ['dueOn'], message: 'suggestion-day' });
export type AnswerInput = z.infer<typeof AnswerInput>;

/** 开始做、做好了: what the children are told. */
export const StartInput = z.object({ text: words(400).pipe(z.string().min(4)), dueOn: z.union([z.literal('').transform(() => null), z.iso.date()]).default(null), called });
export type StartInput = z.infer<typeof StartInput>;
export const DoneInput = z.object({ text: words(400).pipe(z.string().min(4)), rung, called });
export type DoneInput = z.infer<typeof DoneInput>;

export const SeenInput = z.object({ called });
export const MergeInput = z.object({ into: z.uuid() });

/** 承诺时限 of a region. */
export const ClockInput = z.object({ seenDays: workdays(10), answerDays: workdays(60), streetDays: workdays(30), cityDays: workdays(60) })
  .refine(({ streetDays, cityDays }) => streetDays < cityDays, { path: ['cityDays'], message: 'suggestion-levels' })
  .refine(({ seenDays, answerDays }) => seenDays <= answerDays, { path: ['answerDays'], message: 'suggestion-limits' });
export type ClockInput = z.infer<typeof ClockInput>;
