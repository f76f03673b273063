import { getRoot } from '#app/domain/base/records/roots.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { show } from '#app/platform/http.ts';
import type { Route } from './+types/root-json.ts';

export async function loader({ context, params }: Route.LoaderArgs) {
  const root = await show(() => getRoot(context.get(ctxKey), params.day));
  return Response.json(root, { headers: { 'Content-Disposition': `attachment; filename="root-${root.day}.json"` } });
}
