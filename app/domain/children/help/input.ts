import { z } from 'zod';
import { mostLines } from './model.ts';

const word = (most: number) => z.string().trim().max(most).default('');
const line = z.object({ number: z.string().trim().regex(/^(\d[\d-]{1,14})?$/).default(''), what: word(40), whatEn: word(80) });

/** The form names its rows number-0, what-0, whatEn-0 …; here they become lines. */
function rowsOf(flat: unknown): unknown {
  const given = (flat ?? {}) as Record<string, unknown>;
  const lines = Array.from({ length: mostLines + 1 }, (_, at) => ({ number: given[`number-${at}`], what: given[`what-${at}`], whatEn: given[`whatEn-${at}`] }));
  return { ...given, lines };
}

/** 求助设置 as a form sends it; `inherit` gives up the region's own. */
export const HelpInput = z.preprocess(rowsOf, z.object({
  lines: z.array(line),
  adult: word(60),
  adultEn: word(160),
  inherit: z.preprocess((value) => value === 'yes', z.boolean()),
}));
export type HelpInput = z.output<typeof HelpInput>;
