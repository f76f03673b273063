import { z } from 'zod';
import { type LetterKind, letterKinds, unknownIn } from './model.ts';

const kind = z.enum(letterKinds);
const text = (most: number) => z.string().trim().min(1).max(most);

const texts = { zhTitle: text(80), zhTo: text(80), zhBody: text(4000), enTitle: text(160), enTo: text(160), enBody: text(8000) };

/** 保存模板: in both languages, with no placeholder that this kind of letter cannot fill. */
export const TemplateInput = z.object({ kind, version: z.coerce.number().int().min(0), ...texts }).superRefine((given, check) => {
  for (const name of Object.keys(texts) as (keyof typeof texts)[]) {
    if (unknownIn(given.kind as LetterKind, given[name]).length > 0) check.addIssue({ code: 'custom', path: [name], message: 'letter-placeholder' });
  }
});
export type TemplateInput = z.infer<typeof TemplateInput>;

/** 恢复模板: an older version becomes the newest again. */
export const RestoreInput = z.object({ kind, version: z.coerce.number().int().min(0), restore: z.coerce.number().int().min(0) });
export type RestoreInput = z.infer<typeof RestoreInput>;

/** 制发文书. */
export const MakeLetterInput = z.object({ kind });
