import { covers, type Grid } from '#app/domain/base/documents/grid.ts';
import type { Department, Indicator } from '#app/domain/city/indicators/read.ts';
import { indicatorFinder, seriesOf } from './find-indicator.ts';
import { type Action, yearsOf } from './model.ts';
import { aboveTable, mostFaults, type PlanReading, type TableFaultCode, type TableNote } from './plan-table.ts';
import { actionBook } from './table-actions.ts';
import { unnumbered } from './table-cells.ts';
import { type Column, findHead, type Head, isTitle } from './table-head.ts';
import { readRow, type Sheet } from './table-row.ts';
import { yearsIn } from './table-words.ts';

export type Known = { indicators: readonly Indicator[]; departments: readonly Department[]; isNation: boolean; ownCodes?: readonly string[] };
/** 表里认得的指标: they say which series the plan belongs to. */
function codesIn(grids: readonly Grid[], { indicators }: Known): string[] {
  const said = new Set(grids.flatMap(({ rows }) => rows.flat().map((text) => text.trim())));
  return indicators.filter(({ code, definition }) => said.has(code) || said.has(definition.zh)).map(({ code }) => code);
}

type Asked = { startsOn: string; endsOn: string };

/** 读计划表: every table with a head that names actions and indicators; nothing is taken in here, and nothing is guessed. */
export function readPlanTable(grids: readonly Grid[], isWord: boolean, asked: Asked, known: Known): PlanReading | undefined {
  const reading: PlanReading = { title: '', content: { goal: { zh: '', en: '' }, dimensions: [], campaigns: [], caveats: [], actions: [] }, faults: [], notes: [], isWord, sheets: grids.map(({ name }) => name) };
  const book = actionBook(reading.content, asked);
  const find = indicatorFinder(known.indicators, known.isNation, new Set([...(known.ownCodes ?? []), ...codesIn(grids, known)].map(seriesOf)));
  let hasHead = false;
  for (const [table, grid] of grids.entries()) {
    const head = findHead(grid);
    if (!head) continue;
    hasHead = true;
    const sheet: Sheet = {
      asked, find, departments: known.departments, columns: head.columns, all: yearsOf(asked), over: covers(grid), areas: grid.areas, book,
      fault: (row: number, column: number, code: TableFaultCode, ...figures: string[]) => reading.faults.length < mostFaults && void reading.faults.push({ table, ...firstOf(grid, row, column), code, figures }),
      note: (row: number, column: number, code: TableNote['code'], ...figures: string[]) => reading.notes.length < mostFaults && void reading.notes.push({ table, ...firstOf(grid, row, column), code, figures }),
    };
    readAbove(grid, head, reading, sheet);
    checkHead(head, sheet);
    readBelow(grid, head, reading, sheet);
  }
  if (!hasHead) return undefined;
  book.close();
  return { ...reading, faults: uniquely(reading.faults), notes: uniquely(reading.notes) };
}

/** A merged cell is one cell, where it begins. */
function firstOf({ areas }: Grid, row: number, column: number): { row: number; column: number } {
  const area = areas.find(({ top, bottom, left, right }) => top <= row && bottom >= row && left <= column && right >= column);
  return area ? { row: area.top, column: area.left } : { row, column };
}

/** Said once: what is wrong with a merged cell is found again in each of its rows. */
const uniquely = <T extends { table: number; row: number; column: number; code: string; figures: string[] }>(all: T[]): T[] => [...new Map(all.map((each) => [[each.table, each.row, each.column, each.code, ...each.figures].join('\u0000'), each])).values()];

/** What offices call such a table, behind the name of the plan. */
const tableName = /[（(]?(?:主要|重点|年度|工作|目标)*(?:任务|指标|责任|工作)*(?:分解|分工|清单|一览|安排)表?[)）]?$/;

const isGoal = /^(?:总体|总)?目标[:：]\s*(.+)$/;
/** A paragraph before a table of a document that names a plan. */
const isPlanTitle = (text: string) => text.length <= 80 && /计划|方案|行动|(分解|分工|任务)表|清单/.test(text) && !/[。；;]/.test(text);

