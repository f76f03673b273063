import { staffResult } from '#app/domain/children/survey-results/read.ts';
import { viewOf } from '#app/domain/children/survey-results/view.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { signedIn } from '#app/routes/account/signed-in.ts';
import { plainly } from '#app/routes/apply/plainly.ts';
import { serveResult } from '#app/routes/public/surveys/serve-result.ts';
import type { Route } from './+types/results-file.ts';

/** 结果文件 for staff: what their page shows. */
export function loader({ params, request, context }: Route.LoaderArgs) {
  const ctx = signedIn(context.get(ctxKey), request);
  const file = new URL(request.url).pathname.split('/').at(-1)!;
  return plainly(ctx, async () => serveResult(ctx, viewOf(await staffResult(ctx, params.code, params.round)), file));
}
