import { createRoute, type RouteConfig, z } from '@hono/zod-openapi';
import type { TokenVerb } from '#app/domain/base/interfaces/model.ts';
import { ProblemShape } from './problem.ts';
import { examples } from './examples.ts';

const meanings: Record<number, string> = {
  400: 'Something in the request is wrong; `errors` says what',
  401: 'No token, or one that is wrong, expired or revoked',
  403: 'The token may not do this, or not there',
  404: 'Not there, or not to be seen with this token',
  409: 'Cannot be done now; `detail` says why',
  412: 'Somebody has changed it since it was read: read it again',
  413: 'Too large',
  415: 'Not a kind of file that is taken',
  422: 'The same Idempotency-Key was used for another request',
  428: 'If-Match is missing: name the ETag of what was read',
  429: 'Too many requests; Retry-After says when to come back',
  500: 'Our mistake; quote `requestId`',
  503: 'Cannot be answered just now; `detail` says what to do, Retry-After when to come back',
};

export const problems = (...statuses: number[]) =>
  Object.fromEntries(
    statuses.map((status) => [status, { description: meanings[status]!, content: { 'application/problem+json': { schema: ProblemShape } } }]),
  );

/** Headers of a change that may safely be sent twice. */
export const onceHeaders = z.object({
  'idempotency-key': z.string().min(1).max(200).optional().openapi({
    description: 'A key of your own, new for every deed: the same request with the same key is done once and answered alike for 48 hours',
    example: '7f4d1c9e-submit',
  }),
});

/** Paths and headers of the examples are examples of the parameters too. */
function withExamples<S extends z.ZodObject>(schema: S, given: Record<string, unknown> | undefined): S {
  const shape = Object.fromEntries(
    Object.entries(schema.shape).map(([name, part]) => [name, given && name in given ? (part as z.ZodType).openapi({ example: given[name] as never }) : part]),
  );
  return schema.extend(shape) as unknown as S;
}

type Asked = {
  method?: 'get' | 'post' | 'put' | 'patch' | 'delete';
  id: keyof typeof examples;
  tag: 'open data' | 'applications' | 'files' | 'organisations' | 'suggestions' | 'tokens';
  summary: string;
  about?: string;
  /** The verb the token must have been given; nothing for what is everybody's, `any` for any token. */
  verb?: TokenVerb | 'any';
  refusals?: number[];
};
type Body<B extends z.ZodType> = B extends z.ZodNever ? object : { body: { required: true; content: { 'application/json': { schema: B } } } };
type Parts<P extends z.ZodObject, Q extends z.ZodObject, H extends z.ZodObject, B extends z.ZodType> = { params?: P; query?: Q; headers?: H; body?: B };
const nothing = z.object({});

/** 一个接口: its address, what may come in, what goes out, which refusals to expect, and an example of both sides. */
export function operation<
  Path extends string, Out extends z.ZodType, Status extends 200 | 201,
  P extends z.ZodObject = typeof nothing, Q extends z.ZodObject = typeof nothing, H extends z.ZodObject = typeof nothing, B extends z.ZodType = z.ZodNever,
>(path: Path, asked: Asked, [status, out]: readonly [Status, Out], parts: Parts<P, Q, H, B> = {}) {
  const { method = 'get', id, tag, summary, about, verb, refusals = [] } = asked;
  const example = examples[id] as { params?: Record<string, unknown>; query?: Record<string, unknown>; headers?: Record<string, unknown>; body?: unknown; answer: unknown };
  const scope = verb && verb !== 'any' ? `Needs a token with \`${verb}\`.` : verb ? 'Needs a token.' : '';
  const always = verb ? [400, 401, 403, 404, 429, 500] : [400, 404, 500];
  return createRoute({
    method,
    path,
    operationId: id,
    tags: [tag],
    summary,
    description: [about, scope].filter(Boolean).join('\n\n') || summary,
    security: verb ? [{ token: [] }] : [],
    request: {
      params: withExamples((parts.params ?? nothing) as P, example.params),
      query: withExamples((parts.query ?? nothing) as Q, example.query),
      headers: withExamples((parts.headers ?? nothing) as H, example.headers),
      ...(parts.body ? { body: { required: true, content: { 'application/json': { schema: parts.body, example: example.body } } } } : {}),
    } as { params: P; query: Q; headers: H } & Body<B>,
    responses: {
      [status as Status]: { description: summary, content: { 'application/json': { schema: out, example: example.answer } } },
      ...(method === 'get' ? { 304: { description: 'Not changed since the ETag that If-None-Match names' } } : {}),
      ...problems(...[...new Set([...always, ...refusals])].toSorted((a, b) => a - b)),
    } as { [S in Status]: { description: string; content: { 'application/json': { schema: Out } } } },
  } satisfies RouteConfig);
}
