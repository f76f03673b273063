import { z } from 'zod';
import { serveDocument } from '#app/domain/base/documents/serve-document.ts';
import { fetchLinks } from '#app/domain/base/imports/fetch-links.ts';
import { getOwnImport, rowsOf } from '#app/domain/base/imports/read.ts';
import { faultsOf, withColumn } from '#app/domain/base/imports/sheets.ts';
import { sheetsWords } from '#app/i18n/sheets.ts';
import { kinds } from '#app/jobs/imports/all.ts';
import { config } from '#app/platform/config.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { show } from '#app/platform/http.ts';
import { query } from '#app/platform/query.ts';
import { faultSentence } from './fault-sentence.ts';
import type { Route } from './+types/import-sheet.ts';

const Asked = z.object({ which: z.enum(['errors', 'links']).default('errors') });

/** 错误表、结果表: the rows of an import as a workbook, with the errors or the links beside them. */
export function loader({ params, context, request }: Route.LoaderArgs) {
  const ctx = context.get(ctxKey);
  const words = sheetsWords[ctx.locale].imports;
  return show(async () => {
    const { kind: name } = await getOwnImport(ctx, params.id);
    const kind = kinds[name];
    if (query(request, Asked).which === 'errors') {
      const content = await faultsOf(ctx, kind, await rowsOf(ctx, params.id), words, (fault) => faultSentence(fault, ctx.locale));
      return serveDocument({ name: `${sheetsWords[ctx.locale].kinds[name]}-${words.errorColumn}`, format: 'xlsx', content });
    }
    const rows = await fetchLinks(ctx, params.id);
    const links = new Map(rows.map((row) => [row.line, new URL(`/account/invitation/${row.token}`, config().PUBLIC_URL ?? new URL(request.url).origin).href]));
    const content = await withColumn(ctx, kind, rows, words, words.linkColumn, (row) => links.get(row.line) ?? '');
    return serveDocument({ name: `${sheetsWords[ctx.locale].kinds[name]}-${words.linkColumn}`, format: 'xlsx', content });
  });
}
