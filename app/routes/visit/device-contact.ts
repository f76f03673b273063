import { contactDevice } from '#app/domain/pilot/visits/devices.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import type { Route } from './+types/device-contact.ts';
import { answerPhone } from '#app/routes/phone/answer-phone.ts';

/** 手机报到: must it clear itself? Asked without a session too. The browser is told as well, since it can clear what a page cannot reach. */
export async function loader({ params, context }: Route.LoaderArgs) {
  const ctx = context.get(ctxKey);
  let wipe = false;
  const answer = await answerPhone(ctx, async () => {
    const contact = await contactDevice(ctx, params.file.replace(/\.json$/, ''));
    ({ wipe } = contact);
    return contact;
  });
  if (wipe) answer.headers.set('Clear-Site-Data', '"storage"');
  return answer;
}
