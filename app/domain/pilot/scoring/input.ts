import { z } from 'zod';

export const round = z.coerce.number().int().min(1).max(2).default(1);

/** 计分页的操作. */
export const ScoringDeed = z.discriminatedUnion('deed', [
  z.object({ deed: z.literal('ask'), round }),
  z.object({ deed: z.literal('publish'), runId: z.uuid() }),
]);
