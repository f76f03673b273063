import { Writable } from 'node:stream';
import { renderToPipeableStream, renderToString } from 'react-dom/server';
import { type EntryContext, isRouteErrorResponse, type RouterContextProvider, ServerRouter } from 'react-router';
import { isDesk } from './ui/is-desk.ts';
import { ctxKey } from './platform/ctx.ts';
import { nonceKey } from './platform/http.ts';
import { log } from './platform/log.ts';

/** 公众页 is one string without a script; 工作台 comes whole, with scripts that carry the nonce. */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  routerContext: EntryContext,
  loadContext: RouterContextProvider,
): Response | Promise<Response> {
  headers.set('Content-Type', 'text/html; charset=utf-8');
  if (request.method === 'HEAD') return new Response(null, { status, headers });

  const nonce = loadContext.get(nonceKey);
  const page = <ServerRouter context={routerContext} url={request.url} nonce={nonce} />;
  if (!isDesk(new URL(request.url).pathname)) {
    return new Response(`<!DOCTYPE html>${renderToString(page)}`, { status, headers });
  }
  return new Promise((resolve, reject) => {
    const { pipe } = renderToPipeableStream(page, {
      nonce,
      onAllReady() {
        const pieces: Buffer[] = [];
        const whole = new Writable({
          write: (piece: Buffer, _, done) => {
            pieces.push(piece);
            done();
          },
          final: (done) => {
            resolve(new Response(Buffer.concat(pieces), { status, headers }));
            done();
          },
        });
        pipe(whole);
      },
      onShellError: reject,
    });
  });
}

type Failed = { request: Request; context?: Readonly<RouterContextProvider> };

/** 记下故障: one line with the number that the person can quote; a form from elsewhere or a wrong address is no bug of ours. */
export function handleError(error: unknown, { request, context }: Failed): void {
  if (request.signal.aborted) return;
  const about = { requestId: context?.get(ctxKey).requestId, method: request.method, path: new URL(request.url).pathname };
  const isForeign = error instanceof Error && error.message.endsWith('Aborting the action.');
  if (isForeign || (isRouteErrorResponse(error) && error.status < 500)) log().warn(about, 'a request was refused');
  else log().error({ ...about, err: error }, 'a page failed');
}
