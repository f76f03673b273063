import { z } from 'zod';
import { authorities, cellsAcross, complaintKinds, labels, reasons, severities, wordCategories } from './model.ts';

const list = <S extends z.ZodType>(one: S, most: number) => z.preprocess((given) => (given === undefined || given === '' ? [] : [given].flat()), z.array(one).max(most));
const Labels = list(z.enum(labels), 4);
const note = z.string().trim().max(500).default('');

export const ApproveInput = z.object({ labels: Labels, looked: z.enum(['yes', 'no']).default('no') });
export type ApproveInput = z.infer<typeof ApproveInput>;

/** 改后的文字 comes as one field for each of the item's, named `text.<field>`. */
export const EditInput = z.object({ labels: Labels }).catchall(z.unknown()).transform(({ labels: given, ...rest }) => ({
  labels: given,
  texts: Object.entries(rest).flatMap(([name, text]) => (name.startsWith('text.') && typeof text === 'string' ? [{ field: name.slice(5), text: text.slice(0, 6000) }] : [])),
}));

export const KeepBackInput = z.object({ note });
export const RejectInput = z.object({ reason: z.enum(reasons), note, labels: Labels });
export type RejectInput = z.infer<typeof RejectInput>;
export const EscalateInput = z.object({ authority: z.enum(authorities), number: z.string().trim().max(60).default(''), note });
export type EscalateInput = z.infer<typeof EscalateInput>;

/** 解锁的理由 of what was reported to an authority. */
export const EndLockInput = z.object({ reason: z.string().trim().min(4).max(500) });

/** 疑似伤害: what was noticed, in the moderator's words; the child is asked nothing. */
export const HarmInput = z.object({ noticed: z.string().trim().min(4).max(1000) });

/** 遮挡的方格 of one picture. */
export const BlurInput = z.object({ fileId: z.uuid(), cells: list(z.coerce.number().int().min(0).max(cellsAcross * cellsAcross - 1), cellsAcross * cellsAcross) });
export const FacesInput = z.object({ fileId: z.uuid(), faces: z.enum(['none', 'consented']) });

export const ComplaintInput = z.object({ what: z.enum(complaintKinds), words: z.string().trim().max(500).default(''), page: z.string().trim().max(300).default(''), kind: z.string().max(30).optional(), id: z.string().max(60).optional() });
export type ComplaintInput = z.infer<typeof ComplaintInput>;

export const LimitInput = z.object({ workdays: z.coerce.number().int() });

/** 词表, a line each: 词｜类别｜轻重. */
export const WordsInput = z.object({
  basedOn: z.coerce.number().int().min(0),
  note: z.string().trim().min(2).max(200),
  words: z.string().max(200_000).transform((text, check) => {
    const words = text.split('\n').map((line) => line.trim()).filter(Boolean).map((line) => {
      const [word, category, severity] = line.split(/[｜|\t]/).map((part) => part.trim());
      const known = z.object({ word: z.string().min(1).max(40), category: z.enum(wordCategories), severity: z.enum(severities) }).safeParse({ word, category, severity });
      if (!known.success) check.addIssue({ code: 'custom', message: 'moderation-word-line' });
      return known.data!;
    });
    return [...new Map(words.filter(Boolean).map((one) => [one.word, one])).values()];
  }),
});
