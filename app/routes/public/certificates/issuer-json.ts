import { issuerDocument } from '#app/domain/pilot/certification/keys.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { openHeaders } from './open-headers.ts';
import type { Route } from './+types/issuer-json.ts';

/** 签发者文件 (did:web): which keys sign for this site. */
export async function loader({ context }: Route.LoaderArgs) {
  return Response.json(await issuerDocument(context.get(ctxKey)), { headers: openHeaders('application/did+ld+json') });
}
