import { type Context, Hono } from 'hono';
import { compress } from 'hono/compress';
import { createRequestHandler, RouterContextProvider, type ServerBuild } from 'react-router';
import { apiOf } from '#app/routes/api/api.ts';
import { byTokenOrCookie } from '#app/routes/api/token.ts';
import { uploadsOf } from '#app/routes/api/uploads.ts';
import { config } from '#app/platform/config.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { nonceKey } from '#app/platform/http.ts';
import type { Db } from '#app/db/db.server.ts';
import { health } from './health.ts';
import { counted } from './minutes.ts';
import { ownSite } from './own-site.ts';
import { recentPages } from './recent-pages.ts';
import { securityHeaders } from './security-headers.ts';
import { sizeLimits } from './size-limits.ts';
import { type Here, whoAsks } from './who-asks.ts';

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
  const page = (c: Context<Here>) => {
    const context = new RouterContextProvider();
    context.set(ctxKey, c.get('ctx'));
    context.set(nonceKey, c.get('nonce'));
    return pages(c.req.raw, context);
  };
  app.use(sizeLimits(page));
  app.get('/api', page);
  app.route('/api', apiOf());
  app.all('*', page);
  return app;
}
