import { serveDocument } from '#app/domain/base/documents/serve-document.ts';
import { printCertificate } from '#app/domain/children/solicitations/print-certificate.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { show } from '#app/platform/http.ts';
import { signedIn } from '#app/routes/account/signed-in.ts';
import type { Route } from './+types/certificate-file.ts';

/** 荣誉证书 as PDF. */
export function loader({ params, request, context }: Route.LoaderArgs) {
  return show(async () => serveDocument(await printCertificate(signedIn(context.get(ctxKey), request), params.id, params.work)));
}
