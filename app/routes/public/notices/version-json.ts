import { getVersion } from '#app/domain/pilot/notices/versions.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { show } from '#app/platform/http.ts';
import type { Route } from './+types/version-json.ts';

/** 一版公示 as JSON, byte for byte what its fingerprint was made of. */
export async function loader({ params, context }: Route.LoaderArgs) {
  const { text } = await show(() => getVersion(context.get(ctxKey), params.id, Number(params.version)));
  return new Response(text, { headers: { 'Content-Type': 'application/json; charset=utf-8', 'Content-Disposition': `attachment; filename="notice-v${params.version}.json"` } });
}
