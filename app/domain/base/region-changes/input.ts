import { z } from 'zod';
import { isDay } from '#app/domain/base/calendar/model.ts';

/** 变更表 as typed, pasted or read from a file: what it means is judged by the plan. */
export const ChangeInput = z.object({
  effectiveOn: z.string().refine(isDay, 'calendar-day'),
  source: z.string().trim().min(2).max(200),
  lines: z.string().max(200_000).transform((text) => text.replaceAll('\0', '')),
});
export type ChangeInput = z.infer<typeof ChangeInput>;

export const ChangeDeed = z.object({ deed: z.enum(['confirm', 'undo']) });
