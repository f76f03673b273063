import { csvLine } from '#app/domain/base/exports/csv.ts';
import { placeNames } from '#app/domain/base/regions/read.ts';
import { ShareFilter } from '#app/domain/children/sharing/input.ts';
import { listShares } from '#app/domain/children/sharing/read.ts';
import { impactWords } from '#app/i18n/impact.ts';
import { sharingWords } from '#app/i18n/sharing.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { show } from '#app/platform/http.ts';
import { query } from '#app/platform/query.ts';
import { signedIn } from '#app/routes/account/signed-in.ts';
import type { Route } from './+types/shares-csv.ts';

/** So many lines a file holds; the register of a city fits. */
const most = 5000;

/** 导出对外提供登记 with the filters of its page: without any child. */
export function loader({ request, context }: Route.LoaderArgs) {
  return show(async () => {
    const ctx = signedIn(context.get(ctxKey), request);
    const all = sharingWords[ctx.locale];
    const { fields, ...words } = all.shares;
    const kinds = impactWords[ctx.locale].dataKinds;
    const { rows } = await listShares(ctx, query(request, ShareFilter), most);
    const place = await placeNames(ctx, rows.map(({ regionCode }) => regionCode));
    const lines = rows.map((row) => csvLine([
      place(row.regionCode), row.receiver, row.fields.map((field) => kinds[field]).join(all.and), row.purpose, all.bases[row.basis], row.article ? all.articles[row.article] : '', row.articleNote, row.childCount, row.sharedOn, row.expiresOn,
      all.standings[row.standing], row.ending ? all.endings[row.ending] : '', all.sources[row.source], row.recordedByName,
    ]));
    const head = csvLine([fields.region, fields.receiver, fields.fields, fields.purpose, fields.basis, fields.article, fields.articleNote, fields.childCount, fields.sharedOn, fields.expiresOn, words.columns.state, words.ending, words.source, words.by]);
    return new Response(`\uFEFF${head}${lines.join('')}`, { headers: { 'Content-Type': 'text/csv; charset=utf-8', 'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(`${words.file}.csv`)}`, 'Cache-Control': 'private, no-store' } });
  });
}
