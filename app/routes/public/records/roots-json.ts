import { listRoots } from '#app/domain/base/records/roots.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import type { Route } from './+types/roots-json.ts';

/** Ten years of roots in one file. */
const all = 3700;

export async function loader({ context }: Route.LoaderArgs) {
  const { rows } = await listRoots(context.get(ctxKey), undefined, all);
  return Response.json({ roots: rows }, { headers: { 'Content-Disposition': 'attachment; filename="roots.json"' } });
}
