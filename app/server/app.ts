import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { compress } from 'hono/compress';
import { createRequestHandler, RouterContextProvider, type ServerBuild } from 'react-router';
import { apiOf } from '#app/routes/api/api.ts';
import { byTokenOrCookie } from '#app/routes/api/token.ts';
import { uploadsOf } from '#app/routes/api/uploads.ts';
import { config } from '#app/platform/config.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { nonceKey } from '#app/platform/http.ts';
import type { Db } from '#app/db/db.server.ts';
import { bringsFiles } from './brings-files.ts';
import { health } from './health.ts';
import { counted } from './minutes.ts';
import { ownSite } from './own-site.ts';
import { recentPages } from './recent-pages.ts';
import { securityHeaders } from './security-headers.ts';
import { type Here, whoAsks } from './who-asks.ts';

const formLimit = 2 * 1024 * 1024;
const fileFormLimit = 21 * 1024 * 1024;

/** What a stranger brings to be verified is never that large: their page says so. */
const toVerify = '/verify-certificate';

/** 读完弃去: a browser that is still sending hears no answer, so what is too large is read and thrown away, up to a point. */
async function readAway(body: ReadableStream<Uint8Array> | null): Promise<void> {
  if (!body || body.locked) return;
  let left = fileFormLimit * 3;
  for await (const part of body) {
    left -= part.length;
    if (left < 0) return;
  }
}

/** Behind a proxy that ends TLS a request says http where the browser says https: forms from our public address are ours. */
function ownOrigins(): string[] {
  const { PUBLIC_URL } = config();
  return PUBLIC_URL ? [new URL(PUBLIC_URL).host] : [];
}

/** 应用: one pipeline for every request: number, who asks, limits, then API, uploads or pages. */
export function createApp(db: Db, build: ServerBuild | (() => Promise<ServerBuild>), mode: 'production' | 'development') {
  const app = new Hono<Here>();
  const pages = createRequestHandler(typeof build === 'function' ? build : { ...build, allowedActionOrigins: ownOrigins() }, mode);

  app.get('/health', (c) => health(c, db));
  app.use(counted);
  app.use(compress());
  app.use(whoAsks(db));
  app.use(securityHeaders(mode));
  app.use(ownSite);
  app.use(recentPages());
  app.use('/files/uploads/*', byTokenOrCookie);
  app.route('/files/uploads', uploadsOf());
  const limits = [formLimit, fileFormLimit].map((maxSize) =>
    bodyLimit({
      maxSize,
      async onError(c) {
        await readAway(c.req.raw.body);
        return c.req.path === toVerify ? c.redirect(`${toVerify}?large=yes`, 303) : c.text('提交的内容太大，没有收下：文件加起来最多 20 MB，其他表单最多 2 MB。请返回上一页，换小一点的文件再交 · Too large, nothing was taken: files may have 20 MB together, other forms 2 MB. Go back and send a smaller file', 413);
      },
    }),
  );
  app.use((c, next) => c.req.path.startsWith('/api/') ? next() : limits[bringsFiles(c.req.path, c.req.header('content-type') ?? '', c.get('ctx').actor.id !== '') ? 1 : 0]!(c, next));
  const page = (c: Context<Here>) => {
    const context = new RouterContextProvider();
    context.set(ctxKey, c.get('ctx'));
    context.set(nonceKey, c.get('nonce'));
    return pages(c.req.raw, context);
  };
  app.get('/api', page);
  app.route('/api', apiOf());
  app.all('*', page);
  return app;
}
