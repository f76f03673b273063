import type { Context, MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { tooLargeHeader } from '#app/platform/http.ts';
import { bringsFiles } from './brings-files.ts';
import type { Here } from './who-asks.ts';

const formLimit = 2 * 1024 * 1024;
const fileFormLimit = 21 * 1024 * 1024;

/** What a stranger brings to be verified is never that large: their page says so. */
const toVerify = '/verify-certificate';
/** The desk keeps its form on the screen and says there what is wrong; any other answer would wipe it away. */
const isDeskForm = /^\/desk\b.*\.data$/;

type Page = (c: Context<Here>) => Response | Promise<Response>;

/** 大小限制: how much a form may bring; what is more is read away and answered in words, and nothing of it is taken. */
export function sizeLimits(page: Page): MiddlewareHandler<Here> {
  const limits = [formLimit, fileFormLimit].map((maxSize) =>
    bodyLimit({
      maxSize,
      async onError(c) {
        await readAway(c.req.raw.body);
        if (isDeskForm.test(c.req.path)) return page(withoutBody(c));
        return c.req.path === toVerify ? c.redirect(`${toVerify}?large=yes`, 303) : c.text('提交的内容太大，没有收下：文件加起来最多 20 MB，其他表单最多 2 MB。请返回上一页，换小一点的文件再交 · Too large, nothing was taken: files may have 20 MB together, other forms 2 MB. Go back and send a smaller file', 413);
      },
    }),
  );
  return (c, next) => (c.req.path.startsWith('/api/') ? next() : limits[bringsFiles(c.req.path, c.req.header('content-type') ?? '', c.get('ctx').actor.id !== '') ? 1 : 0]!(c, next));
}

/** 读完弃去: a browser that is still sending hears no answer, so what is too large is read and thrown away, up to a point. */
async function readAway(body: ReadableStream<Uint8Array> | null): Promise<void> {
  if (!body || body.locked) return;
  let left = fileFormLimit * 3;
  for await (const part of body) {
    left -= part.length;
    if (left < 0) return;
  }
}

/** The same request, marked, without what was too large to be taken. */
function withoutBody(c: Context): Context<Here> {
  const headers = new Headers(c.req.raw.headers);
  for (const name of ['content-length', 'transfer-encoding', 'content-type']) headers.delete(name);
  headers.set(tooLargeHeader, 'yes');
  c.req.raw = new Request(c.req.raw.url, { method: c.req.method, headers });
  return c;
}
