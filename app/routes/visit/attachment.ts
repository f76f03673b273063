import { receiveAttachment } from '#app/domain/pilot/visits/attachments.ts';
import { largestAttachment } from '#app/domain/pilot/visits/package.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';
import type { Route } from './+types/attachment.ts';
import { answerPhone } from '#app/routes/phone/answer-phone.ts';

/** 收附件: the bytes of one hash, as they are. */
export async function action({ params, request, context }: Route.ActionArgs) {
  const ctx = context.get(ctxKey);
  return answerPhone(ctx, async () => {
    if (request.method !== 'PUT') throw new Refusal('not-found', 405);
    return receiveAttachment(ctx, params.id, params.sha256, await bytesOf(request));
  });
}

/** A body that says it is too large is not read at all; one that lies is cut off by the server's own limit. */
async function bytesOf(request: Request): Promise<Buffer> {
  if (Number(request.headers.get('content-length') ?? 0) > largestAttachment) throw new Refusal('file-too-large', 413);
  const bytes = await request.arrayBuffer().catch(() => undefined);
  if (!bytes) throw new Refusal('attachment-hash-differs', 422);
  return Buffer.from(bytes);
}
