import { z } from 'zod';
import { verdicts } from './model.ts';

/** 核验判断 on one item; `seen` is when the verdict was given that the officer looked at, empty when there was none. */
export const VerdictInput = z.object({
  item: z.string().min(1).max(120),
  verdict: z.enum([...verdicts, 'none']),
  reason: z.string().trim().max(1000).default(''),
  seen: z.string().max(40).default(''),
});
export type VerdictInput = z.infer<typeof VerdictInput>;

/** 通过 or 退回 of the round the officer looked at. */
export const FinishInput = z.object({ deed: z.enum(['complete', 'return']), round: z.coerce.number().int().min(1).max(1000) });
export type FinishInput = z.infer<typeof FinishInput>;
