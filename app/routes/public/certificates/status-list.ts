import { getStatusList } from '#app/domain/pilot/certification/status-list.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { plainly } from '#app/routes/apply/plainly.ts';
import { openHeaders } from './open-headers.ts';
import type { Route } from './+types/status-list.ts';

/** 状态名单, for verifiers everywhere. */
export function loader({ params, context }: Route.LoaderArgs) {
  const ctx = context.get(ctxKey);
  return plainly(ctx, async () => Response.json(await getStatusList(ctx, params.file), { headers: openHeaders('application/vc+ld+json') }));
}
