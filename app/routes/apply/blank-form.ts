import { formatOf } from '#app/domain/base/documents/model.ts';
import { serveDocument } from '#app/domain/base/documents/serve-document.ts';
import { blankForm } from '#app/domain/pilot/paper-forms/forms.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { plainly } from './plainly.ts';
import type { Route } from './+types/blank-form.ts';

/** 空白申报表 for everybody: form.pdf, form.docx, form.xlsx. */
export function loader({ params, context }: Route.LoaderArgs) {
  const ctx = context.get(ctxKey);
  return plainly(ctx, async () => {
    const format = formatOf(params.file);
    if (!format) throw new Refusal('not-found', 404);
    return serveDocument(await blankForm(ctx, params.id, format), true);
  });
}
