import { z } from 'zod';
import { mostLines } from './model.ts';

const word = (most: number) => z.string().trim().max(most).default('');
const line = z.object({ number: z.string().trim().regex(/^(\d[\d-]{1,14})?$/).default(''), what: word(40), whatEn: word(80) });

/** 求助设置 as a form sends it; rows without a number are left out. */
export const HelpInput = z.object({
  lines: z.array(line).max(mostLines + 2).default([]),
  adult: word(60),
  adultEn: word(160),
});
export type HelpInput = z.output<typeof HelpInput>;
