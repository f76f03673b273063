import type { Action, Lead, Measured, Target, Task } from '#app/domain/city/city-plans/model.ts';

/** 一行一个: what an action holds as the lines that its form takes back. */
export const leadLines = (leads: readonly Lead[]) => leads.map(({ department, role, from, until, isInferred }) => [department, role, from, ...(until || isInferred ? [until ?? ''] : []), ...(isInferred ? ['inferred'] : [])].join(' | ')).join('\n');

const targetCell = ({ year, op, value, max }: Target) => (op === 'range' ? `${year}=${value}-${max}` : `${year}${op}${value}`);
const targetLine = ({ code, baseline, targets }: Measured) => [code, ...(baseline ? [`${baseline.year}:${baseline.value}`] : []), ...targets.map(targetCell)].join(' | ');
export const targetLines = (indicators: readonly Measured[]) => indicators.map(targetLine).join('\n');

export const budgetLines = (budgets: Action['budgets']) => budgets.map(({ year, amount, source }) => [year, amount, source].join(' | ')).join('\n');
export const taskLines = (tasks: readonly Task[]) => tasks.map(({ dueOn, zh, en }) => [dueOn, zh, en].join(' | ')).join('\n');
