import type { OpenAPIHono, RouteConfig, RouteHandler } from '@hono/zod-openapi';
import type { Here } from '#app/server/who-asks.ts';

/**
 * 登记接口: an operation of the description and what answers it. Answers are encoded once and tagged, so their type is the
 * plain Response; that they are what the description says is held by the tests that play every example.
 */
export function serve<R extends RouteConfig>(api: OpenAPIHono<Here>, route: R, answer: (c: Parameters<RouteHandler<R, Here>>[0]) => Response | Promise<Response>): void {
  api.openapi(route, answer as unknown as RouteHandler<R, Here>);
}