/** The title above the head, and whether its years are those that were asked for. */
function readAbove({ rows, above = [] }: Grid, head: Head, reading: PlanReading, sheet: Sheet): void {
  const inTable = rows.slice(0, head.top).map((cells, row) => ({ row, column: cells.findIndex((cell) => cell.trim() !== '') }));
  const lines = [...above.filter((text) => isGoal.test(text) || isPlanTitle(text)).map((text) => ({ row: aboveTable, column: 0, text })), ...inTable.map((place) => ({ ...place, text: rows[place.row]![place.column] ?? '' }))];
  for (const { row, column, text: said } of lines) {
    const text = said.replace(/\s*\n\s*/g, '').trim();
    const goal = isGoal.exec(text);
    if (goal) reading.content.goal.zh = goal[1]!.slice(0, 600);
    if (reading.title === '' && !goal && text.length >= 4 && !/^(附件|单位|填报|表)\s*[\d一二三:：]?/.test(text)) {
      reading.title = text.replace(tableName, '').slice(0, 160);
      const years = yearsIn(text);
      const [first, last] = [sheet.all[0]!, sheet.all.at(-1)!];
      if (years.length > 1 && (years[0] !== first || years.at(-1) !== last)) sheet.fault(row, column, 'title-years', String(years[0]), String(years.at(-1)), String(first), String(last));
    }
  }
}

const once = ['action', 'actionCode', 'actionEn', 'campaign', 'about', 'indicator', 'indicatorCode', 'unit', 'year', 'lead', 'co', 'due', 'task'];

/** Two columns of one meaning, and years that are not the plan's. */
function checkHead({ row, columns, unread }: Head, { all, fault, note }: Sheet): void {
  const seen = new Map<string, Column>();
  for (const column of columns) {
    const key = column.role === 'target' || column.role === 'baseline' ? `${column.role} ${column.years.join()}` : column.role;
    const before = seen.get(key);
    if (before && (once.includes(column.role) || column.role === 'target')) fault(row, column.at, 'twice-head', before.text, column.text);
    seen.set(key, column);
    const outside = column.role === 'target' || column.role === 'budget' ? column.years.filter((year) => !all.includes(year)) : [];
    if (outside.length > 0) fault(row, column.at, 'year-outside', outside.join('、'), String(all[0]), String(all.at(-1)));
    if (column.role === 'budget' && column.years.length !== 1) note(row, column.at, 'column-unread', column.text);
  }
  for (const { at, text } of unread) note(row, at, 'column-unread', text);
}

function readBelow(grid: Grid, head: Head, reading: PlanReading, sheet: Sheet): void {
  const { rows } = grid;
  const width = Math.max(...head.columns.map(({ at }) => at)) + 1;
  const headText = (rows[head.row] ?? []).join('\u0000');
  let campaign: number | null = null;
  let last: Action | undefined;
  let isFoot = false;
  for (let row = head.row + 1; row < rows.length; row += 1) {
    const said = (rows[row] ?? []).filter((text) => text.trim() !== '');
    const isGoingOn = grid.areas.some((area) => area.top < row && area.bottom >= row);
    if (said.length === 0 && !isGoingOn) continue;
    if ((rows[row] ?? []).join('\u0000') === headText) continue;
    const first = (said[0] ?? '').trim();
    const isAlone = said.length === 1 && !isGoingOn;
    isFoot ||= said.length === 1 && footWords.test(first);
    if (isFoot && (isAlone || footWords.test(first)) && !/^第?[一二三四五六七八九十]+[、.．项]/.test(first)) {
      sheet.note(row, 0, 'foot', first.slice(0, 40));
      continue;
    }
    isFoot = false;
    if (!isGoingOn && isTitle(grid, row, width) && (isSpread(grid, row, width) || /^(第?[一二三四五六七八九十]+[、.．项]|[（(][一二三四五六七八九十]+[)）])/.test(first))) {
      campaign = sheet.book.campaign(unnumbered(first).name);
      last = undefined;
      continue;
    }
    last = readRow(sheet, row, campaign, last);
  }
}

/** What begins the lines below a table: notes, and who filled it in. */
const footWords = /^(注|备注|说明|填表|填报|制表|审核人|联系人|单位负责人|[*＊※])/;

const isSpread = ({ areas }: Grid, row: number, width: number) => areas.some(({ top, bottom, left, right }) => top === row && bottom === row && right - left + 1 >= Math.max(3, width * 0.7));
