import { z } from 'zod';
import { isRegionCode } from '#app/domain/base/regions/model.ts';
import { papers } from '#app/domain/pilot/calls/model.ts';
import { mostRivals } from './answers.ts';
import { selfCheckLevels } from './model.ts';

const regionCode = z.string().refine(isRegionCode, 'region-code');

/** 起草: which call, and which unit is put forward. */
export const DraftInput = z.object({ callId: z.uuid(), regionCode, applicantCode: regionCode.optional() });
export type DraftInput = z.infer<typeof DraftInput>;

const cell = z.string().max(2000);
const value = z.union([
  z.string().max(20_000),
  z.array(z.string().max(200)).max(50),
  z.array(z.record(z.string().max(40), cell)).max(60),
]);

/** 保存: answers by question, each naming the revisions its author had before them. */
export const SaveInput = z.object({
  answers: z
    .array(z.object({ questionId: z.string().min(1).max(60), value, bases: z.array(z.number().int().min(0)).max(2 * mostRivals) }))
    .min(1)
    .max(60),
});
export type SaveInput = z.infer<typeof SaveInput>;

/** 自查: what the applicant says of the rules they chose to look at. */
export const SelfCheckInput = z.object({
  selfCheck: z
    .array(z.object({ ruleId: z.string().min(1).max(20), level: z.enum(selfCheckLevels), note: z.string().trim().max(300).default('') }))
    .max(300),
});
export type SelfCheckInput = z.infer<typeof SelfCheckInput>;

/** 提交: somebody vouches that what is handed in is true (问答 8); a quick self-check may come with it. */
export const SubmitInput = z.object({
  truthful: z.literal('yes', 'promise-needed'),
  selfCheck: SelfCheckInput.shape.selfCheck.optional(),
  /** 说明: why something that was returned stays as it was. */
  explanation: z.string().trim().max(500).optional(),
});
export type SubmitInput = z.infer<typeof SubmitInput>;

/** 撤回: asked once more before it is done. */
export const WithdrawInput = z.object({ sure: z.literal('yes', 'sure-needed') });

/** 材料: which paper, which stored file. */
export const PaperInput = z.object({ paper: z.enum(papers), fileId: z.uuid() });
export type PaperInput = z.infer<typeof PaperInput>;

/** 用已有的佐证: as which paper. */
export const EvidencePaperInput = z.object({ paper: z.enum(papers), evidenceId: z.uuid() });

/** 推荐 (问答 7): anybody may name a community that a government could put forward. */
export const RecommendInput = z.object({
  regionCode: regionCode.refine((code) => code.length >= 9, 'unit-needed'),
  recommender: z.string().trim().min(1).max(60),
  organisation: z.string().trim().max(120).default(''),
  contact: z.string().trim().min(5).max(120),
  reason: z.string().trim().min(10).max(2000),
});
export type RecommendInput = z.infer<typeof RecommendInput>;
