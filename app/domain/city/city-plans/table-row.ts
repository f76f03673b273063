import type { Area } from '#app/domain/base/documents/grid.ts';
import { type Unit, units } from '#app/domain/city/indicators/model.ts';
import type { Department } from '#app/domain/city/indicators/read.ts';
import { readNumber } from '#app/domain/city/indicators/read-number.ts';
import type { indicatorFinder } from './find-indicator.ts';
import type { Action, Measured } from './model.ts';
import type { TableFaultCode, TableNote } from './plan-table.ts';
import type { ActionBook } from './table-actions.ts';
import { readDue, unnumbered } from './table-cells.ts';
import type { Column } from './table-head.ts';
import { type Counted, isUnitSwapped, readTargets } from './table-targets.ts';
import { bodiesIn } from './table-leads.ts';
import { departmentOf, renamedDepartmentOf, type Role } from './table-words.ts';
import { unitFits } from './unit-words.ts';

export type Sheet = {
  asked: { startsOn: string; endsOn: string }; all: number[]; columns: Column[]; areas: Area[]; departments: readonly Department[]; book: ActionBook;
  over: (row: number, column: number) => string; find: ReturnType<typeof indicatorFinder>;
  fault: (row: number, column: number, code: TableFaultCode, ...figures: string[]) => void; note: (row: number, column: number, code: TableNote['code'], ...figures: string[]) => void;
};
/** 一行: what stands under a role, and where. */
export type Row = { row: number; said: (role: Role) => string; at: (role: Role) => number };

const oneLine = (text: string) => text.replace(/\s*\n\s*/g, '').trim();

/** 读一行: its action, then its indicator with targets, or its tasks; gives the action, so that blanks below it mean the same. */
export function readRow(sheet: Sheet, row: number, section: number | null, last: Action | undefined): Action | undefined {
  const { columns, over, fault, book } = sheet;
  const at = (role: Role) => columns.find((column) => column.role === role)?.at ?? -1;
  const here: Row = { row, at, said: (role) => (at(role) < 0 ? '' : over(row, at(role)).trim()) };
  const campaign = at('campaign') >= 0 && here.said('campaign') !== '' ? book.campaign(unnumbered(here.said('campaign')).name) : (section ?? last?.campaign ?? null);
  const action = actionOf(sheet, here, campaign, last);
  if (!action) {
    fault(row, Math.max(0, at('action')), 'no-action');
    readRest(sheet, here, nowhere());
    return last;
  }
  readRest(sheet, here, action);
  return action;
}

/** An action of no plan: what stands beside a fault is read into it for the faults of its own. */
const nowhere = (): Action => ({ code: '', no: 0, campaign: null, zh: '', en: '', about: { zh: '', en: '' }, leads: [], budgets: [], indicators: [], tasks: [] });

function readRest(sheet: Sheet, here: Row, action: Action): void {
  const { fault, book } = sheet;
  const { row, at } = here;
  readAbout(sheet, here, action);
  readLeads(sheet, here, action);
  readBudgets(sheet, here, action);
  const due = readDue(here.said('due'));
  if (due === undefined || (due !== null && !sheet.all.includes(Number(due.slice(0, 4))))) fault(row, at('due'), due === undefined ? 'due' : 'year-outside', ...(due ? [due.slice(0, 4), String(sheet.all[0]), String(sheet.all.at(-1))] : [here.said('due')]));
  for (const task of here.said('task').split(/\n|；|;/).map((each) => unnumbered(each).name).filter(Boolean)) {
    if (task.length > 120) fault(row, at('task'), 'too-long', '120');
    else book.task(action, task.replace(/。$/, ''), due ?? null);
  }
  const measured = measuredOf(sheet, here, action);
  if (measured) readTargets(sheet, here, measured, due ?? null);
}

function actionOf({ book, fault }: Sheet, { row, said, at }: Row, campaign: number | null, last: Action | undefined): Action | undefined {
  const { code, name } = unnumbered(said('action'));
  if (name === '' && said('actionCode') === '') return at('action') < 0 && campaign !== null ? undefined : last;
  if (name.length > 120) {
    fault(row, at('action'), 'too-long', '120');
    return last;
  }
  return book.action(name, said('actionCode').toUpperCase() || code, oneLine(said('actionEn')), campaign);
}

function readAbout({ fault }: Sheet, { row, said, at }: Row, { about }: Action): void {
  const text = said('about');
  if (text === '' || about.zh.includes(text)) return;
  about.zh = about.zh === '' ? text : `${about.zh}\n${text}`;
  if (about.zh.length > 1000) fault(row, at('about'), 'too-long', '1000');
}

/** 牵头、配合: one cell may name both; under 责任单位 whoever stands first leads. */
function readLeads({ columns, departments, book, fault, note, find }: Sheet, { row, said, at }: Row, action: Action): void {
  const isOneColumn = at('co') < 0 && !/牵头|主责|lead/i.test(columns.find(({ role }) => role === 'lead')?.text ?? '');
  for (const role of ['lead', 'co'] as const) {
    const named = bodiesIn(said(role), role, isOneColumn);
    if (role === 'lead' && isOneColumn && !named.isSaid && named.bodies.length > 1) note(row, at(role), 'first-leads', named.bodies[0]!.name.slice(0, 40));
    for (const { name, as } of named.bodies) {
      const today = renamedDepartmentOf(name, departments);
      if (today) note(row, at(role), 'department-renamed', name.slice(0, 40), today.zh, today.en);
      const department = today?.id ?? departmentOf(name, departments);
      if (department) book.lead(action, department, as);
      else fault(row, at(role), 'indicator' in find('', name) ? 'swapped' : 'department', name.slice(0, 40), ...headsOf(columns, 'indicator', role));
    }
  }
}

