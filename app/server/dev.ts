import { getRequestListener } from '@hono/node-server';
import type { ServerBuild } from 'react-router';
import { createServer } from 'vite';
import { explainIssue } from '#app/i18n/input.ts';
import { openDb } from '#app/db/db.server.ts';
import type * as App from './app.ts';
import { listen } from './main.ts';

/** 开发服务: the same pipeline with pages made on the fly; a saved file is seen at the next request. */
export async function serve(options: { port: number; url: string }) {
  const vite = await createServer({ server: { middlewareMode: true }, appType: 'custom' });
  const { db, close } = openDb(options.url);
  const page = getRequestListener(async (request) => {
    // Everything goes through Vite so that pages and pipeline share one copy of each module.
    const { createApp } = (await vite.ssrLoadModule('/app/server/app.ts')) as typeof App;
    const { explainWith } = (await vite.ssrLoadModule('/app/platform/http.ts')) as { explainWith: (explain: typeof explainIssue) => void };
    explainWith(explainIssue);
    const build = async () => (await vite.ssrLoadModule('virtual:react-router/server-build')) as ServerBuild;
    return createApp(db, build, 'development').fetch(request);
  });
  const server = await listen((incoming, outgoing) => {
    vite.middlewares(incoming, outgoing, () => void page(incoming, outgoing));
  }, options.port);
  return {
    async close() {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
      await vite.close();
      await close();
    },
  };
}
