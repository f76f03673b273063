import script from 'virtual:offline-verifier';
import { offlinePage } from '#app/domain/pilot/certification/offline.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { limit } from '#app/platform/limit.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { plainly } from '#app/routes/apply/plainly.ts';
import type { Route } from './+types/offline.ts';

/** 离线核验页下载: whole in one file, as things stand now. */
export function loader({ params, context }: Route.LoaderArgs) {
  const ctx = context.get(ctxKey);
  return plainly(ctx, async () => {
    if (params.file !== 'offline.html') throw new Refusal('not-found', 404);
    await limit(ctx, `offline-page:${ctx.address ?? 'unknown'}`, 60, 600);
    return new Response(await offlinePage(ctx, script), {
      headers: { 'Content-Type': 'text/html; charset=utf-8', 'Content-Disposition': 'attachment; filename="tongyou-verify.html"', 'Cache-Control': 'no-store' },
    });
  });
}
