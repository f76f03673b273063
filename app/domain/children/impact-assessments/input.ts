import { z } from 'zod';
import { searchInput } from '#app/platform/query.ts';
import { dataKinds, leftovers, mostRisks, purposes, type Risk, states, triggers } from './model.ts';

const text = (most: number, least = 4) => z.string().trim().min(least).max(most);
const list = <S extends z.ZodType>(one: S, most: number) => z.preprocess((given) => (given === undefined || given === '' ? [] : Array.isArray(given) ? given : [given]), z.array(one).max(most));
const column = list(z.string().trim().max(500), mostRisks);
const level = z.coerce.number().int().min(1).max(4);
const Risks = z.array(z.object({ risk: text(300), likelihood: level, impact: level, measure: text(500), left: z.enum(leftovers) }));

/** 评估表: what a form sends; the risks come as columns of equal length, a line that says nothing is left out. */
export const AssessmentInput = z
  .object({
    title: text(80), purpose: text(1000), purposes: list(z.enum(purposes), purposes.length), triggers: list(z.enum(triggers), triggers.length), dataKinds: list(z.enum(dataKinds), dataKinds.length),
    lawfulness: text(2000), necessity: text(2000), conclusion: text(2000), validUntil: z.iso.date(),
    risk: column, likelihood: column, impact: column, measure: column, left: column,
  })
  .transform(({ risk, likelihood, impact, measure, left, ...input }, check) => {
    const lines = risk.map((said, i) => ({ risk: said, likelihood: likelihood[i], impact: impact[i], measure: measure[i] ?? '', left: left[i] })).filter((line) => line.risk !== '' || line.measure !== '');
    const risks = Risks.safeParse(lines);
    if (!risks.success || risks.data.length === 0) check.addIssue({ code: 'custom', path: ['risks'], message: 'impact-risks' });
    if (input.triggers.length === 0) check.addIssue({ code: 'custom', path: ['triggers'], message: 'impact-triggers' });
    if (input.dataKinds.length === 0) check.addIssue({ code: 'custom', path: ['dataKinds'], message: 'impact-kinds' });
    return { ...input, risks: (risks.data ?? []) as Risk[] };
  });
export type AssessmentInput = z.output<typeof AssessmentInput>;

/** 适用地区: nothing chosen is the nation. */
export const AssessmentPlace = z.object({ regionCode: z.preprocess((given) => (given === '' || given === undefined ? '*' : given), z.union([z.literal('*'), z.string().regex(/^\d{2,12}$/)])) });
export const AssessmentDecision = z.object({ outcome: z.enum(['approve', 'return']), note: z.string().trim().max(500).default('') });
export type AssessmentDecision = z.output<typeof AssessmentDecision>;
export const AssessmentFilter = z.object({ q: searchInput, state: z.enum(states).optional(), ending: z.enum(['soon', 'over']).optional() });
export type AssessmentFilter = z.output<typeof AssessmentFilter>;
