import { csvLine } from '#app/domain/base/exports/csv.ts';
import { mediaTypes } from '#app/domain/base/exports/model.ts';
import { previewEdition } from '#app/domain/public/time-machine/preview-edition.ts';
import { timeMachineWords } from '#app/i18n/time-machine.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { show } from '#app/platform/http.ts';
import type { Route } from './+types/preview-csv.ts';

/** 换版预览 as a file: every community, with the rules that matter named. */
export async function loader({ params, context }: Route.LoaderArgs) {
  const ctx = context.get(ctxKey);
  const { rows } = await show(() => previewEdition(ctx, params.id));
  const { preview: words, streams } = timeMachineWords[ctx.locale];
  const { columns } = words;
  const number = (value: number | null | undefined) => (value === null || value === undefined ? '' : value.toFixed(1));
  const lines = [
    [columns.unit, 'code', columns.place, columns.certificate, columns.basis, `${columns.score} 1`, `${columns.score} 2`, columns.verdict, 'short', 'look-again'],
    ...rows.map((row) => [
      row.unit, row.regionCode, row.place, row.number, row.stream && row.year ? words.basis(streams[row.stream], row.year) : '',
      number(row.effect?.before), number(row.effect?.after), words.verdicts[row.verdict], (row.effect?.short ?? []).join(' '), (row.effect?.again ?? []).join(' '),
    ]),
  ];
  return new Response(`\uFEFF${lines.map(csvLine).join('')}`, {
    headers: { 'Content-Type': mediaTypes.csv, 'Content-Disposition': `attachment; filename="edition-preview.csv"` },
  });
}
