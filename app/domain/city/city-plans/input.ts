import { z } from 'zod';
import { operators } from '#app/domain/city/indicators/model.ts';
import { halfWidth } from '#app/domain/city/indicators/read-number.ts';
import { actionCode, leadRoles, type Lead, type Measured, taskStates } from './model.ts';

const text = (most: number) => z.string().transform((said) => said.replace(/\r\n/g, '\n').trim()).pipe(z.string().max(most)).default('');
const title = z.string().trim().min(4).max(160);
const edition = z.coerce.number().int().min(1);
const link = text(400).pipe(z.union([z.literal('').transform(() => null), z.url({ protocol: /^https?$/ })]));
const inOrder = ({ startsOn, endsOn }: { startsOn: string; endsOn: string }) => startsOn < endsOn && Number(endsOn.slice(0, 4)) - Number(startsOn.slice(0, 4)) <= 15;
const days = { startsOn: z.iso.date(), endsOn: z.iso.date() };

/** 新建计划. */
export const StartPlanInput = z.object({ regionCode: z.string().max(12).transform((code) => code || '*'), zh: title, en: title, ...days, issuer: text(120) }).refine(inOrder, { path: ['endsOn'], message: 'plan-years' });
export type StartPlanInput = z.infer<typeof StartPlanInput>;

/** 计划表: for which place and years; the table says the rest. */
export const PlanTableInput = z.object({ regionCode: z.string().max(12).transform((code) => code || '*'), ...days }).refine(inOrder, { path: ['endsOn'], message: 'plan-years' });
export type PlanTableInput = z.infer<typeof PlanTableInput>;

/** 按表新建计划. */
export const TakeTableInput = z.object({ zh: title, en: title, issuer: text(120) });
export type TakeTableInput = z.infer<typeof TakeTableInput>;

/** 复制到下一期. */
export const CopyPlanInput = z.object({ zh: title, en: title, ...days }).refine(inOrder, { path: ['endsOn'], message: 'plan-years' });
export type CopyPlanInput = z.infer<typeof CopyPlanInput>;

/** 计划基本信息. */
export const EditPlanInput = z.object({ zh: title, en: title, ...days, issuer: text(120), goalZh: text(600), goalEn: text(800), edition }).refine(inOrder, { path: ['endsOn'], message: 'plan-years' });
export type EditPlanInput = z.infer<typeof EditPlanInput>;

type Issues = z.core.$RefinementCtx;
const linesOf = (said: string) => halfLines(said).filter((line) => line.trim() !== '');
const halfLines = (said: string) => said.replaceAll('｜', '|').split('\n');
const cells = (line: string) => line.split('|').map((cell) => cell.trim());

function readLeads(said: string, issues: Issues): Lead[] {
  return linesOf(said).flatMap((line) => {
    const [department = '', role = '', from = '', until = '', basis = ''] = cells(line);
    const isFit = /^[a-z_]{2,20}$/.test(department) && (leadRoles as readonly string[]).includes(role) && isDay(from) && (until === '' || isDay(until));
    if (isFit) return [{ department, role: role as Lead['role'], from, until: until || null, isInferred: basis === 'inferred' }];
    issues.addIssue({ code: 'custom', path: ['leads'], message: 'plan-leads' });
    return [];
  });
}

const isDay = (said: string) => z.iso.date().safeParse(said).success;

function readTargets(said: string, issues: Issues): { code: string; baseline: Measured['baseline']; targets: Measured['targets'] }[] {
  return linesOf(said).flatMap((line) => {
    const [code = '', ...rest] = cells(line);
    const found: { code: string; baseline: Measured['baseline']; targets: Measured['targets'] } = { code, baseline: null, targets: [] };
    const isRead = /^[A-Z][A-Za-z0-9-]{0,19}$/.test(code) && rest.filter(Boolean).every((cell) => {
      const plain = halfWidth(cell).replaceAll('≥', '>=').replaceAll('≤', '<=');
      const base = /^(\d{4}):(-?\d+(?:\.\d+)?)$/.exec(plain);
      if (base) return Boolean((found.baseline = { year: Number(base[1]), value: Number(base[2]) }));
      const range = /^(\d{4})=?(-?\d+(?:\.\d+)?)(?:-|~|至)(\d+(?:\.\d+)?)$/.exec(plain.replace(/^(\d{4})range/, '$1='));
      if (range && Number(range[2]) < Number(range[3])) return found.targets.push({ year: Number(range[1]), op: 'range', value: Number(range[2]), max: Number(range[3]) }) > 0;
      const target = /^(\d{4})(>=|<=|>|=)(-?\d+(?:\.\d+)?)$/.exec(plain);
      return target !== null && found.targets.push({ year: Number(target[1]), op: target[2] as (typeof operators)[number], value: Number(target[3]) }) > 0;
    });
    if (isRead && new Set(found.targets.map(({ year }) => year)).size === found.targets.length) return [found];
    issues.addIssue({ code: 'custom', path: ['targets'], message: 'plan-targets' });
    return [];
  });
}

