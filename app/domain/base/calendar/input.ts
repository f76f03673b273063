import { z } from 'zod';
import { isDay, readImport } from './model.ts';

const day = z.string().refine(isDay, 'calendar-day');
const source = z.string().trim().min(2).max(120);

/** 工作日历的改动: one day, a day put back, or the lines of a year's official notice. */
export const CalendarInput = z.discriminatedUnion('deed', [
  z.object({ deed: z.literal('set'), day, isWorkday: z.enum(['yes', 'no']), name: z.string().trim().min(1).max(40), source }),
  z.object({ deed: z.literal('clear'), day }),
  z.object({
    deed: z.literal('import'),
    source,
    lines: z
      .string()
      .max(20_000)
      .refine((text) => readImport(text).problems.length === 0 && readImport(text).lines.length > 0, 'calendar-lines')
      .transform((text) => readImport(text).lines),
  }),
]);
export type CalendarInput = z.infer<typeof CalendarInput>;
