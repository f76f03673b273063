import { setImmediate as breathe } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import { may } from '#app/domain/base/accounts/access.ts';
import type { Grid } from '#app/domain/base/documents/grid.ts';
import { letters } from '#app/domain/base/exports/xlsx.ts';
import { askedCells } from '#app/domain/city/collection/asked-cells.ts';
import { stateCode } from '#app/domain/city/indicators/model.ts';
import { halfWidth } from '#app/domain/city/indicators/read-number.ts';
import { indicatorsByCode, listBreakdowns } from '#app/domain/city/indicators/read.ts';
import { indicatorValues } from '#app/domain/city/indicators/tables.server.ts';
import { yearsIn } from '#app/domain/city/city-plans/table-words.ts';
import { countyCode } from '#app/platform/county-code.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { beijingDay } from '#app/platform/dates.ts';
import { inParts } from '#app/platform/in-batches.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { type BareRow, checkRow, type Known, type Only, type RightRow } from './check-row.ts';
import { findFigureHead, type FigureHead } from './figure-heads.ts';
import { knownRegions } from './known-regions.ts';
import { type FigureColumn, type FigureFaultCode, type FigureReport, most } from './model.ts';

export type Checked = { report: FigureReport; rows: (RightRow & { cell: string })[]; bare: BareRow[] };
export const atATime = 4000;

/** 核表: every row beside definitions, regions, rights and what stands; `progress` hears how many rows are done. */
export async function checkGrids(ctx: Ctx, grids: readonly Grid[], progress: (done: number, total: number) => Promise<void> = async () => undefined, only?: Only): Promise<Checked> {
  const sheets = grids.flatMap((grid) => { const head = findFigureHead(grid); return head ? [{ grid, head }] : []; });
  if (sheets.length === 0) throw new Refusal('figure-file-heads', 422);
  const total = sheets.reduce((sum, { grid, head }) => sum + grid.rows.length - head.row - 1, 0);
  if (total > most.rows) throw new Refusal('figure-file-too-big', 413);
  const report: FigureReport = { rows: 0, fresh: 0, changed: 0, same: 0, empty: 0, faults: 0, shown: [], regions: 0, indicators: 0, periods: [], shares: 0, corrections: [] };
  const fault = (cell: string, code: FigureFaultCode, figures: string[] = []) => {
    report.faults += 1;
    if (report.shown.length < most.faults) report.shown.push({ cell, code, figures });
  };
  const known = { ...(await knowledge(ctx, sheets)), ...(only ? { only, month: '9999-12', mayRecord: () => true } : {}) };
  const rows: Checked['rows'] = [];
  const bare: BareRow[] = [];
  const seen = new Map<string, string>();
  let done = 0;
  for (const { grid, head } of sheets) {
    const cellOf = (row: number, column: number) => `${sheets.length > 1 ? `${grid.name}!` : ''}${letters(column)}${row + 1}`;
    for (const column of head.twice) fault(cellOf(head.row, column), 'head-twice', [grid.rows[head.row]![column]!]);
    const merged = mergedRows(grid, head);
    const years = yearsAbove(grid, head);
    for (const area of merged.areas) fault(cellOf(area.top, area.left), 'merged', [`${cellOf(area.top, area.left)}:${letters(area.right)}${area.bottom + 1}`]);
    for (let row = head.row + 1; row < grid.rows.length; row += 1) {
      if ((done += 1) % atATime === 0) { await breathe(); await progress(done, total); }
      const cells = grid.rows[row]!;
      const said = (column: FigureColumn) => { const at = head.at.get(column); return at === undefined ? '' : unguarded(cells[at] ?? ''); };
      const checked = merged.rows.has(row) ? undefined : checkRow(said, { ...known, years });
      if (!checked) {
        if (!merged.rows.has(row) && cells.some((text) => text !== '')) report.empty += 1;
        continue;
      }
      report.rows += 1;
      for (const { column, code, figures } of checked.wrong) fault(cellOf(row, head.at.get(column) ?? head.at.get('value') ?? 0), code, figures);
      const right = checked.right ?? checked.bare;
      if (!right) continue;
      const cell = cellOf(row, head.at.get('value') ?? head.at.get('numerator')!);
      const key = keyOf(right);
      if (seen.has(key)) fault(cell, 'double', [seen.get(key)!]);
      else seen.set(key, cell);
      if (checked.right) rows.push({ ...checked.right, cell });
      else bare.push(right);
    }
  }
  if (report.rows === 0 && report.faults === 0) throw new Refusal('figure-file-empty', 422);
  if (!only) {
    const differing = await besideStanding(ctx, rows, report, fault);
    for (const nth of await askedCells(ctx, differing)) fault(differing[nth]!.cell, 'in-sheet', [differing[nth]!.code]);
  }
  await progress(total, total);
  const count = <T>(pick: (row: RightRow) => T) => new Set(rows.map(pick));
  return { rows, bare, report: { ...report, regions: count(({ regionCode }) => regionCode).size, indicators: count(({ indicatorId }) => indicatorId).size, periods: [...count(({ period }) => period)].toSorted((one, other) => one - other).slice(0, 40), shares: rows.filter(({ isShare }) => isShare).length } };
}

