import { z } from 'zod';
import { reasonLength } from './model.ts';

const ruleId = z.string().regex(/^[A-Z]\d{1,2}\.\d{1,2}$/);
const bases = z.array(z.int().min(0).max(2_000_000_000)).max(60);

/** 开始自评: the year, and the edition if not the current one. */
export const StartInput = z.object({ year: z.coerce.number().int().min(1900).max(2200), editionId: z.string().max(60).optional() });
export type StartInput = z.output<typeof StartInput>;

/** 一格: what stands in one field of one rule, and the revisions its author had seen. */
const Cell = z.discriminatedUnion('field', [
  z.object({ ruleId, field: z.literal('level'), value: z.enum(['met', 'partly', 'not-met', 'not-applicable', '']), bases }),
  z.object({ ruleId, field: z.literal('reason'), value: z.string().max(reasonLength * 4), bases }),
  z.object({ ruleId, field: z.literal('confirm'), value: z.enum(['yes', '']), bases }),
]);
export type Cell = z.output<typeof Cell>;
export const SaveInput = z.object({ cells: z.array(Cell).max(300) });
export type SaveInput = z.output<typeof SaveInput>;

/** 分工: a section to a colleague, with a line to them. */
export const DelegateInput = z.object({ sectionId: z.string().max(4), toUser: z.string().min(1).max(80), note: z.string().trim().max(200).default('') });
export type DelegateInput = z.output<typeof DelegateInput>;

export const SubmitInput = z.object({ truthful: z.literal('yes') });
export const CorrectInput = z.object({ reason: z.string().trim().min(4).max(300) });

/** What a button of a page of the assessment asks for. */
export const AssessmentDeed = z.discriminatedUnion('deed', [
  z.object({ deed: z.literal('submit') }).extend(SubmitInput.shape),
  z.object({ deed: z.literal('correct') }).extend(CorrectInput.shape),
  z.object({ deed: z.literal('copy'), fromYear: z.coerce.number().int() }),
  z.object({ deed: z.literal('delegate') }).extend(DelegateInput.shape),
  z.object({ deed: z.literal('take-back'), sectionId: z.string().max(4) }),
]);
