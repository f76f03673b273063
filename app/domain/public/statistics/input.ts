import { z } from 'zod';
import { streams } from '#app/domain/base/rule-results/model.ts';

/** 统计的条件: what the address of a page or of the API asks for; what cannot be read counts as not asked. */
export const StatisticsAsked = z.object({
  year: z.coerce.number().int().min(2000).max(2100).optional(),
  stream: z.enum(streams).optional(),
  edition: z.string().max(60).optional(),
  section: z.string().regex(/^[A-Z]$/).optional(),
});
export type StatisticsAsked = z.output<typeof StatisticsAsked>;
