import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { HTTPException } from 'hono/http-exception';
import { z } from '@hono/zod-openapi';
import { refusalSentence } from '#app/i18n/refusals.ts';
import { explainIssue } from '#app/i18n/input.ts';
import { apiWords } from '#app/i18n/api.ts';
import { againAfter } from '#app/platform/http.ts';
import { log } from '#app/platform/log.ts';
import { Refusal } from '#app/platform/refusal.ts';
import type { Here } from '#app/server/who-asks.ts';

/** 出错: the one shape of every answer that is not a success (RFC 9457). */
export const ProblemShape = z
  .object({
    type: z.string().openapi({ example: 'about:blank' }),
    title: z.string().openapi({ example: 'bad-request' }),
    status: z.int().openapi({ example: 400 }),
    detail: z.string(),
    errors: z.array(z.object({ parameter: z.string(), detail: z.string() })).optional(),
    requestId: z.string().optional(),
  })
  .openapi('Problem');
type Shape = z.infer<typeof ProblemShape>;

export function problem(c: Context<Here>, status: ContentfulStatusCode, title: string, detail: string, more: Partial<Shape> = {}): Response {
  const body: Shape = { type: 'about:blank', title, status, detail, ...more };
  return c.body(JSON.stringify(body), status, { 'Content-Type': 'application/problem+json; charset=utf-8' });
}

/** Parameters that did not parse: each named, with a sentence. */
export function badParameters(c: Context<Here>, error: z.core.$ZodError): Response {
  const { locale } = c.get('ctx');
  const errors = error.issues.map((issue) => ({ parameter: issue.path.join('.'), detail: explainIssue({ ...issue, input: c.req.query(String(issue.path[0] ?? '')) } as z.core.$ZodIssue, locale) }));
  return problem(c, 400, 'bad-request', apiWords[locale].badRequest, { errors });
}

/** A refusal says why; anything else is our bug, logged with the number that the caller can quote. */
export function failed(c: Context<Here>, error: Error): Response {
  const { locale, requestId } = c.get('ctx');
  if (error instanceof HTTPException && error.status === 400) return problem(c, 400, 'bad-json', apiWords[locale].badJson);
  if (error instanceof Refusal && error.code === 'sign-in-needed') {
    c.header('WWW-Authenticate', 'Bearer realm="Tongyou"');
    return problem(c, 401, 'token-needed', apiWords[locale].tokenNeeded);
  }
  if (error instanceof Refusal) {
    for (const [name, value] of Object.entries(againAfter(error))) c.header(name, value);
    return problem(c, error.status as ContentfulStatusCode, error.code, refusalSentence(error.code, locale));
  }
  log().error({ requestId, err: error }, 'api');
  return problem(c, 500, 'internal-error', apiWords[locale].broken, { requestId });
}
