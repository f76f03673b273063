import { z } from 'zod';
import { isRegionCode } from '#app/domain/base/regions/model.ts';
import { expertFields, outcomes } from './model.ts';

/** 登记专家: who, with which fields, at home where. */
export const ExpertInput = z.object({
  account: z.string().trim().min(2).max(120),
  fields: z.array(z.enum(expertFields), 'expert-fields').min(1, 'expert-fields'),
  regionCode: z.string().default('*').transform((code) => code || '*').refine((code) => code === '*' || isRegionCode(code), 'region-code'),
  organisationName: z.string().trim().max(120).default(''),
});
export type ExpertInput = z.infer<typeof ExpertInput>;

/** 分配: an expert, and the day by which the review is wanted. */
export const AssignInput = z.object({ expertId: z.string().min(1).max(120), dueOn: z.union([z.literal(''), z.iso.date()]).default('') });
export type AssignInput = z.infer<typeof AssignInput>;

/** 回避: why. */
export const ConflictInput = z.object({ reason: z.string().trim().min(2).max(500) });

const Score = z.string().trim().regex(/^(\d{1,4}(\.\d{1,2})?)?$/, 'score').default('');

/** 评分: `score-<section>` and `comment-<section>` for each section, the overall comment, and the revision they were read at. */
export const ScoresInput = z
  .object({ revision: z.coerce.number().int().min(0), overall: z.string().trim().max(4000).default('') })
  .catchall(z.string().max(4000))
  .transform(({ revision, overall, ...rest }, issues) => {
    const ids = Object.keys(rest).filter((name) => name.startsWith('score-')).map((name) => name.slice(6)).slice(0, 20);
    const scores = ids.map((sectionId) => {
      const score = Score.safeParse(rest[`score-${sectionId}`]);
      if (!score.success) issues.addIssue({ code: 'custom', path: [`score-${sectionId}`], message: 'score' });
      return { sectionId, score: score.data ? Number(score.data) : null, comment: String(rest[`comment-${sectionId}`] ?? '').trim() };
    });
    return { revision, overall, scores };
  });
export type ScoresInput = z.infer<typeof ScoresInput>;

/** 决定: with its reasons. */
export const DecideInput = z.object({ outcome: z.enum(outcomes), reason: z.string().trim().min(10).max(4000) });
export type DecideInput = z.infer<typeof DecideInput>;
