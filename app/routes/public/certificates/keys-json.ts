import { publicKeys } from '#app/domain/pilot/certification/keys.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { openHeaders } from './open-headers.ts';
import type { Route } from './+types/keys-json.ts';

/** 公钥与历史: every key that ever signed, since when, until when, and whether it still counts. */
export async function loader({ context }: Route.LoaderArgs) {
  const keys = (await publicKeys(context.get(ctxKey))).map(({ id: _, ...key }) => key);
  return Response.json({ keys }, { headers: openHeaders('application/json') });
}
