import { z } from 'zod';

const text = z.string().trim().min(4).max(2000);

/** 询问: what an expert wants to know. */
export const AskInput = z.object({ text });

/** 办理询问: passed on in these words by this day, or declined with the reason. */
export const HandleInput = z.discriminatedUnion('deed', [
  z.object({ deed: z.literal('forward'), questionId: z.uuid(), text, dueOn: z.iso.date() }),
  z.object({ deed: z.literal('decline'), questionId: z.uuid(), reason: z.string().trim().min(4).max(500) }),
]);

/** 答复: the words, and the papers that were uploaded with them. */
export const AnswerInput = z.object({ questionId: z.uuid(), text: z.string().trim().min(2).max(4000), fileIds: z.array(z.uuid()).default([]) });
export type AnswerInput = z.infer<typeof AnswerInput>;
