import { PhotoInput } from '#app/domain/service/walks/input.ts';
import { limits } from '#app/domain/service/walks/model.ts';
import { receivePhoto } from '#app/domain/service/walks/receive-photo.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { answerPhone } from '#app/routes/phone/answer-phone.ts';
import type { Route } from './+types/photo.ts';

/** 收走查照片: the bytes of one hash. The code of the walk comes in a header, so that it stands in no log of addresses. */
export async function action({ params, request, context }: Route.ActionArgs) {
  const ctx = context.get(ctxKey);
  return answerPhone(ctx, async () => {
    if (request.method !== 'PUT') throw new Refusal('not-found', 405);
    const asked = PhotoInput.safeParse({ code: request.headers.get('x-walk-code'), deviceId: request.headers.get('x-walk-device'), sha256: params.sha256 });
    if (!asked.success) throw new Refusal('attachment-not-announced', 404);
    if (Number(request.headers.get('content-length') ?? 0) > limits.photoBytes) throw new Refusal('file-too-large', 413);
    const bytes = await request.arrayBuffer().catch(() => undefined);
    if (!bytes) throw new Refusal('attachment-hash-differs', 422);
    return receivePhoto(ctx, asked.data, Buffer.from(bytes));
  });
}
