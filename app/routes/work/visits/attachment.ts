import { serveFile } from '#app/domain/base/files/serve-file.ts';
import { attachmentOfCommunity } from '#app/domain/pilot/visits/open-attachment.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { plainly } from '#app/routes/apply/plainly.ts';
import type { Route } from './+types/attachment.ts';

/** 现场附件 for the community. */
export function loader({ params, request, context }: Route.LoaderArgs) {
  const ctx = context.get(ctxKey);
  return plainly(ctx, async () => serveFile(await attachmentOfCommunity(ctx, params.code, params.id, params.sha256), request));
}
