import { MarksInput } from '#app/domain/pilot/review/input.ts';
import { getMyMarks } from '#app/domain/pilot/review/my-marks.ts';
import { saveScores } from '#app/domain/pilot/review/score.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { beijingTime } from '#app/platform/dates.ts';
import { answer, show } from '#app/platform/http.ts';
import type { Route } from './+types/marks-json.ts';

/** 我此刻的评分: what a window that has fallen behind asks for. */
export function loader({ context, params }: Route.LoaderArgs) {
  return show(() => getMyMarks(context.get(ctxKey), params.id));
}

/** 自动保存: the items that changed, at the revision they were read at. */
export function action({ context, params, request }: Route.ActionArgs) {
  const ctx = context.get(ctxKey);
  return answer(ctx, request, MarksInput, async (input) => ({ revision: await saveScores(ctx, params.id, input), savedAt: beijingTime(ctx.now).slice(11, 16) }));
}
