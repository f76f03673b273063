import { csvLine } from '#app/domain/base/exports/csv.ts';
import { listEvidence } from '#app/domain/base/evidence/read.ts';
import { evidenceWords } from '#app/i18n/evidence.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { beijingTime } from '#app/platform/dates.ts';
import { show } from '#app/platform/http.ts';
import { query } from '#app/platform/query.ts';
import { signedIn } from '#app/routes/account/signed-in.ts';
import { Asked, filterOf } from './asked.ts';
import { evidencePlace } from './place.ts';
import type { Route } from './+types/list-csv.ts';

const mostRows = 5000;

/** 导出佐证清单: what the filters show, page after page, as a table for spreadsheets. */
export function loader({ params, request, context }: Route.LoaderArgs) {
  return show(async () => {
    const ctx = signedIn(context.get(ctxKey), request);
    const words = evidenceWords[ctx.locale];
    const place = await evidencePlace(ctx, params.code);
    const { columns, csv } = words;
    let text = `\uFEFF${csvLine([columns.title, columns.kind, csv.number, csv.unit, csv.from, csv.to, columns.standing, columns.cited, columns.place, csv.source, columns.confidentiality, csv.files, csv.revision, columns.hash, csv.added])}`;
    let after: string | undefined;
    for (let n = 0; n < mostRows; n += 200) {
      const page = await listEvidence(ctx, place.code, { ...filterOf(query(request, Asked)), after, before: undefined }, 200);
      for (const row of page.rows) {
        text += csvLine([
          row.title, words.kinds[row.kind], row.number, row.unit, row.validFrom, row.validTo ?? '', words.standings[row.standing], row.timesCited, row.regionName, row.source,
          words.confidentialities[row.confidentiality], row.files.length, row.revision, row.hash, beijingTime(row.addedAt),
        ]);
      }
      after = page.next;
      if (!after) break;
    }
    const name = encodeURIComponent(`${csv.file(place.name)}.csv`);
    return new Response(text, { headers: { 'Content-Type': 'text/csv; charset=utf-8', 'Content-Disposition': `attachment; filename*=UTF-8''${name}`, 'Cache-Control': 'private, no-store' } });
  });
}
