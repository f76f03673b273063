import { serveDocument } from '#app/domain/base/documents/serve-document.ts';
import { councilDocument } from '#app/domain/children/councils/documents.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { plainly } from '#app/routes/apply/plainly.ts';
import type { Route } from './+types/council-file.ts';

/** 议事会的纸 to print: charter, ballot, letters, agenda, attendance, minutes. */
export function loader({ params, context }: Route.LoaderArgs) {
  const ctx = context.get(ctxKey);
  return plainly(ctx, async () => serveDocument(await councilDocument(ctx, params.code, params.file)));
}