function readBudgets({ columns, over, fault }: Sheet, { row }: Row, action: Action): void {
  for (const { role, years, at } of columns) {
    if (role !== 'budget' || years.length !== 1) continue;
    const text = over(row, at).trim().replace(/万元?$/, '');
    const read = readNumber(text, 'count');
    if ('problem' in read) fault(row, at, 'budget', text.slice(0, 40));
    else if (read.value !== null && read.value > 0 && !action.budgets.some(({ year }) => year === years[0])) action.budgets.push({ year: years[0]!, amount: read.value, source: '' });
  }
}

/** 指标: known by code or name, once in a plan, in its own unit. */
function measuredOf(sheet: Sheet, here: Row, action: Action): { measured: Measured; indicator: Counted } | undefined {
  const { find, fault, columns, over, book } = sheet;
  const { row, said, at } = here;
  const [code, name] = [oneLine(said('indicatorCode')), oneLine(said('indicator'))];
  const column = at('indicator') >= 0 ? at('indicator') : at('indicatorCode');
  const isLong = at('year') >= 0;
  if (code === '' && (name === '' || /^[-—–/]+$/.test(name))) {
    const lost = columns.find((each) => each.role === 'target' && /\d/.test(over(row, each.at)));
    if (lost) fault(row, lost.at, 'no-indicator');
    return undefined;
  }
  const found = find(code, name);
  if ('two' in found) fault(row, column, 'indicator-two', name, found.two.map((each) => each.code).join('、'));
  else if ('near' in found && 'indicator' in find('', unnumbered(said('action')).name)) fault(row, column, 'swapped', name || code, ...headsOf(columns, 'action', 'indicator'));
  else if ('near' in found && departmentOf(name, sheet.departments) && !said('lead').includes(name)) fault(row, column, 'swapped', name || code, ...headsOf(columns, 'indicator', 'lead'));
  else if ('near' in found) fault(row, column, 'indicator-unknown', name || code, found.near ? `${found.near.code} ${found.near.definition.zh}` : '', unitSaid(said('unit')) ?? '');
  if (!('indicator' in found)) {
    readUnknown(sheet, here);
    return undefined;
  }
  const { indicator } = found;
  const byName = code !== '' && name !== '' ? find('', name) : undefined;
  if (byName && 'indicator' in byName && byName.indicator.id !== indicator.id) fault(row, column, 'code-and-name', code, indicator.definition.zh, name);
  if (isUnitSwapped(here, indicator.definition.unit)) fault(row, at('unit'), 'swapped', said('unit'), ...headsOf(columns, 'unit', 'target'));
  else if (said('unit') !== '' && !unitFits(said('unit'), indicator.definition.unit)) fault(row, at('unit'), 'unit', said('unit'), indicator.definition.unit);
  const held = book.measured(indicator.code);
  if (held) {
    const isSame = held.action === action && (isLong || sheet.areas.some((area) => area.left <= column && area.right >= column && area.top <= held.row && area.bottom >= row));
    if (!isSame) fault(row, column, 'indicator-twice', indicator.code, String(held.row + 1));
    return { measured: isSame ? held.measured : { code: indicator.code, provenance: indicator.definition.provenance, baseline: null, targets: [] }, indicator };
  }
  const measured: Measured = { code: indicator.code, provenance: indicator.definition.provenance, baseline: null, targets: [] };
  action.indicators.push(measured);
  book.remember(indicator.code, { action, measured, row });
  return { measured, indicator };
}

/** The words that stand over two columns. */
const headsOf = (columns: readonly Column[], ...roles: Role[]): string[] => roles.map((role) => columns.find((each) => each.role === role)?.text.slice(0, 40) ?? '');

/** What is wrong with a target whatever it counts. */
const always: readonly TableFaultCode[] = ['year-outside', 'years-differ', 'target-shared', 'target-twice', 'target-range', 'number-is-date', 'number-negative'];

/** The unit that the words beside an indicator mean. */
const unitSaid = (said: string): Unit | undefined => (said === '' ? undefined : (units.find((each) => each !== 'milestone' && unitFits(said, each)) ?? units.find((each) => unitFits(said, each))));

/** 不认得的指标的目标: read for their faults alone, in the unit that stands beside them; where none does, only for what no unit makes right. */
function readUnknown(sheet: Sheet, here: Row): void {
  const unit = unitSaid(here.said('unit'));
  const fault: Sheet['fault'] = (row, column, code, ...figures) => {
    if (unit ? code !== 'target-bounds' : always.includes(code)) sheet.fault(row, column, code, ...figures);
  };
  const definition = { kind: unit === 'milestone' ? 'milestone' : 'numeric', unit: unit ?? 'count', direction: 'up', least: null, most: null } as const;
  readTargets({ ...sheet, fault, note: () => undefined }, here, { measured: { code: '', provenance: 'seen', baseline: null, targets: [] }, indicator: { definition } }, readDue(here.said('due')) ?? null);
}
