import { openExport } from '#app/domain/base/exports/read.ts';
import { serveExport } from '#app/domain/base/exports/serve.ts';
import { lists } from '#app/jobs/lists/all.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { show } from '#app/platform/http.ts';
import type { Route } from './+types/export-file.ts';

/** 下载导出的文件. */
export async function loader({ params, context }: Route.LoaderArgs) {
  const ctx = context.get(ctxKey);
  const found = await show(() => openExport(ctx, lists, params.id));
  return serveExport(found, lists[found.list].title(found.locale));
}
