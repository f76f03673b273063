import { z } from 'zod';
import { operators } from '#app/domain/city/indicators/model.ts';
import { halfWidth, isTorn } from '#app/domain/city/indicators/read-number.ts';
import { actionCode, leadRoles } from './model.ts';
import { readRows } from './rows-of-form.ts';

type Row = Record<string, unknown>;
const isEmpty = (said: unknown): boolean => said === undefined || said === null || (typeof said === 'string' && said.trim() === '') || (Array.isArray(said) && said.every((each) => isEmpty((each as Row | null)?.value)));

/** 一张可加行的表: a row in which none of these was filled in is left out; the others keep their place, so that a mistake is told at its row. */
function rowsOf<S extends z.ZodType>(row: S, filled: readonly string[], most: number) {
  const given = z.preprocess((said) => (said === undefined || said === null || filled.every((name) => isEmpty((said as Row)[name])) ? null : said), row.nullable());
  return z.array(given).max(most).default([]).transform((rows) => rows.filter((each): each is NonNullable<typeof each> => each !== null));
}

const text = (most: number) => z.string().transform((said) => said.replace(/\r\n/g, '\n').trim()).pipe(z.string().max(most)).default('');
const number = z.preprocess((said) => (typeof said === 'string' ? isTorn(said) ? said : halfWidth(said).replaceAll(',', '').replace(/%$/, '') : said === undefined ? '' : String(said)), z.string().regex(/^-?\d{1,12}(\.\d{1,6})?$/, 'plan-number')).transform(Number);
const year = z.coerce.number().int().min(1991).max(2100);
const none = z.literal('').transform(() => null);

const Lead = z.object({ department: z.string().regex(/^[a-z_]{2,20}$/, 'plan-department'), role: z.enum(leadRoles).default('lead'), from: z.iso.date(), until: z.union([none, z.iso.date()]).nullable().default(null), isInferred: z.preprocess((said) => said === true || said === 'on', z.boolean()) })
  .refine(({ from, until }) => until === null || until >= from, { path: ['until'], message: 'plan-until' });

const Target = z.object({ year, op: z.enum(operators).default('>='), value: number, max: z.unknown().optional(), isChecked: z.unknown().optional() }).transform(({ max, isChecked, ...said }, issues) => {
  const target: typeof said & { isChecked?: true } = isChecked === true || isChecked === 'on' ? { ...said, isChecked: true } : said;
  if (target.op !== 'range') return target;
  const end = number.safeParse(max);
  if (end.success && end.data > target.value) return { ...target, max: end.data };
  issues.addIssue({ code: 'custom', path: ['max'], message: 'plan-range' });
  return z.NEVER;
});

const Measured = z.object({
  code: z.string().regex(/^[A-Z][A-Za-z0-9-]{0,19}$/, 'plan-indicator'), baseYear: z.union([none, year]).nullable().default(null), baseValue: z.union([none, number]).nullable().default(null),
  targets: rowsOf(Target, ['value'], 40).refine((targets) => new Set(targets.map((each) => each.year)).size === targets.length, 'plan-year-twice'),
}).transform(({ baseYear, baseValue, ...measured }, issues) => {
  if ((baseYear === null) !== (baseValue === null)) issues.addIssue({ code: 'custom', path: [baseYear === null ? 'baseYear' : 'baseValue'], message: 'plan-baseline' });
  return { ...measured, baseline: baseYear === null || baseValue === null ? null : { year: baseYear, value: baseValue } };
});

const Budget = z.object({ year, amount: number.refine((amount) => amount > 0, 'plan-amount'), source: text(120) });
const Task = z.object({ id: text(40), dueOn: z.iso.date(), zh: z.string().trim().min(1).max(120), en: z.string().trim().min(1).max(240) });

/** Rows beyond the most are a mistake of the whole form, told once. */
function rowsWithin(given: unknown, issues: z.RefinementCtx): unknown {
  const { whole, isOver } = readRows(given);
  if (isOver) issues.addIssue({ code: 'custom', path: ['indicators'], message: 'plan-rows' });
  return whole;
}

/** 一项行动: its words, and rows for who answers, indicators with targets, money and tasks, as objects or as the fields of a form. */
export const ActionInput = z.preprocess(rowsWithin, z.object({
  code: z.string().trim().regex(actionCode, 'plan-action-code'), no: z.coerce.number().int().min(1).max(999), campaign: z.coerce.number().int().min(0).max(99).default(0), zh: z.string().trim().min(2).max(120), en: z.string().trim().min(2).max(240),
  aboutZh: text(1000), aboutEn: text(1600), edition: z.coerce.number().int().min(1),
  leads: rowsOf(Lead, ['department', 'until'], 40), indicators: rowsOf(Measured, ['code', 'baseValue', 'targets'], 60), budgets: rowsOf(Budget, ['amount', 'source'], 40), tasks: rowsOf(Task, ['zh', 'en'], 100),
}));
export type ActionInput = z.infer<typeof ActionInput>;
