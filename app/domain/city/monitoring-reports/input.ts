import { z } from 'zod';
import { chapters, type Narrative, reportKinds } from './model.ts';

const text = (most: number) => z.string().transform((said) => said.replace(/\r\n/g, '\n').trim()).pipe(z.string().max(most)).default('');
const saved = z.coerce.number().int().min(1);

/** 起草: which plan, which year, why another edition. */
export const StartReportInput = z.object({ kind: z.enum(reportKinds), year: z.coerce.number().int().min(1990).max(2100), why: text(300) });
export type StartReportInput = z.infer<typeof StartReportInput>;

/** 撰写: four chapters in two languages. */
export const WriteReportInput = z
  .object({ saved, ...Object.fromEntries(chapters.flatMap((chapter) => [[`${chapter}Zh`, text(4000)], [`${chapter}En`, text(6000)]])) as Record<`${(typeof chapters)[number]}${'Zh' | 'En'}`, ReturnType<typeof text>> })
  .transform(({ saved: read, ...said }) => ({ saved: read, narrative: Object.fromEntries(chapters.map((chapter) => [chapter, { zh: said[`${chapter}Zh`], en: said[`${chapter}En`] }])) as Narrative }));
export type WriteReportInput = z.infer<typeof WriteReportInput>;

/** 更新数字、提交、通过: of the report as it was read. */
export const SavedInput = z.object({ saved });

/** 退回: with a reason. */
export const ReturnReportInput = z.object({ saved, words: z.string().trim().min(4).max(600) });
export type ReturnReportInput = z.infer<typeof ReturnReportInput>;
