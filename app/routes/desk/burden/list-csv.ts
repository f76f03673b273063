import { newlyWritten, sparedShare } from '#app/domain/base/burden/model.ts';
import { burdenByForm, burdenByMonth, burdenByPlace } from '#app/domain/base/burden/read.ts';
import { csvLine } from '#app/domain/base/exports/csv.ts';
import { burdenWords } from '#app/i18n/burden.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { show } from '#app/platform/http.ts';
import { query } from '#app/platform/query.ts';
import { signedIn } from '#app/routes/account/signed-in.ts';
import { Asked } from './asked.ts';
import type { Route } from './+types/list-csv.ts';

/** 导出负担表: the three tables of the page, one below the other. */
export function loader({ request, context }: Route.LoaderArgs) {
  return show(async () => {
    const ctx = signedIn(context.get(ctxKey), request);
    const words = burdenWords[ctx.locale];
    const asked = query(request, Asked);
    const tables = [
      [words.form, (await burdenByForm(ctx, asked)).map((line) => ({ name: words.forms[line.form], ...line }))],
      [words.place, await burdenByPlace(ctx, asked)],
      [words.month, (await burdenByMonth(ctx, asked)).map((line) => ({ name: line.month, ...line }))],
    ] as const;
    const text = tables.map(([title, lines]) => [
      csvLine([title, words.handIns, words.asked, words.prefilled, words.reused, words.written, words.spared]),
      ...lines.map((line) => csvLine([line.name, line.handIns, line.asked, line.prefilled, line.reused, newlyWritten(line), sparedShare(line) ?? ''])),
    ].join('')).join('\r\n');
    const name = encodeURIComponent(`${words.file}.csv`);
    return new Response(`\uFEFF${text}`, { headers: { 'Content-Type': 'text/csv; charset=utf-8', 'Content-Disposition': `attachment; filename*=UTF-8''${name}`, 'Cache-Control': 'private, no-store' } });
  });
}
