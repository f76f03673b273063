import { createRoute, z } from '@hono/zod-openapi';
import { ProblemShape } from './problem.ts';
import { CallShape, EditionLine, EditionShape, NoticeLineShape, NoticeShape, pageOf, Paging, PilotShape, RegionShape } from './shapes.ts';

const code = z.string().regex(/^[1-9]\d{1,11}$/, 'region-code');
const problem = (description: string) => ({ description, content: { 'application/problem+json': { schema: ProblemShape } } });
const problems = { 400: problem('A parameter is wrong'), 404: problem('Not found'), 500: problem('Our mistake') };

function read<P extends string, S extends z.ZodType, Q extends z.ZodObject>(path: P, summary: string, schema: S, query: Q) {
  return createRoute({
    method: 'get',
    path,
    summary,
    request: { query },
    responses: { 200: { description: summary, content: { 'application/json': { schema } } }, ...problems },
  });
}

function readOne<P extends string, S extends z.ZodType>(path: P, summary: string, schema: S) {
  return createRoute({
    method: 'get',
    path,
    summary,
    request: { params: z.object({ id: z.string().max(60) }) },
    responses: { 200: { description: summary, content: { 'application/json': { schema } } }, ...problems },
  });
}

/** 开放接口的地址: each with its parameters and its answer. */
export const readRegions = read(
  '/v1/regions',
  'Regions one level down (parent; none asks for the provinces), or found by name, pinyin or initials (q)',
  z.object({ items: z.array(RegionShape) }),
  z.object({ parent: code.optional(), q: z.string().min(1).max(40).optional(), within: code.optional(), limit: z.coerce.number().int().min(1).max(50).default(20) }),
);
export const readEditions = read('/v1/standard', 'Published editions of the standard', z.object({ items: z.array(EditionLine) }), z.object({}));
export const readEdition = readOne('/v1/standard/{id}', 'One edition: principles, sections, norms, rules, figures and sources', EditionShape);
export const readCalls = read('/v1/calls', 'Published calls for pilots, newest first', pageOf(CallShape), z.object(Paging));
export const readNotices = read('/v1/notices', 'Public notices, newest first', pageOf(NoticeLineShape), z.object(Paging));
export const readNotice = readOne('/v1/notices/{id}', 'One notice with its list', NoticeShape);
export const readPilots = read(
  '/v1/pilots',
  'Pilot communities, newest first',
  pageOf(PilotShape),
  z.object({ ...Paging, region: code.optional(), q: z.string().min(1).max(40).optional() }),
);
