import { contactDevice } from '#app/domain/pilot/visits/devices.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import type { Route } from './+types/device-contact.ts';
import { answerPhone } from './answer-phone.ts';

/** 手机报到: must it clear itself? Asked without a session too. */
export function loader({ params, context }: Route.LoaderArgs) {
  const ctx = context.get(ctxKey);
  return answerPhone(ctx, () => contactDevice(ctx, params.file.replace(/\.json$/, '')));
}
