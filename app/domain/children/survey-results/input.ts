import { z } from 'zod';
import { isRegionCode } from '#app/domain/base/regions/model.ts';
import { audiences } from '#app/domain/children/surveys/model.ts';
import { longestPromise, mostPromises } from './model.ts';

/** 大人会做什么: one thing a line, short enough for a child. */
export const PromiseInput = z.object({
  lines: z.string().transform((text) => text.split('\n').map((line) => line.trim()).filter(Boolean)).pipe(z.array(z.string().max(longestPromise)).min(1).max(mostPromises)),
});
export type PromiseInput = z.output<typeof PromiseInput>;

/** 为什么要答卷: kept with who exported them. */
export const AnswersInput = z.object({ reason: z.string().trim().min(6).max(300) });

/** 汇总的条件; what cannot be read counts as not asked. */
export const RegionAsked = z.object({
  region: z.string().refine((code) => code === '*' || isRegionCode(code)).optional(),
  year: z.coerce.number().int().min(2000).max(2100).optional(),
  audience: z.enum(audiences).optional(),
});
