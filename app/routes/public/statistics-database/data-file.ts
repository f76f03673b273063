import { type Answer, answerQuestion } from '#app/domain/city/statistics-database/answer-question.ts';
import { openFigures } from '#app/domain/city/statistics-database/open-figures.ts';
import { writeAdx } from '#app/domain/city/statistics-database/write-adx.ts';
import { writeSdmx } from '#app/domain/city/statistics-database/write-sdmx.ts';
import { writeXlsx } from '#app/domain/city/statistics-database/write-xlsx.ts';
import { csvLine } from '#app/domain/base/exports/csv.ts';
import { cityWords } from '#app/i18n/city.ts';
import { statisticsDatabaseWords } from '#app/i18n/statistics-database.ts';
import { type Ctx, ctxKey, visitor } from '#app/platform/ctx.ts';
import { show } from '#app/platform/http.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { told } from '../plans/words.ts';
import { askedOf } from './asked.ts';
import { periodName } from './names.ts';
import type { Route } from './+types/data-file.ts';

type Cells = (string | number | null)[];
type Made = { body: string | Uint8Array; type: string };

/** 下载: what the page shows of a question, as a file; everybody gets the same. */
export async function loader({ params, request, context }: Route.LoaderArgs) {
  const ctx: Ctx = { ...context.get(ctxKey), actor: visitor };
  return show(async () => {
    const make = files[params.file];
    if (!make) throw new Refusal('file-not-found', 404);
    const asked = askedOf(request);
    const { body, type } = await make(ctx, await answerQuestion(ctx, asked));
    const name = `tongyou-figures-${asked.r === '*' ? 'CN' : asked.r}${params.file.slice('figures'.length)}`;
    return new Response(body as BodyInit, { headers: { 'Content-Type': type, 'Content-Disposition': `attachment; filename="${name}"`, 'Cache-Control': 'public, max-age=60', 'Access-Control-Allow-Origin': '*', 'X-Content-Type-Options': 'nosniff' } });
  });
}

function linesOf(ctx: Ctx, answer: Answer): Cells[] {
  const { columns, region, states } = statisticsDatabaseWords[ctx.locale];
  const head = [columns.indicator, columns.indicatorName, columns.region, columns.regionName, columns.period, columns.group, columns.value, columns.unit, columns.state, columns.source, columns.recordedAt];
  const indicators = new Map(answer.indicators.map((each) => [each.id, each]));
  const places = new Map(answer.places.meant.map(({ code, name }) => [code, name]));
  const groups = new Map(answer.groups.map((each) => [each.id, each]));
  return [head, ...answer.figures.map((figure): Cells => {
    const { code, definition } = indicators.get(figure.indicatorId)!;
    return [
      code, told(definition, ctx.locale), figure.regionCode === '*' ? 'CN' : figure.regionCode, places.get(figure.regionCode) || region.nation, periodName(figure.period, ctx.locale), told(groups.get(figure.breakdown)!, ctx.locale),
      figure.value, cityWords[ctx.locale].units[definition.unit], states[figure.isHidden ? 'hidden' : 'seen'], figure.source, figure.recordedAt,
    ];
  })];
}

const files: Record<string, (ctx: Ctx, answer: Answer) => Promise<Made> | Made> = {
  'figures.csv': (ctx, answer) => ({ body: `\uFEFF${linesOf(ctx, answer).map((line) => csvLine(line)).join('')}`, type: 'text/csv; charset=utf-8' }),
  'figures.xlsx': async (ctx, answer) => ({ body: await writeXlsx(linesOf(ctx, answer), statisticsDatabaseWords[ctx.locale].result), type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' }),
  'figures.json': (_, answer) => ({ body: JSON.stringify(openFigures(answer)), type: 'application/json; charset=utf-8' }),
  'figures.sdmx.json': (ctx, answer) => ({ body: JSON.stringify(writeSdmx(answer, ctx.now, ctx.locale)), type: 'application/vnd.sdmx.data+json; version=2.0.0; charset=utf-8' }),
  'figures.adx.xml': (ctx, answer) => ({ body: writeAdx(answer, ctx.now), type: 'application/adx+xml; charset=utf-8' }),
};
