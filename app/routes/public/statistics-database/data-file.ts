import type { Answer } from '#app/domain/city/statistics-database/answer-question.ts';
import { countQuestion, wholeAnswer, wholeMessage } from '#app/domain/city/statistics-database/ask-publicly.ts';
import { periodToSdmx } from '#app/domain/city/statistics-database/codes.ts';
import { openItem, openNames } from '#app/domain/city/statistics-database/open-figures.ts';
import { makeAnswer } from '#app/domain/city/statistics-database/make-answer.ts';
import { writeAdx } from '#app/domain/city/statistics-database/write-adx.ts';
import { writeSdmx } from '#app/domain/city/statistics-database/write-sdmx.ts';
import { writeXlsx } from '#app/domain/city/statistics-database/write-xlsx.ts';
import { csvLine } from '#app/domain/base/exports/csv.ts';
import { cityWords } from '#app/i18n/city.ts';
import { statisticsDatabaseWords } from '#app/i18n/statistics-database.ts';
import { type Ctx, ctxKey, visitor } from '#app/platform/ctx.ts';
import { beijingDay } from '#app/platform/dates.ts';
import { againAfter } from '#app/platform/http.ts';
import { refusalSentence } from '#app/i18n/refusals.ts';
import { inPieces, streamOf } from '#app/platform/in-pieces.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { sourceNames, sourceWords, told } from '../plans/words.ts';
import { aboutAnswer } from './about-answer.ts';
import { askedOf } from './asked.ts';
import type { Asked } from './links.ts';
import { periodName } from './names.ts';
import { termsOfUse } from '../terms-of-use.ts';
import type { Route } from './+types/data-file.ts';

type Cells = (string | number | null)[];
type Made = { body: Uint8Array[]; type: string };

/** 下载: what the page shows of a question, as a file; everybody gets the same. What cannot be given is said in a plain sentence. */
export async function loader({ params, request, context }: Route.LoaderArgs): Promise<Response> {
  const here = context.get(ctxKey);
  const ctx: Ctx = { ...here, actor: visitor };
  try {
    const make = files[params.file];
    if (!make) throw new Refusal('file-not-found', 404);
    const asked = askedOf(request);
    await countQuestion(here, 'files');
    const { body, type } = await makeAnswer(here, () => make(ctx, asked));
    const name = `tongyou-figures-${asked.r === '*' ? 'CN' : asked.r}${params.file.slice('figures'.length)}`;
    return new Response(streamOf(body), { headers: { 'Content-Type': type, 'Content-Disposition': `attachment; filename="${name}"`, 'Cache-Control': 'public, max-age=60', 'Access-Control-Allow-Origin': '*', 'X-Content-Type-Options': 'nosniff' } });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return new Response(refusalSentence(error.code, ctx.locale), { status: error.status, headers: { 'Content-Type': 'text/plain; charset=utf-8', ...againAfter(error) } });
  }
}

function headOf({ locale }: Ctx): Cells {
  const { columns } = statisticsDatabaseWords[locale];
  return [columns.indicator, columns.indicatorName, columns.region, columns.regionName, columns.period, columns.periodCode, columns.group, columns.value, columns.unit, columns.state, columns.source, columns.recordedAt, columns.sourceCode, columns.isBreak];
}

/** Figure by figure; a source in words, and as it was written down beside the words where they differ. */
function* linesOf({ locale }: Ctx, answer: Answer): Generator<Cells> {
  const { region, states, breaks } = statisticsDatabaseWords[locale];
  const indicators = new Map(answer.indicators.map((each) => [each.id, each]));
  const places = new Map(answer.places.meant.map(({ code, name }) => [code, name]));
  const groups = new Map(answer.groups.map((each) => [each.id, each]));
  for (const figure of answer.figures) {
    const { code, definition } = indicators.get(figure.indicatorId)!;
    const source = sourceWords(figure.source, cityWords[locale]);
    yield [
      code, told(definition, locale), figure.regionCode === '*' ? 'CN' : figure.regionCode, places.get(figure.regionCode) || region.nation, periodName(figure.period, locale), periodToSdmx(figure.period), told(groups.get(figure.breakdown)!, locale),
      figure.value, cityWords[locale].units[definition.unit], states[figure.isHidden ? 'hidden' : 'seen'], source, beijingDay(new Date(figure.recordedAt)), source === figure.source ? '' : figure.source, figure.isBreak ? breaks.cell : '',
    ];
  }
}

function* csvOf(ctx: Ctx, answer: Answer): Generator<string> {
  yield `\uFEFF${csvLine(headOf(ctx))}`;
  for (const line of linesOf(ctx, answer)) yield csvLine(line);
}

function* jsonOf(ctx: Ctx, answer: Answer, asked: Asked): Generator<string> {
  const [item, sourceName] = [openItem(answer), sourceNames()];
  yield `${JSON.stringify({ about: Object.fromEntries(aboutAnswer(ctx, answer, asked)), ...openNames(answer) }).slice(0, -1)},"items":[`;
  let comma = '';
  for (const figure of answer.figures) {
    yield `${comma}${JSON.stringify({ ...item(figure), sourceName: sourceName(figure.source) })}`;
    comma = ',';
  }
  yield ']}';
}

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const files: Record<string, (ctx: Ctx, asked: Asked) => Promise<Made>> = {
  'figures.csv': async (ctx, asked) => ({ body: await inPieces(csvOf(ctx, await wholeAnswer(ctx, asked))), type: 'text/csv; charset=utf-8' }),
  'figures.xlsx': async (ctx, asked) => {
    const [answer, { result, about }] = [await wholeAnswer(ctx, asked), statisticsDatabaseWords[ctx.locale]];
    return { body: [await writeXlsx(headOf(ctx), linesOf(ctx, answer), result, { title: about.sheet, lines: aboutAnswer(ctx, answer, asked) })], type: xlsx };
  },
  'figures.json': async (ctx, asked) => ({ body: await inPieces(jsonOf(ctx, await wholeAnswer(ctx, asked), asked)), type: 'application/json; charset=utf-8' }),
  'figures.sdmx.json': async (ctx, asked) => ({ body: await writeSdmx(await wholeMessage(ctx, asked), ctx.now, ctx.locale, termsOfUse()), type: 'application/vnd.sdmx.data+json; version=2.0.0; charset=utf-8' }),
  'figures.adx.xml': async (ctx, asked) => ({ body: await writeAdx(await wholeMessage(ctx, asked), ctx.now, termsOfUse()), type: 'application/adx+xml; charset=utf-8' }),
};
