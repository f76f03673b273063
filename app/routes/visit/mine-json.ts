import { listMyVisits } from '#app/domain/pilot/visits/mine.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import type { Route } from './+types/mine-json.ts';
import { answerPhone } from '#app/routes/phone/answer-phone.ts';

/** 我的到访: the list on the phone. */
export function loader({ context }: Route.LoaderArgs) {
  const ctx = context.get(ctxKey);
  return answerPhone(ctx, () => listMyVisits(ctx));
}
