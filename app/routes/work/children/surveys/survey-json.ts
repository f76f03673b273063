import { getSurvey } from '#app/domain/children/surveys/read.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { plainly } from '#app/routes/apply/plainly.ts';
import type { Route } from './+types/survey-json.ts';

/** 导出问卷 as the file that can be imported again. */
export function loader({ params, context }: Route.LoaderArgs) {
  const ctx = context.get(ctxKey);
  return plainly(ctx, async () => {
    const { draft } = await getSurvey(ctx, params.code, params.id);
    return new Response(JSON.stringify(draft, null, 2), { headers: { 'Content-Type': 'application/json; charset=utf-8', 'Content-Disposition': 'attachment; filename="survey.json"', 'Cache-Control': 'no-store' } });
  });
}
