import { z } from 'zod';
import { declaredKinds } from '#app/domain/pilot/conflicts/model.ts';
import { findings, markLevels } from '#app/domain/pilot/rubrics/model.ts';
import { outcomes } from './model.ts';
import { sameBreaks } from './merge-marks.ts';

/** 分配: an expert, and the day by which the review is wanted. */
export const AssignInput = z.object({ expertId: z.string().min(1).max(120), dueOn: z.union([z.literal(''), z.iso.date()]).default(''), round: z.coerce.number().int().min(1).max(9).optional() });
export type AssignInput = z.infer<typeof AssignInput>;

/** 回避: of what kind, and why. */
export const ConflictInput = z.object({ kind: z.enum(declaredKinds).default('other-declared'), reason: z.string().trim().min(2).max(500) });
export type ConflictInput = z.infer<typeof ConflictInput>;

const Level = z.union([z.literal(''), z.enum([...markLevels, ...findings])], 'level');
const Score = z.string().trim().regex(/^(\d{1,4}(\.\d{1,2})?)?$/, 'score').transform((text) => (text === '' ? null : Number(text)));
const Note = z.string().trim().max(2000).transform(sameBreaks);
const Page = z.string().trim().max(120);

/** 评分: `level-`, `score-`, `note-` and `page-` with the id of an item, for as many items as the form sends; and the revision they were read at. */
export const MarksInput = z
  .object({ revision: z.coerce.number().int().min(0), overall: z.string().trim().max(4000).transform(sameBreaks).optional() })
  .catchall(z.string().max(4000))
  .transform(({ revision, overall, ...rest }, issues) => {
    const ids = new Set(Object.keys(rest).flatMap((name) => /^(?:level|score|note|page)-([A-Za-z0-9][A-Za-z0-9.-]{0,19})$/.exec(name)?.[1] ?? []));
    const read = <S extends z.ZodType>(schema: S, name: string): z.output<S> | undefined => {
      const parsed = schema.safeParse(rest[name] ?? '');
      if (!parsed.success) issues.addIssue({ code: 'custom', path: [name], message: parsed.error.issues[0]!.message });
      return parsed.data;
    };
    const marks = [...ids].slice(0, 300).map((itemId) => ({
      itemId, level: read(Level, `level-${itemId}`) || null, score: read(Score, `score-${itemId}`) ?? null,
      note: read(Note, `note-${itemId}`) ?? '', page: read(Page, `page-${itemId}`) ?? '',
    }));
    return { revision, overall, marks };
  });
export type MarksInput = z.infer<typeof MarksInput>;

/** 决定: with its reasons. */
export const DecideInput = z.object({ outcome: z.enum(outcomes), reason: z.string().trim().min(10).max(4000) });
export type DecideInput = z.infer<typeof DecideInput>;
