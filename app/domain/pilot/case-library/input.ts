import { z } from 'zod';
import { ageBands, consents, tags } from './model.ts';

const text = (most: number) => z.string().trim().max(most).default('');
const list = <S extends z.ZodType>(one: S, most: number) => z.preprocess((given) => (given === undefined || given === '' ? [] : Array.isArray(given) ? given : [given]), z.array(one).max(most));
const figure = z.preprocess((given) => (given === '' || given === undefined || given === null ? null : given), z.coerce.number().finite().nullable());
const lines = (given: unknown) => (given === undefined ? [] : typeof given === 'string' ? given.split('\n').map((line) => line.trim()).filter(Boolean) : given);

/** 合作方, a line each: 名称｜做什么. */
const Partners = z.preprocess(lines, z.array(z.union([
  z.string().max(200).transform((line) => { const [name, ...role] = line.split(/[｜|]/); return { name: name!.trim(), role: role.join('|').trim() }; }),
  z.object({ name: z.string().trim().min(1).max(80), role: z.string().trim().max(120) }),
])).max(20));

/** 成效, a line each: 内容｜之前｜之后｜单位. */
const Outcomes = z.preprocess(lines, z.array(z.union([
  z.string().max(200).transform((line, check) => {
    const [what, before, after, unit] = line.split(/[｜|]/).map((part) => part.trim());
    const [was, is] = [before === undefined || before === '' ? null : Number(before), Number(after)];
    if (!what || after === undefined || after === '' || Number.isNaN(is) || Number.isNaN(was ?? 0)) {
      check.addIssue({ code: 'custom', message: 'case-outcome' });
      return z.NEVER;
    }
    return { what, before: was, after: is, unit: unit ?? '' };
  }),
  z.object({ what: z.string().trim().min(1).max(120), before: z.number().finite().nullable(), after: z.number().finite(), unit: z.string().trim().max(20) }),
])).max(20));

/** 案例内容 as a form sends it; unfinished is fine until it is handed in. */
export const CaseInput = z.object({
  title: text(60), titleEn: text(160), summary: text(300), summaryEn: text(900), problem: text(3000), action: text(6000), lessons: text(3000),
  cost: figure.pipe(z.number().int().min(0).max(1_000_000_000).nullable()), funding: text(200),
  startedOn: z.union([z.literal(''), z.iso.date()]).default(''), months: z.coerce.number().int().min(0).max(240).default(0),
  partners: Partners, ruleIds: list(z.string().regex(/^[A-Z]\d{1,2}\.\d{1,2}$/), 20), tags: list(z.enum(tags), 6), ages: list(z.enum(ageBands), 4),
  outcomes: Outcomes, evidenceIds: list(z.uuid(), 30),
});
export type CaseInput = z.infer<typeof CaseInput>;

/** 同意 of one kind, in a sentence that says who agreed and how. */
export const ConsentInput = z.object({ consent: z.enum(consents), statement: z.string().trim().min(5).max(500), agreed: z.literal('yes') });
export type ConsentInput = z.infer<typeof ConsentInput>;

export const ReviewInput = z.object({ outcome: z.enum(['publish', 'return']), note: text(1000) });
export type ReviewInput = z.infer<typeof ReviewInput>;

export const CollectionInput = z.object({
  title: z.string().trim().min(2).max(60), titleEn: z.string().trim().min(2).max(160), intro: text(1000), introEn: text(2000),
  caseIds: list(z.uuid(), 60), isShown: z.enum(['yes', 'no']).default('no').transform((given) => given === 'yes'),
});
export type CollectionInput = z.infer<typeof CollectionInput>;
