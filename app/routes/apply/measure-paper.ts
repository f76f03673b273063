import { serveFile } from '#app/domain/base/files/serve-file.ts';
import { openMeasurePaper } from '#app/domain/pilot/certification/reply.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { signedIn } from '#app/routes/account/signed-in.ts';
import { plainly } from './plainly.ts';
import type { Route } from './+types/measure-paper.ts';

/** 申辩材料, for the holder's people and the office. */
export function loader({ params, request, context }: Route.LoaderArgs) {
  const ctx = signedIn(context.get(ctxKey), request);
  return plainly(ctx, async () => serveFile(await openMeasurePaper(ctx, params.measureId, params.file), request));
}
