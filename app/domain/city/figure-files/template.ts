import { open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { allow } from '#app/domain/base/accounts/access.ts';
import { xlsxFile } from '#app/domain/base/exports/xlsx.ts';
import type { Document } from '#app/domain/base/documents/model.ts';
import { officially } from '#app/domain/base/regions/name-in.ts';
import { findRegion, listChildren } from '#app/domain/base/regions/read.ts';
import { getPlan } from '#app/domain/city/city-plans/read.ts';
import { everybody, stateCode } from '#app/domain/city/indicators/model.ts';
import { readPeriod } from '#app/domain/city/indicators/read-period.ts';
import { type Indicator, indicatorsByCode } from '#app/domain/city/indicators/read.ts';
import { indicatorValues } from '#app/domain/city/indicators/tables.server.ts';
import { cityWords } from '#app/i18n/city.ts';
import { figureWords } from '#app/i18n/figure-files.ts';
import { countyCode } from '#app/platform/county-code.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';
import type { TemplateInput } from './input.ts';
import { type FigureColumn, figureColumns, most } from './model.ts';

const widths: Record<FigureColumn, number> = { region: 14, regionName: 16, indicator: 12, indicatorName: 40, unit: 8, group: 10, period: 12, value: 14, numerator: 14, denominator: 14, source: 30, reason: 40 };

/** 数值表模板: a row for each indicator and region of a period, with what stands already; to be filled in and brought back. */
export async function figureTemplate(ctx: Ctx, { planId, codes, region, below, period }: TemplateInput): Promise<Document> {
  allow(ctx, 'value.record', { regionCode: region });
  const wanted = planId ? await codesOfPlan(ctx, planId) : codes;
  const known = [...(await indicatorsByCode(ctx, [...new Set(wanted)])).values()].filter(({ definition }) => definition.formula === null);
  const places = below === 'own' ? [await placeOf(ctx, region)] : await listChildren(officially(ctx), region === '*' ? null : region);
  const asked = known.flatMap((indicator) => { const at = readPeriod(period, indicator.definition.frequency) ?? readPeriod(period, 'annual'); return at === undefined ? [] : [{ indicator, at }]; });
  if (asked.length * places.length === 0) throw new Refusal('figure-template-empty', 422);
  if (asked.length * places.length > most.rows) throw new Refusal('figure-template-large', 422);
  const words = figureWords[ctx.locale];
  const stand = await standing(ctx, places.map(({ code }) => code), asked);
  return { name: words.fileName(period), format: 'xlsx', content: await book(ctx, words.sheetName(period), places.map((place) => asked.map(({ indicator, at }) => rowOf(ctx, place, indicator, period, stand.get(`${place.code} ${indicator.id} ${at}`))))) };
}

/** The indicators of a plan; of one that is still being written only for those who write it. */
async function codesOfPlan(ctx: Ctx, planId: string): Promise<string[]> {
  const { state, regionCode, content } = await getPlan(ctx, planId);
  if (state === 'draft') allow(ctx, 'city-plan.edit', { regionCode });
  return content.actions.flatMap(({ indicators }) => indicators.map(({ code }) => code));
}

async function placeOf(ctx: Ctx, code: string): Promise<{ code: string; name: string }> {
  if (code === '*') return { code, name: cityWords[ctx.locale].nation };
  const found = await findRegion(officially(ctx), code);
  if (!found) throw new Refusal('region-not-found', 404);
  return found;
}

type Standing = { region_code: string; indicator_id: number; period: number; value: string; numerator: string | null; denominator: string | null; source: string };

async function standing({ db }: Ctx, codes: readonly string[], asked: readonly { indicator: Indicator; at: number }[]): Promise<Map<string, Standing>> {
  const { rows } = await db.execute<Standing>(sql`
    select v.region_code, v.indicator_id, v.period, v.value, v.numerator, v.denominator, v.source from unnest(${sql.param(asked.map(({ indicator }) => indicator.id))}::int[], ${sql.param(asked.map(({ at }) => at))}::int[]) as w (indicator_id, period)
    join ${indicatorValues} v on v.indicator_id = w.indicator_id and v.period = w.period and v.breakdown = ${everybody} and v.status >= ${stateCode('accepted')}
    where v.county_code = any(${sql.param([...new Set(codes.map(countyCode))])}::int[]) and v.region_code = any(${sql.param([...codes])}::text[])`);
  return new Map(rows.map((row) => [`${row.region_code} ${row.indicator_id} ${row.period}`, row]));
}

function rowOf(ctx: Ctx, place: { code: string; name: string }, { code, definition }: Indicator, period: string, stands: Standing | undefined): string[] {
  const en = ctx.locale === 'en';
  return [place.code, place.name, code, en ? definition.en : definition.zh, cityWords[ctx.locale].units[definition.unit], '', period, stands?.value ?? '', stands?.numerator ?? '', stands?.denominator ?? '', stands?.source ?? ''];
}

/** Written as the rows come; read back and thrown away. */
export async function book(ctx: Ctx, title: string, parts: readonly (readonly string[][])[], columns: readonly FigureColumn[] = figureColumns): Promise<Uint8Array> {
  const words = figureWords[ctx.locale];
  const place = path.join(tmpdir(), `figures-${randomUUID()}.xlsx`);
  const file = await open(place, 'wx+', 0o600);
  try {
    const sheet = await xlsxFile(file, columns.map((name) => ({ title: words.columns[name], width: widths[name] })), title);
    for (const rows of parts) await sheet.add(rows);
    await sheet.end();
    const { size } = await file.stat();
    const content = new Uint8Array(size);
    await file.read(content, 0, size, 0);
    return content;
  } finally {
    await file.close();
    await rm(place, { force: true });
  }
}
