import type { cityActionWords } from '#app/i18n/city-action.ts';
import type { Problem } from '#app/platform/http.ts';

type W = (typeof cityActionWords)['zh-CN'];

/** 哪一行哪一格: the names of fields in rows, as the list of what is wrong says them. */
export function fieldNames(problem: Problem | undefined, known: Record<string, string>, words: W): Record<string, string> {
  const { form } = words;
  const lists = { leads: words.leads.title, indicators: known.targets ?? '', tasks: words.tasks, budgets: words.money.title } as const;
  const cells: Record<string, string> = {
    department: form.department, role: form.role, from: form.from, until: form.until, code: form.indicator, baseYear: form.baseYear, baseValue: form.baseValue, year: form.year, amount: form.amount, source: form.source, dueOn: form.dueOn, zh: form.taskZh, en: form.taskEn, value: words.numbers.targets, op: form.op, max: words.numbers.targets, targets: words.numbers.targets,
  };
  const named = Object.keys(problem?.fields ?? {}).flatMap((field) => {
    const [list, row, ...rest] = field.split('.');
    const title = lists[list as keyof typeof lists];
    return title ? [[field, row === undefined ? title : form.at(title, Number(row) + 1, cells[rest.at(-1) ?? ''] ?? '')]] : [];
  });
  return { ...known, ...Object.fromEntries(named) };
}
