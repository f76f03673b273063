import { serveDocument } from '#app/domain/base/documents/serve-document.ts';
import { writeSheets } from '#app/domain/base/documents/write-sheet.ts';
import { csvLine } from '#app/domain/base/exports/csv.ts';
import { assessmentAsSheet } from '#app/domain/pilot/self-assessment/as-sheet.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { signedIn } from '#app/routes/account/signed-in.ts';
import { plainly } from '#app/routes/apply/plainly.ts';
import { whichOf } from './which.ts';
import type { Route } from './+types/sheet-file.ts';

/** 导出自评: as Excel or CSV, as it stands now. */
export function loader({ params, request, context }: Route.LoaderArgs) {
  const ctx = signedIn(context.get(ctxKey), request);
  return plainly(ctx, async () => {
    const { name, heads, widths, lines } = await assessmentAsSheet(ctx, whichOf(params));
    if (new URL(request.url).pathname.endsWith('.csv')) {
      return new Response(`\uFEFF${[heads, ...lines].map(csvLine).join('')}`, {
        headers: {
          'Content-Type': 'text/csv; charset=utf-8', 'Content-Disposition': `attachment; filename="assessment.csv"; filename*=UTF-8''${encodeURIComponent(`${name}.csv`)}`,
          'X-Content-Type-Options': 'nosniff', 'Cache-Control': 'private, no-store',
        },
      });
    }
    const rows = [heads.map((text) => ({ text, looks: 'head' as const })), ...lines.map((line) => line.map((text) => ({ text, looks: 'label' as const })))];
    return serveDocument({ name, format: 'xlsx', content: await writeSheets([{ name, widths, hidden: [], rows, rules: [], across: [], frozenRows: 1 }]) });
  });
}
