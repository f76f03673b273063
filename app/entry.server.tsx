import { PassThrough } from 'node:stream';
import { createReadableStreamFromReadable } from '@react-router/node';
import { renderToPipeableStream, renderToString } from 'react-dom/server';
import { type EntryContext, type RouterContextProvider, ServerRouter } from 'react-router';
import { isDesk } from './ui/is-desk.ts';
import { nonceKey } from './platform/http.ts';

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
        const body = new PassThrough();
        pipe(body);
        resolve(new Response(createReadableStreamFromReadable(body), { status, headers }));
      },
      onShellError: reject,
    });
  });
}
