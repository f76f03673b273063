import { z } from 'zod';
import { isRegionCode } from '#app/domain/base/regions/model.ts';
import { expertFields, expertLanguages } from './model.ts';

/** 登记专家: who, with which fields, at home where. */
export const ExpertInput = z.object({
  account: z.string().trim().min(2).max(120),
  fields: z.array(z.enum(expertFields), 'expert-fields').min(1, 'expert-fields'),
  regionCode: z.string().default('*').transform((code) => code || '*').refine((code) => code === '*' || isRegionCode(code), 'region-code'),
  organisationName: z.string().trim().max(120).default(''),
});
export type ExpertInput = z.infer<typeof ExpertInput>;

const Day = z.iso.date();
const SomeDay = z.union([z.literal('').transform(() => null), Day]).default(null);

/** 暂停: why; the expert reads it. */
export const SuspendInput = z.object({ reason: z.string().trim().min(4).max(500) });
export type SuspendInput = z.infer<typeof SuspendInput>;

/** 培训: what was done, and on which day it was finished. */
export const TrainingInput = z.object({ trainedOn: Day, training: z.string().trim().min(2).max(200) });
export type TrainingInput = z.infer<typeof TrainingInput>;

/** 聘期与在手上限. */
export const TermInput = z
  .object({ termFrom: SomeDay, termUntil: SomeDay, maxLoad: z.coerce.number().int().min(1).max(100) })
  .refine(({ termFrom, termUntil }) => !termFrom || !termUntil || termFrom <= termUntil, { path: ['termUntil'], message: 'days-reversed' });
export type TermInput = z.infer<typeof TermInput>;

/** 签署: one's own name, typed, under the version that was read. */
export const SignInput = z.object({ version: z.string().max(20), name: z.string().trim().min(2).max(60) });
export type SignInput = z.infer<typeof SignInput>;

/** 请假. */
export const AwayInput = z
  .object({ fromOn: Day, untilOn: Day, note: z.string().trim().max(200).default('') })
  .refine(({ fromOn, untilOn }) => fromOn <= untilOn, { path: ['untilOn'], message: 'days-reversed' });
export type AwayInput = z.infer<typeof AwayInput>;

/** 语言. */
export const LanguagesInput = z.object({ languages: z.array(z.enum(expertLanguages), 'expert-languages').min(1, 'expert-languages') });
export type LanguagesInput = z.infer<typeof LanguagesInput>;
