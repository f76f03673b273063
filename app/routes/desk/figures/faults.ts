import { serveDocument } from '#app/domain/base/documents/serve-document.ts';
import { writeSheets } from '#app/domain/base/documents/write-sheet.ts';
import { getFigureFile } from '#app/domain/city/figure-files/read.ts';
import { figureWords } from '#app/i18n/figure-files.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { show } from '#app/platform/http.ts';
import type { Route } from './+types/faults.ts';

/** 下载毛病清单: each cell with its sentence. */
export function loader({ context, params }: Route.LoaderArgs) {
  const ctx = context.get(ctxKey);
  return show(async () => {
    const { fileName, report } = await getFigureFile(ctx, params.id);
    const words = figureWords[ctx.locale];
    const rows = [[{ text: words.where, looks: 'head' as const }, { text: words.what, looks: 'head' as const }], ...(report?.shown ?? []).map(({ cell, code, figures }) => [{ text: cell, looks: 'label' as const }, { text: words.sentences[code](figures), looks: 'label' as const }])];
    const content = await writeSheets([{ name: words.faultsFile, widths: [16, 90], hidden: [], rules: [], across: [], frozenRows: 1, rows }]);
    return serveDocument({ name: `${fileName.replace(/\.xlsx$/i, '')}-${words.faultsFile}`, format: 'xlsx', content });
  });
}
