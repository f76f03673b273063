import type { Action } from '#app/domain/city/city-plans/model.ts';
import { rowsOfForm } from '#app/domain/city/city-plans/rows-of-form.ts';
import type { Problem } from '#app/platform/http.ts';

export type LeadRow = { department: string; role: string; from: string; until: string; isInferred: boolean };
export type TargetRow = { year: string; op: string; value: string; max: string; isCarried?: boolean; isChecked?: boolean };
export type IndicatorRow = { code: string; baseYear: string; baseValue: string; targets: TargetRow[] };
export type BudgetRow = { year: string; amount: string; source: string };
export type TaskRow = { id: string; dueOn: string; zh: string; en: string };
export type KnownRows = { leads: LeadRow[]; indicators: IndicatorRow[]; budgets: BudgetRow[]; tasks: TaskRow[] };

/** 表单先显示的行: what was typed before a refusal, else what the action holds. */
export function rowsKnown(action: Action | null, startsOn: string, problem: Problem | undefined): KnownRows {
  if (problem?.given) return givenRows(rowsOfForm(problem.given), action);
  if (!action) return { leads: [{ department: '', role: 'lead', from: startsOn, until: '', isInferred: false }], indicators: [], budgets: [], tasks: [] };
  return {
    leads: action.leads.map((lead) => ({ ...lead, until: lead.until ?? '' })),
    indicators: action.indicators.map(({ code, baseline, targets }) => ({
      code, baseYear: baseline ? String(baseline.year) : '', baseValue: baseline ? String(baseline.value) : '',
      targets: targets.map(({ year, op, value, max, isToReview }) => ({ year: String(year), op, value: String(value), max: max === undefined ? '' : String(max), ...(isToReview ? { isCarried: true } : {}) })),
    })),
    budgets: action.budgets.map(({ year, amount, source }) => ({ year: String(year), amount: String(amount), source })),
    tasks: action.tasks,
  };
}

type Row = Record<string, unknown>;
const listOf = (given: unknown): Row[] => (Array.isArray(given) ? Array.from(given, (row) => (typeof row === 'object' && row !== null ? (row as Row) : {})) : []);
const said = (row: Row, name: string) => (typeof row[name] === 'string' ? row[name] : '');

function givenRows(given: unknown, action: Action | null): KnownRows {
  const whole = given as Row;
  const waiting = new Set(action?.indicators.flatMap(({ code, targets }) => targets.filter(({ isToReview }) => isToReview).map(({ year }) => `${code} ${year}`)));
  const targetOf = (code: string, row: Row): TargetRow => ({ year: said(row, 'year'), op: said(row, 'op'), value: said(row, 'value'), max: said(row, 'max'), ...(waiting.has(`${code} ${said(row, 'year')}`) ? { isCarried: true, isChecked: row.isChecked === 'on' } : {}) });
  return {
    leads: listOf(whole.leads).map((row) => ({ department: said(row, 'department'), role: said(row, 'role'), from: said(row, 'from'), until: said(row, 'until'), isInferred: row.isInferred === 'on' })),
    indicators: listOf(whole.indicators).map((row) => ({ code: said(row, 'code'), baseYear: said(row, 'baseYear'), baseValue: said(row, 'baseValue'), targets: listOf(row.targets).map((target) => targetOf(said(row, 'code'), target)) })),
    budgets: listOf(whole.budgets).map((row) => ({ year: said(row, 'year'), amount: said(row, 'amount'), source: said(row, 'source') })),
    tasks: listOf(whole.tasks).map((row) => ({ id: said(row, 'id'), dueOn: said(row, 'dueOn'), zh: said(row, 'zh'), en: said(row, 'en') })),
  };
}
