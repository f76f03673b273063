import { publicSpotCheck, recipeOf } from '#app/domain/pilot/evaluation/spot-check-read.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { plainly } from '#app/routes/apply/plainly.ts';
import type { Route } from './+types/recipe-json.ts';

/** 抽样办法和名单: everything that is needed to draw the sample again. */
export function loader({ params, context }: Route.LoaderArgs) {
  const ctx = context.get(ctxKey);
  return plainly(ctx, async () => Response.json(recipeOf(await publicSpotCheck(ctx, params.id)), { headers: { 'Cache-Control': 'public, max-age=300' } }));
}
