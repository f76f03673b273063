import { z } from 'zod';
import { layers } from '#app/platform/ctx.ts';
import { kinds, marks, mostChosen, type Prize } from './model.ts';

const words = (many: number) => z.string().transform((text) => text.replace(/\r\n/g, '\n').trim()).pipe(z.string().max(many));
const needed = (many: number) => words(many).pipe(z.string().min(1));

/** One prize a line, its name and how many: “创意奖 3”. */
const prizes = words(600).transform((text, issues): Prize[] => {
  const lines = text.split('\n').map((line) => line.trim()).filter(Boolean);
  const read = lines.map((line) => /^(.{1,20}?)[\s,，:：]+(\d{1,2})\s*[个名]?$/u.exec(line.normalize('NFKC')));
  if (read.some((one) => !one || Number(one[2]) < 1) || read.length > 10 || new Set(read.map((one) => one?.[1])).size < read.length) issues.addIssue({ code: 'custom', message: 'solicitation-prizes' });
  return read.flatMap((one) => (one ? [{ name: one[1]!, places: Number(one[2]) }] : []));
});

/** 征集 as staff write it. */
export const SolicitationInput = z
  .object({
    kind: z.enum(kinds), title: needed(60), childRules: needed(600), rules: needed(4000), licence: needed(2000), layers: z.array(z.enum(layers)).min(1).default([]), opensOn: z.iso.date(),
    closesOn: z.iso.date(), chooseUntil: z.iso.date(), showUntil: z.union([z.literal('').transform(() => null), z.iso.date()]).default(null), prizes,
  })
  .refine(({ opensOn, closesOn }) => opensOn <= closesOn, { path: ['closesOn'], message: 'solicitation-days' })
  .refine(({ closesOn, chooseUntil }) => closesOn <= chooseUntil, { path: ['chooseUntil'], message: 'solicitation-days' })
  .refine(({ chooseUntil, showUntil }) => showUntil === null || chooseUntil <= showUntil, { path: ['showUntil'], message: 'solicitation-days' });
export type SolicitationInput = z.infer<typeof SolicitationInput>;

/** 作品 as a child hands it in; a picture comes as a file beside it. */
export const WorkInput = z.object({ title: needed(40), penName: words(12).default(''), text: words(2000).default(''), plate: z.string().max(60).default('') });
export type WorkInput = z.infer<typeof WorkInput>;

/** 纸质作品 as staff enter it, with the guardian's signed licence in their hands or not yet. */
export const PaperWorkInput = WorkInput.extend({ layer: z.enum(layers), licensed: z.literal('yes').optional() });
export type PaperWorkInput = z.infer<typeof PaperWorkInput>;

export const ChoiceInput = z.object({ works: z.array(z.uuid()).min(1).max(mostChosen).transform((list) => [...new Set(list)]) });
export const JurorInput = z.object({ name: needed(40), role: needed(40) });
export const DeclareInput = z.object({ conflicts: z.array(z.uuid()).max(500).default([]) });
const mark = z.coerce.number().int().refine((given) => (marks as readonly number[]).includes(given));
export const MarkInput = z.object({ workId: z.uuid(), mark, note: words(200).default('') });
export const DecideInput = z.object({ note: needed(600) });
export const ReasonInput = z.object({ reason: needed(300) });