function readBudgets(said: string, issues: Issues) {
  return linesOf(said).flatMap((line) => {
    const [year = '', amount = '', source = ''] = cells(line);
    const [at, many] = [Number(halfWidth(year)), Number(halfWidth(amount).replaceAll(',', ''))];
    if (Number.isInteger(at) && at > 1990 && at < 2101 && many > 0 && source.length <= 120) return [{ year: at, amount: many, source }];
    issues.addIssue({ code: 'custom', path: ['budgets'], message: 'plan-budgets' });
    return [];
  });
}

function readTasks(said: string, issues: Issues) {
  return linesOf(said).flatMap((line) => {
    const [dueOn = '', zh = '', en = ''] = cells(line);
    if (isDay(dueOn) && zh !== '' && en !== '' && zh.length <= 120 && en.length <= 240) return [{ dueOn, zh, en }];
    issues.addIssue({ code: 'custom', path: ['tasks'], message: 'plan-tasks' });
    return [];
  });
}

/** 一项行动: words, and one line each for leads, targets, money and tasks. */
export const ActionInput = z
  .object({
    code: z.string().trim().regex(actionCode), no: z.coerce.number().int().min(1).max(999), campaign: z.coerce.number().int().min(0).max(99).default(0), zh: z.string().trim().min(2).max(120), en: z.string().trim().min(2).max(240),
    aboutZh: text(1000), aboutEn: text(1600), leads: text(2000), targets: text(4000), budgets: text(2000), tasks: text(4000), edition,
  })
  .transform((given, issues) => ({ ...given, leads: readLeads(given.leads, issues), targets: readTargets(given.targets, issues), budgets: readBudgets(given.budgets, issues), tasks: readTasks(given.tasks, issues) }));
export type ActionInput = z.infer<typeof ActionInput>;

/** 删去行动. */
export const RemoveInput = z.object({ edition });

/** 发布与修订: why. */
export const PublishInput = z.object({ reason: z.string().trim().min(4).max(300), edition });
export const CloseInput = z.object({ closing: z.string().trim().min(10).max(2000), closingEn: text(3000), edition });
export type CloseInput = z.infer<typeof CloseInput>;

/** 任务进展. */
export const TaskInput = z
  .object({ taskId: z.string().max(40), state: z.enum(taskStates), doneOn: z.union([z.literal('').transform(() => null), z.iso.date()]).default(null), proof: text(200), proofUrl: link, note: text(300) })
  .refine(({ state, doneOn, proof }) => state !== 'done' || (doneOn !== null && proof !== ''), { path: ['proof'], message: 'plan-proof' });
export type TaskInput = z.infer<typeof TaskInput>;

const version = z.coerce.number().int().min(0);
const cellName = /^t (\d{2,9}) ([A-Z][A-Za-z0-9-]{0,19}) (\d{4})$/;

/** 目标分解 as the grid posts it: a field each district, indicator and year, at most 4,000 of them. */
export const DivideInput = z.looseObject({ reason: text(300), version }).transform(({ reason, version: read, ...rest }, issues) => {
  const cells = Object.entries(rest).flatMap(([name, said]) => {
    const [, regionCode, code, year] = cellName.exec(name) ?? [];
    return regionCode && code ? [{ regionCode, code, year: Number(year), said: typeof said === 'string' ? said.trim().slice(0, 60) : '' }] : [];
  });
  if (cells.length === 0 || cells.length > 4000) issues.addIssue({ code: 'custom', path: ['cells'], message: 'plan-cells' });
  return { reason, version: read, cells };
});

/** 贴入的表: looked at first, saved when it was confirmed. */
export const PasteInput = z.object({ text: z.string().min(1).max(200_000), reason: text(300), version });
