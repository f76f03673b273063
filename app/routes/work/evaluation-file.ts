import { formatOf } from '#app/domain/base/documents/model.ts';
import { serveDocument } from '#app/domain/base/documents/serve-document.ts';
import { evaluationDocument } from '#app/domain/pilot/evaluation/evaluation-document.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { signedIn } from '#app/routes/account/signed-in.ts';
import { plainly } from '#app/routes/apply/plainly.ts';
import type { Route } from './+types/evaluation-file.ts';

/** 评估报告 as PDF or Word, for the community, the evaluator and the office. */
export function loader({ params, request, context }: Route.LoaderArgs) {
  const ctx = signedIn(context.get(ctxKey), request);
  return plainly(ctx, async () => {
    const format = formatOf(params.file);
    if (!format) throw new Refusal('not-found', 404);
    return serveDocument(await evaluationDocument(ctx, params.code, params.id, format));
  });
}
