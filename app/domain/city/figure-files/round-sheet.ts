import type { Document } from '#app/domain/base/documents/model.ts';
import { officially } from '#app/domain/base/regions/name-in.ts';
import { findRegion } from '#app/domain/base/regions/read.ts';
import { findSheet } from '#app/domain/city/collection/hold-sheet.ts';
import { lookAtSheet } from '#app/domain/city/collection/look-at-sheet.ts';
import { isFillable, keyOf } from '#app/domain/city/collection/model.ts';
import { saveEntries } from '#app/domain/city/collection/save-entries.ts';
import { openPeriod } from '#app/domain/city/indicators/period.ts';
import { cityWords } from '#app/i18n/city.ts';
import { figureWords } from '#app/i18n/figure-files.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { limit } from '#app/platform/limit.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { checkGrids } from './check-grids.ts';
import { readGrids } from './check-figures.ts';
import { type FigureFault, most, sheetColumns } from './model.ts';
import { book } from './template.ts';

/** 期次 as the sheet writes it and reads it again: 2026, 2026Q2, 2026H1, 2026-06. */
function periodText(period: number): string {
  const { year, frequency, nth } = openPeriod(period)!;
  return { annual: `${year}`, 'half-year': `${year}H${nth}`, quarter: `${year}Q${nth}`, month: `${year}-${String(nth).padStart(2, '0')}` }[frequency];
}

async function openSheet(ctx: Ctx, sheetId: string) {
  const found = await findSheet(ctx, sheetId);
  const { sheet } = found;
  if (!found.mayFill) throw new Refusal('not-allowed', 403);
  if (!isFillable(sheet.state)) throw new Refusal('sheet-not-open');
  return { sheet, asked: (await lookAtSheet(ctx, sheet)).asked };
}

/** 填报表的 Excel: what the sheet asks for, with what has been typed already. */
export async function sheetBook(ctx: Ctx, sheetId: string): Promise<Document> {
  const { sheet, asked } = await openSheet(ctx, sheetId);
  const [words, en, period] = [figureWords[ctx.locale], ctx.locale === 'en', periodText(sheet.period)];
  const name = sheet.regionCode === '*' ? cityWords[ctx.locale].nation : ((await findRegion(officially(ctx), sheet.regionCode))?.name ?? '');
  const rows = asked.map(({ indicator: { code, definition }, group, entry }) => [
    sheet.regionCode, name, code, en ? definition.en : definition.zh, cityWords[ctx.locale].units[definition.unit], group ? (en ? group.en : group.zh) : '', period, entry?.value ?? '', entry?.numerator ?? '', entry?.denominator ?? '', entry?.source ?? '', entry?.reason ?? '',
  ]);
  return { name: `${words.fileName(period)}-${name}`, format: 'xlsx', content: await book(ctx, words.sheetName(period), [rows], sheetColumns) };
}

/** 用 Excel 填报表: every cell of the file through the checks, then into the sheet as typed ones would; while one is wrong, none. Says how many cells it filled in, and of how many it said nothing: these stay as they were. */
export async function fillSheet(ctx: Ctx, sheetId: string, content: Uint8Array): Promise<{ filled: number; left: number; faults: FigureFault[]; many: number }> {
  const { sheet, asked } = await openSheet(ctx, sheetId);
  if (content.byteLength > most.bytes) throw new Refusal('figure-file-too-big', 413);
  if (content[0] !== 0x50 || content[1] !== 0x4b) throw new Refusal('figure-file-kind', 400);
  await limit(ctx, `figures:${ctx.actor.id}`, 30, 3600);
  const { rows, bare, report } = await checkGrids(ctx, await readGrids(content), undefined, { regionCode: sheet.regionCode, period: sheet.period, cells: new Set(asked.map(keyOf)) });
  if (report.faults > 0) return { filled: 0, left: 0, faults: report.shown, many: report.faults };
  const reasons = new Map(asked.map((cell) => [keyOf(cell), cell.entry?.reason ?? '']));
  const none = { value: '', numerator: '', denominator: '' };
  const entries = [...rows, ...bare.map((row) => ({ ...row, given: none }))].map(({ indicatorId, breakdown, given, source, reason }) => ({ indicatorId, breakdown, ...given, source, reason: reason || (reasons.get(keyOf({ indicatorId, breakdown })) ?? ''), origin: 'file' as const }));
  await saveEntries(ctx, sheetId, entries);
  return { filled: entries.length, left: asked.length - entries.length, faults: [], many: 0 };
}
