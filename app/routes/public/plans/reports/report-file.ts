import { formatOf } from '#app/domain/base/documents/model.ts';
import { serveDocument } from '#app/domain/base/documents/serve-document.ts';
import { publicReport } from '#app/domain/city/monitoring-reports/read.ts';
import { reportDocument } from '#app/domain/city/monitoring-reports/report-document.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { query } from '#app/platform/query.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { plainly } from '#app/routes/apply/plainly.ts';
import { AskedReport, whichOf } from './which.ts';
import type { Route } from './+types/report-file.ts';

/** 公布的监测报告 to download. */
export function loader({ params, request, context }: Route.LoaderArgs) {
  const ctx = context.get(ctxKey);
  return plainly(ctx, async () => {
    const format = formatOf(params.file);
    if (!format) throw new Refusal('not-found', 404);
    const { kind, year } = whichOf(params.year);
    const { report } = await publicReport(ctx, params.id, kind, year, query(request, AskedReport).edition);
    return serveDocument(await reportDocument(ctx, report.id, format));
  });
}
