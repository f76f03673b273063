import { serveDocument } from '#app/domain/base/documents/serve-document.ts';
import { TemplateInput } from '#app/domain/city/figure-files/input.ts';
import { figureTemplate } from '#app/domain/city/figure-files/template.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { show } from '#app/platform/http.ts';
import { Refusal } from '#app/platform/refusal.ts';
import type { Route } from './+types/template.ts';

/** 下载数值表模板. */
export function loader({ context, request }: Route.LoaderArgs) {
  return show(async () => {
    const asked = TemplateInput.safeParse(Object.fromEntries(new URL(request.url).searchParams));
    if (!asked.success) throw new Refusal('figure-template-empty', 422);
    return serveDocument(await figureTemplate(context.get(ctxKey), asked.data));
  });
}