const keyOf = ({ regionCode, indicatorId, period, breakdown }: Pick<RightRow, 'regionCode' | 'indicatorId' | 'period' | 'breakdown'>) => `${regionCode} ${indicatorId} ${period} ${breakdown}`;
/** The apostrophe that our own files put before what looks like a formula. */
const unguarded = (text: string) => (/^'[=+\-@]/.test(text) ? text.slice(1) : text);

async function knowledge(ctx: Ctx, sheets: readonly { grid: Grid; head: FigureHead }[]): Promise<Known> {
  const codes = new Set(sheets.flatMap(({ grid, head }) => grid.rows.slice(head.row + 1).map((cells) => halfWidth(cells[head.at.get('region')!] ?? ''))));
  const indicators = new Map([...(await indicatorsByCode(ctx)).values()].map((each) => [each.code.toUpperCase(), each]));
  const allowed = new Map<string, boolean>();
  return {
    regions: await knownRegions(ctx, [...codes]), indicators, groups: await listBreakdowns(ctx), month: beijingDay(ctx.now).slice(0, 7), years: [],
    mayRecord: (regionCode) => { if (!allowed.has(regionCode)) allowed.set(regionCode, may(ctx.actor, 'value.record', { regionCode })); return allowed.get(regionCode)!; },
  };
}

/** A merged cell among the figures says for one row what stands for several: nothing is guessed, and no other fault of these rows is told. */
function mergedRows({ areas, rows }: Grid, { row, at }: FigureHead) {
  const columns = new Set(at.values());
  const found = areas.filter((area) => area.bottom > row && area.top < rows.length && [...columns].some((column) => area.left <= column && area.right >= column)).map((area) => ({ ...area, top: Math.max(area.top, row + 1) }));
  return { areas: found, rows: new Set(found.flatMap((area) => Array.from({ length: Math.min(area.bottom, rows.length) - area.top + 1 }, (_, nth) => area.top + nth))) };
}

/** The years that the title or the name of the sheet promises. */
const yearsAbove = ({ name, rows }: Grid, { row }: FigureHead) => [...new Set([name, ...rows.slice(0, row).flat()].flatMap(yearsIn))];

/** What each figure would do beside what stands: new, another, the same; a locked one gives way to nobody. Answers those that would be written. */
async function besideStanding({ db }: Ctx, rows: Checked['rows'], report: FigureReport, fault: (cell: string, code: FigureFaultCode, figures?: string[]) => void): Promise<Checked['rows']> {
  const differing: Checked['rows'] = [];
  type Standing = { region_code: string; indicator_id: number; period: number; breakdown: number; value: string; numerator: string | null; denominator: string | null; status: number };
  for (const part of inParts(rows, atATime)) {
    const of = (pick: (row: RightRow) => unknown) => sql.param(part.map(pick));
    const { rows: standing } = await db.execute<Standing>(sql`
      select v.region_code, v.indicator_id, v.period, v.breakdown, v.value, v.numerator, v.denominator, v.status
      from unnest(${of(({ regionCode }) => countyCode(regionCode))}::int[], ${of(({ regionCode }) => regionCode)}::text[], ${of(({ indicatorId }) => indicatorId)}::int[], ${of(({ period }) => period)}::int[], ${of(({ breakdown }) => breakdown)}::smallint[]) as w (county_code, region_code, indicator_id, period, breakdown)
      join ${indicatorValues} v on v.county_code = w.county_code and v.region_code = w.region_code and v.indicator_id = w.indicator_id and v.period = w.period and v.breakdown = w.breakdown`);
    const held = new Map(standing.map((each) => [keyOf({ regionCode: each.region_code, indicatorId: each.indicator_id, period: each.period, breakdown: each.breakdown }), each]));
    for (const row of part) {
      const had = held.get(keyOf(row));
      if (!had) {
        report.fresh += 1;
        differing.push(row);
      } else if (Number(had.value) === row.value && numberOf(had.numerator) === row.numerator && numberOf(had.denominator) === row.denominator) report.same += 1;
      else if (had.status === stateCode('locked')) fault(row.cell, 'locked', [had.value]);
      else {
        report.changed += 1;
        differing.push(row);
        if (report.corrections.length < most.corrections) report.corrections.push({ cell: row.cell, regionCode: row.regionCode, code: row.code, period: row.period, was: Number(had.value), is: row.value });
      }
    }
  }
  return differing;
}

const numberOf = (text: string | null) => (text === null ? null : Number(text));
