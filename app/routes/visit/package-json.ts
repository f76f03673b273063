import { takeVisit } from '#app/domain/pilot/visits/take.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import type { Route } from './+types/package-json.ts';
import { answerPhone } from '#app/routes/phone/answer-phone.ts';

/** 离线包: what the phone takes along. */
export function loader({ params, request, context }: Route.LoaderArgs) {
  const ctx = context.get(ctxKey);
  return answerPhone(ctx, () => takeVisit(ctx, params.id, new URL(request.url).searchParams.get('device') ?? ''));
}
