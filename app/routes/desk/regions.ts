import { z } from 'zod';
import { isRegionCode } from '#app/domain/base/regions/model.ts';
import { listChildren } from '#app/domain/base/regions/read.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { query } from '#app/platform/query.ts';
import type { Route } from './+types/regions.ts';

const Asked = z.object({ parent: z.string().refine(isRegionCode).optional() });

/** 下级区划: one step of the cascade, for the region filter. */
export async function loader({ context, request }: Route.LoaderArgs) {
  const { parent } = query(request, Asked);
  return Response.json(await listChildren(context.get(ctxKey), parent ?? null), { headers: { 'Cache-Control': 'private, max-age=300', Vary: 'Cookie, Accept-Language' } });
}
