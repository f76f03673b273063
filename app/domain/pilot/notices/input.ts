import { z } from 'zod';

/** 拟公示: which applications of which call, and the words above the list. */
export const DraftNoticeInput = z.object({
  callId: z.uuid(),
  title: z.string().trim().min(6).max(120),
  body: z.string().trim().max(4000).default(''),
});
export type DraftNoticeInput = z.infer<typeof DraftNoticeInput>;

/** 修改公示稿. */
export const EditNoticeInput = DraftNoticeInput.omit({ callId: true });
export type EditNoticeInput = z.infer<typeof EditNoticeInput>;

/** 发布: from today or from the next day in Beijing. */
export const PublishNoticeInput = z.object({ starts: z.enum(['today', 'tomorrow']) });
export type PublishNoticeInput = z.infer<typeof PublishNoticeInput>;

/** 提出异议: about the list or one entry; with a name and a way to be reached, or without. */
export const ObjectionInput = z
  .object({
    applicationId: z.union([z.literal(''), z.uuid()]).default(''),
    manner: z.enum(['named', 'anonymous']),
    name: z.string().trim().max(60).default(''),
    contact: z.string().trim().max(120).default(''),
    content: z.string().trim().min(20).max(4000),
  })
  .superRefine((input, issues) => {
    if (input.manner === 'anonymous') return;
    for (const path of ['name', 'contact'] as const)
      if (!input[path]) issues.addIssue({ code: 'too_small', origin: 'string', minimum: 1, inclusive: true, path: [path], input: input[path] });
  });
export type ObjectionInput = z.infer<typeof ObjectionInput>;

/** 答复异议: upheld takes the entry off the list, dismissed leaves it; either way with a reason. */
export const AnswerInput = z.object({
  outcome: z.enum(['upheld', 'dismissed']),
  answer: z.string().trim().min(10).max(4000),
});
export type AnswerInput = z.infer<typeof AnswerInput>;

/** 查询码: as people type it. */
export const TrackInput = z.object({ code: z.string().trim().min(1).max(40) });
