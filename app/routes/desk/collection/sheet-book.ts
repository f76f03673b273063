import { serveDocument } from '#app/domain/base/documents/serve-document.ts';
import { sheetBook } from '#app/domain/city/figure-files/round-sheet.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { show } from '#app/platform/http.ts';
import type { Route } from './+types/sheet-book.ts';

/** 下载填报表的 Excel. */
export function loader({ context, params }: Route.LoaderArgs) {
  return show(async () => serveDocument(await sheetBook(context.get(ctxKey), params.id)));
}
