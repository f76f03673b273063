import { publicResult } from '#app/domain/children/survey-results/read.ts';
import { viewOf } from '#app/domain/children/survey-results/view.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { plainly } from '#app/routes/apply/plainly.ts';
import { serveResult } from './serve-result.ts';
import type { Route } from './+types/result-file.ts';

/** 公开结果 to be taken away: what the page shows. */
export function loader({ params, context }: Route.LoaderArgs) {
  const ctx = context.get(ctxKey);
  return plainly(ctx, async () => serveResult(ctx, viewOf(await publicResult(ctx, params.id)), params.file));
}
