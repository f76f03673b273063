import { serveDocument } from '#app/domain/base/documents/serve-document.ts';
import { copyDocument } from '#app/domain/children/identity/copy-child.ts';
import { familyWords } from '#app/i18n/family.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { plainly } from '#app/routes/apply/plainly.ts';
import type { Route } from './+types/copy-file.ts';

/** 副本 to download: `copy.json` or `copy.pdf`. */
export function loader({ params, context }: Route.LoaderArgs) {
  const ctx = context.get(ctxKey);
  return plainly(ctx, async () => {
    const format = (['json', 'pdf'] as const).find((one) => params.file === `copy.${one}`);
    if (!format) throw new Refusal('not-found', 404);
    const copy = await copyDocument(ctx, params.childId, format, familyWords[ctx.locale].copyTitle);
    if (!('json' in copy)) return serveDocument(copy);
    return new Response(copy.json, { headers: { 'Content-Type': 'application/json; charset=utf-8', 'Content-Disposition': 'attachment; filename="copy.json"', 'Cache-Control': 'private, no-store' } });
  });
}
