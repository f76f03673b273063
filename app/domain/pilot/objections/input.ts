import { z } from 'zod';
import { effects, objectionKinds, objectionOutcomes, sides } from './model.ts';

const words = (least: number, most = 4000) => z.string().trim().min(least).max(most);

/** 提出异议: about the list, one entry or its scores; with a name and a way to be reached, or without. */
export const ObjectionInput = z
  .object({
    applicationId: z.union([z.literal(''), z.uuid()]).default(''),
    kind: z.enum(objectionKinds).optional(),
    manner: z.enum(['named', 'anonymous']),
    name: z.string().trim().max(60).default(''),
    contact: z.string().trim().max(120).default(''),
    content: words(20),
  })
  .superRefine((input, issues) => {
    if (input.kind === 'score' && !input.applicationId) issues.addIssue({ code: 'custom', message: 'objection-entry-needed', path: ['applicationId'], input: input.applicationId });
    if (input.manner === 'anonymous') return;
    for (const path of ['name', 'contact'] as const)
      if (!input[path]) issues.addIssue({ code: 'too_small', origin: 'string', minimum: 1, inclusive: true, path: [path], input: input[path] });
  });
export type ObjectionInput = z.infer<typeof ObjectionInput>;

/** 答复异议: what was found, the rule, the reasons; an upheld one says what becomes of the list. */
export const AnswerInput = z
  .object({
    outcome: z.enum(objectionOutcomes),
    effect: z.enum(effects).default('none'),
    findings: words(10),
    rule: words(4, 1000),
    answer: words(10),
    correction: z.string().trim().max(500).default(''),
    title: z.string().trim().max(120).default(''),
    body: z.string().trim().max(4000).default(''),
  })
  .superRefine((input, issues) => {
    if (input.outcome === 'dismissed') return;
    const needed = ({ 'entry-corrected': ['correction', 4], 'notice-corrected': ['title', 6] } as const)[input.effect as 'entry-corrected'];
    if (needed && input[needed[0]].length < needed[1])
      issues.addIssue({ code: 'too_small', origin: 'string', minimum: needed[1], inclusive: true, path: [needed[0]], input: input[needed[0]] });
  });
export type AnswerInput = z.infer<typeof AnswerInput>;

/** 查询码: as people type it. */
export const TrackInput = z.object({ code: z.string().trim().min(1).max(40) });

/** 延期、启封: why. */
export const ReasonInput = z.object({ reason: words(10, 500) });
export type ReasonInput = z.infer<typeof ReasonInput>;

/** 询问: of which side what. */
export const AskInput = z.object({ side: z.enum(sides), body: words(10, 2000) });
export type AskInput = z.infer<typeof AskInput>;

/** 补充、说明、申诉: in their own words. */
export const SayInput = z.object({ body: words(10) });
export type SayInput = z.infer<typeof SayInput>;

/** 并案: the objection that is the same. */
export const DuplicateInput = z.object({ of: z.uuid() });
export type DuplicateInput = z.infer<typeof DuplicateInput>;
