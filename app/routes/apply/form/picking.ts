import { contains } from '#app/domain/base/regions/model.ts';
import { findRegion, listChildren, regionPath } from '#app/domain/base/regions/read.ts';
import { searchRegions } from '#app/domain/base/regions/search.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import type { Picking } from './pick-unit.tsx';

/** What the page of choosing shows: what was found, and the next step of the cascade, inside the given regions only. */
export async function picking(ctx: Ctx, query: URLSearchParams, roots: readonly string[]): Promise<Picking> {
  const words = query.get('q')?.slice(0, 60) ?? '';
  const within = (code: string) => roots.some((root) => contains(root, code));
  const found = words === '' ? [] : (await Promise.all(roots.slice(0, 5).map((root) => searchRegions(ctx, words, { within: root, levels: [4, 5], limit: 20 })))).flat();
  const asked = query.get('in') ?? '';
  const only = roots.length === 1 && roots[0]!.length < 9 && roots[0] !== '*' ? roots[0]! : '';
  const at = await findRegion(ctx, within(asked) ? asked : only);
  if (at) return { query: words, found, path: await regionPath(ctx, at.code), children: await listChildren(ctx, at.code) };
  if (roots.includes('*')) return { query: words, found, path: [], children: await listChildren(ctx, null) };
  const tops = await Promise.all(roots.map((root) => findRegion(ctx, root)));
  return { query: words, found, path: [], children: tops.filter((top) => top !== undefined) };
}
