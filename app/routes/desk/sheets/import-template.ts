import { z } from 'zod';
import { allowAnywhere } from '#app/domain/base/accounts/access.ts';
import { serveDocument } from '#app/domain/base/documents/serve-document.ts';
import { importKinds } from '#app/domain/base/imports/model.ts';
import { templateOf } from '#app/domain/base/imports/sheets.ts';
import { sheetsWords } from '#app/i18n/sheets.ts';
import { kinds } from '#app/jobs/imports/all.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { show } from '#app/platform/http.ts';
import { query } from '#app/platform/query.ts';
import type { Route } from './+types/import-template.ts';

const Asked = z.object({ kind: z.enum(importKinds).default('organisations') });

/** 下载导入模板. */
export function loader({ context, request }: Route.LoaderArgs) {
  const ctx = context.get(ctxKey);
  const kind = kinds[query(request, Asked).kind];
  return show(async () => {
    allowAnywhere(ctx, kind.verb);
    const words = sheetsWords[ctx.locale];
    return serveDocument({ name: `${words.imports.title}-${words.kinds[kind.name]}`, format: 'xlsx', content: await templateOf(ctx, kind, words.imports) });
  });
}
