import { z } from 'zod';

const text = (most: number) => z.string().transform((said) => said.trim()).pipe(z.string().max(most)).default('');

/** 办理: why, where figures are corrected. */
export const TakeFiguresInput = z.object({ reason: text(300) });
export type TakeFiguresInput = z.infer<typeof TakeFiguresInput>;

/** 数值表模板: which indicators (of a plan, or by code), of which regions (one, its districts, or all below down to towns), of which period. */
export const TemplateInput = z.object({
  planId: z.union([z.literal('').transform(() => undefined), z.uuid()]).optional(), codes: text(4000).transform((said) => said.split(/[\s,，、;；]+/).filter(Boolean).map((code) => code.toUpperCase())),
  region: z.string().max(12).transform((code) => code || '*').default('*'), below: z.enum(['own', 'children']).default('own'), period: z.string().trim().min(4).max(20),
});
export type TemplateInput = z.infer<typeof TemplateInput>;
