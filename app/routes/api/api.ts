import { OpenAPIHono } from '@hono/zod-openapi';
import { bodyLimit } from 'hono/body-limit';
import { cors } from 'hono/cors';
import { officially } from '#app/domain/base/regions/name-in.ts';
import { apiWords } from '#app/i18n/api.ts';
import { refusalSentence } from '#app/i18n/refusals.ts';
import type { Here } from '#app/server/who-asks.ts';
import { addApplications } from './applications.ts';
import { describe } from './describe.ts';
import { addFigures } from './figures.ts';
import { addFiles, addOrganisations } from './files.ts';
import { addChildren } from './children.ts';
import { addLibrary } from './library.ts';
import { addOpenData } from './open-data.ts';
import { addPlans } from './plans.ts';
import { badParameters, failed, problem } from './problem.ts';
import { byToken } from './token.ts';

const formLimit = 2 * 1024 * 1024;
const fileLimit = 21 * 1024 * 1024;

/** 开放接口: everything under /api. */
export function apiOf() {
  const api = new OpenAPIHono<Here>({ defaultHook: (result, c) => (result.success ? undefined : badParameters(c, result.error)) });
  api.use(cors({ origin: '*', allowMethods: ['GET', 'HEAD', 'OPTIONS'], exposeHeaders: ['ETag', 'Link'] }));
  api.use((c, next) => {
    c.set('ctx', officially(c.get('ctx')));
    return next();
  });
  api.use(byToken);
  const limits = [formLimit, fileLimit].map((maxSize) =>
    bodyLimit({ maxSize, onError: (c) => problem(c, 413, 'too-large', refusalSentence('file-too-large', c.get('ctx').locale)) }),
  );
  api.use((c, next) => limits[c.req.path === '/api/v1/files' ? 1 : 0]!(c, next));

  addOpenData(api);
  addLibrary(api);
  addChildren(api);
  addPlans(api);
  addFigures(api);
  addApplications(api);
  addFiles(api);
  addOrganisations(api);

  const description = Promise.withResolvers<string>();
  api.get('/v1/openapi.json', async (c) => c.body(await description.promise, 200, { 'Content-Type': 'application/json; charset=utf-8', 'Cache-Control': 'public, max-age=300' }));
  description.resolve(JSON.stringify(describe(api)));
  api.on(['POST', 'PUT', 'PATCH', 'DELETE'], '/*', (c) => problem(c, 405, 'method-not-allowed', apiWords[c.get('ctx').locale].badMethod));
  api.all('/*', (c) => problem(c, 404, 'not-found', apiWords[c.get('ctx').locale].notFound));
  api.onError((error, c) => failed(c, error));
  return api;
}
