import type { OpenAPIHono } from '@hono/zod-openapi';
import { apiWords } from '#app/i18n/api.ts';
import type { Here } from '#app/server/who-asks.ts';

/** 接口说明: made from the routes, so that it cannot say anything else. */
export function describe(api: OpenAPIHono<Here>) {
  api.openAPIRegistry.registerComponent('securitySchemes', 'token', {
    type: 'http', scheme: 'bearer', bearerFormat: 'ty_…', description: 'An access token from /account/tokens, or one that an administrator made for a system',
  });
  return api.getOpenAPI31Document({
    openapi: '3.1.0',
    info: { title: apiWords.en.title, version: '1.0.0', description: `${apiWords['zh-CN'].about}\n\n${apiWords.en.about}`, license: { name: 'See /open-data', url: '/open-data' } },
    servers: [{ url: '/api' }],
    tags: [
      { name: 'open data', description: 'For everybody, without a token' },
      { name: 'applications', description: 'From a draft to the receipt' },
      { name: 'files', description: 'Papers of applications' },
      { name: 'organisations', description: 'The register' },
      { name: 'suggestions', description: 'What children suggested, for systems of those who answer them' },
      { name: 'tokens', description: 'What a token may do' },
    ],
  });
}
