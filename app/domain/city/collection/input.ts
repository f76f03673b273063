import { z } from 'zod';
import { askedLevels, entryOrigins } from './model.ts';

const text = (most: number) => z.string().transform((said) => said.replace(/\r\n/g, '\n').trim()).pipe(z.string().max(most)).default('');
const reason = z.string().trim().min(4).max(300);
const deadline = z.union([z.literal('').transform(() => undefined), z.iso.date()]).optional();

/** 一格 as somebody types it or a file brings it: texts, read by the checks; `base` is the revision it was changed from. */
export const EntryInput = z.object({
  indicatorId: z.coerce.number().int().min(1), breakdown: z.coerce.number().int().min(0).max(32_767).default(0),
  value: text(40), numerator: text(40), denominator: text(40), reason: text(300), source: text(300),
  origin: z.enum(entryOrigins).default('by-hand'), base: z.coerce.number().int().min(0).optional(),
});
export type EntryInput = z.input<typeof EntryInput>;

/** 开始填报: what is asked, of whom and until when; a level without a day is not asked. */
export const OpenRoundInput = z.object({
  regionCode: z.string().max(12), zh: z.string().trim().min(4).max(120), en: z.string().trim().min(4).max(200), period: z.string().trim().min(4).max(20),
  planId: z.union([z.literal('').transform(() => null), z.uuid()]).default(null), codes: text(4000).transform((said) => said.split(/[\s,，、;；]+/).filter(Boolean)),
  ...Object.fromEntries(askedLevels.map((level) => [level, deadline])) as Record<(typeof askedLevels)[number], typeof deadline>,
  everyCommunity: z.union([z.literal('on').transform(() => true), z.literal('').transform(() => false)]).default(false), note: text(600),
});
export type OpenRoundInput = z.infer<typeof OpenRoundInput>;

/** 交表: whoever enters for a unit below says how they came to the figures. */
export const HandInInput = z.object({ enteredFor: text(200) });
export const AcceptInput = z.object({ turn: z.coerce.number().int().min(1) });
export const ReturnInput = z.object({ turn: z.coerce.number().int().min(1), note: reason, remarks: z.array(z.object({ indicatorId: z.coerce.number().int(), breakdown: z.coerce.number().int(), remark: z.string().trim().max(200) })).default([]) });
export type ReturnInput = z.infer<typeof ReturnInput>;
