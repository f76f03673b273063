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

/** 更正公示: the words as they should be, and what everybody reads about why. */
export const CorrectNoticeInput = EditNoticeInput.extend({ reason: z.string().trim().min(10).max(1000) });
export type CorrectNoticeInput = z.infer<typeof CorrectNoticeInput>;

/** 更正条目. */
export const CorrectEntryInput = z.object({ applicationId: z.uuid(), correction: z.string().trim().min(4).max(500) });
export type CorrectEntryInput = z.infer<typeof CorrectEntryInput>;

/** 递补: who, and why it is this one. */
export const MoveUpInput = z.object({ applicationId: z.uuid(), reason: z.string().trim().min(10).max(1000) });
export type MoveUpInput = z.infer<typeof MoveUpInput>;

/** 移出: which entry, and why. */
export const RemoveEntryInput = MoveUpInput;
