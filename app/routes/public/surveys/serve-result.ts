import { serveDocument } from '#app/domain/base/documents/serve-document.ts';
import { writeSheets } from '#app/domain/base/documents/write-sheet.ts';
import { csvLine } from '#app/domain/base/exports/csv.ts';
import { sidesOf } from '#app/domain/children/survey-results/model.ts';
import type { ResultView } from '#app/domain/children/survey-results/view.ts';
import { surveyResultsWords } from '#app/i18n/survey-results.ts';
import { surveysWords } from '#app/i18n/surveys.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';

const rounded = (share: number) => Math.round(share * 10_000) / 10_000;
const widths = [16, 44, 14, 12, 12, 14, 12, 16, 14, 20];

/** 结果文件 as CSV, Excel or JSON, out of the same view as the page. */
export async function serveResult(ctx: Ctx, view: ResultView, file: string): Promise<Response> {
  if (file === 'results.json') return Response.json(view, { headers: { 'X-Content-Type-Options': 'nosniff' } });
  if (file !== 'results.csv' && file !== 'results.xlsx') throw new Refusal('file-not-found', 404);
  const [heads, ...lines] = linesOf(ctx, view);
  const name = `${view.head.place} ${view.head.title}`.replaceAll(/[\\/:*?"<>|]/g, ' ');
  if (file === 'results.csv') {
    return new Response(`\uFEFF${[heads!, ...lines].map(csvLine).join('')}`, {
      headers: { 'Content-Type': 'text/csv; charset=utf-8', 'Content-Disposition': `attachment; filename="results.csv"; filename*=UTF-8''${encodeURIComponent(`${name}.csv`)}`, 'X-Content-Type-Options': 'nosniff' },
    });
  }
  const rows = [heads!.map((text) => ({ text: String(text), looks: 'head' as const })), ...lines.map((line) => line.map((cell) => ({ text: String(cell), looks: 'label' as const })))];
  return serveDocument({ name, format: 'xlsx', content: await writeSheets([{ name: name.slice(0, 30), widths, hidden: [], rows, rules: [], across: [], frozenRows: 1 }]) });
}

function linesOf(ctx: Ctx, { head, lines }: ResultView): (string | number)[][] {
  const { columns: words, hidden } = surveyResultsWords[ctx.locale];
  const { themes, audiences } = surveysWords[ctx.locale];
  const known = (value: number | undefined) => value ?? hidden;
  return [
    [words.theme, words.item, words.share, words.low, words.high, words.yes, words.base, words.audience, words.closedOn, words.place],
    ...lines.map((line) => {
      const { theme, text, share, base } = line;
      return [themes[theme], (ctx.locale === 'en' && text.en) || text.zh, ...(share ? [share.value, share.low, share.high].map(rounded) : [hidden, hidden, hidden]), known(sidesOf(line)?.[0]), known(base), audiences[head.audience], head.closedOn, head.place];
    }),
  ];
}
