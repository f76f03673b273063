/** 行的名称: `leads.0.from`, and one step deeper `indicators.2.targets.0.value`. */
const rowName = /^(leads|indicators|budgets|tasks)\.(\d{1,2})\.(?:(targets)\.(\d{1,2})\.)?([a-zA-Z]{1,20})$/;

type Row = Record<string, unknown>;

/** 最多的行: of all lists of one form and the lists in their rows; nobody writes so many into one action. */
export const mostRows = 600;

/** 表单里的行: the fields of a form that are named after rows become lists of them; whatever else is there stays as it is, and rows beyond the most are left out. */
export function rowsOfForm(given: unknown): unknown {
  return readRows(given).whole;
}

/** The same, and whether rows were left out. */
export function readRows(given: unknown): { whole: unknown; isOver: boolean } {
  if (typeof given !== 'object' || given === null) return { whole: given, isOver: false };
  const whole: Row = {};
  let [count, isOver] = [0, false];
  const rowAt = (of: Row, list: string, at: number): Row | undefined => {
    const rows: Row[] = Array.isArray(of[list]) ? of[list] : [];
    if (!rows[at] && count === mostRows) return void (isOver = true);
    if (!rows[at]) count += 1;
    of[list] = rows;
    return (rows[at] ??= {});
  };
  for (const [name, value] of Object.entries(given)) {
    const [, list, at, inner, nth, field] = rowName.exec(name) ?? [];
    if (!list || !field) {
      whole[name] = value;
      continue;
    }
    const row = rowAt(whole, list, Number(at));
    const target = inner && row ? rowAt(row, inner, Number(nth)) : row;
    if (target) target[field] = value;
  }
  return { whole, isOver };
}
