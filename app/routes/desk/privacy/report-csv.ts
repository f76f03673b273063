import { csvLine } from '#app/domain/base/exports/csv.ts';
import { ComplianceAsked } from '#app/domain/children/compliance/input.ts';
import { figureKeys } from '#app/domain/children/compliance/model.ts';
import { getReport, ownPlace, yearToShow } from '#app/domain/children/compliance/read.ts';
import { complianceWords } from '#app/i18n/compliance.ts';
import { impactWords } from '#app/i18n/impact.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { show } from '#app/platform/http.ts';
import { query } from '#app/platform/query.ts';
import { signedIn } from '#app/routes/account/signed-in.ts';
import { figureTitle } from './figure-title.ts';
import type { Route } from './+types/report-csv.ts';

/** 导出年度合规报告: a line for the whole and one for each place below, every figure a column. */
export function loader({ request, context }: Route.LoaderArgs) {
  return show(async () => {
    const ctx = signedIn(context.get(ctxKey), request);
    const words = complianceWords[ctx.locale];
    const { purposes } = impactWords[ctx.locale];
    const asked = query(request, ComplianceAsked);
    const { content, filing } = await getReport(ctx, { regionCode: asked.region ?? ownPlace(ctx), year: asked.year ?? yearToShow(ctx), number: asked.number });
    const lines = [{ name: content.place || words.nation, figures: content.whole }, ...content.places].map(({ name, figures }) => csvLine([content.year, name, ...figureKeys.map((key) => figures[key])]));
    const foot = csvLine([words.asOf(content.asOf), filing ? `${words.receipt} ${filing.receipt}` : '', filing ? `${words.hash} ${filing.hash}` : '']);
    const name = encodeURIComponent(`${words.file}-${content.year}.csv`);
    return new Response(`\uFEFF${csvLine([words.year, words.place, ...figureKeys.map((key) => figureTitle(words, purposes, key, true))])}${lines.join('')}${foot}`, { headers: { 'Content-Type': 'text/csv; charset=utf-8', 'Content-Disposition': `attachment; filename*=UTF-8''${name}`, 'Cache-Control': 'private, no-store' } });
  });
}
