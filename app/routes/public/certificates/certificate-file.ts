import { serveDocument } from '#app/domain/base/documents/serve-document.ts';
import { certificateDocument } from '#app/domain/pilot/certification/print.ts';
import { getByNumber } from '#app/domain/pilot/certification/register.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { plainly } from '#app/routes/apply/plainly.ts';
import type { Route } from './+types/certificate-file.ts';

/** 证书下载: the paper with the credential inside, or the credential alone; nobody keeps a copy on the way. */
export function loader({ params, context }: Route.LoaderArgs) {
  const ctx = context.get(ctxKey);
  return plainly(ctx, async () => {
    if (params.file === 'certificate.pdf') return serveDocument(await certificateDocument(ctx, params.number));
    if (params.file !== 'credential.json') throw new Refusal('not-found', 404);
    const { credential, number } = await getByNumber(ctx, params.number);
    const { '@context': context, ...rest } = credential; // readers of streams want the context first
    return Response.json({ '@context': context, ...rest }, {
      headers: { 'Content-Type': 'application/vc+ld+json', 'Content-Disposition': `attachment; filename="${number}.json"`, 'Cache-Control': 'no-store' },
    });
  });
}
