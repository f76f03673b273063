import { Hono } from 'hono';
import type { ServerBuild } from 'react-router';
import { describe, expect } from 'vitest';
import { metricsOf, patternOf, patternsOf } from './metrics.ts';
import { config } from '#app/platform/config.ts';
import { test } from '#tests/world.ts';

const routes = {
  root: { id: 'root', path: '' },
  light: { id: 'light', parentId: 'root' },
  receipt: { id: 'receipt', parentId: 'light', path: 'receipts/:code' },
  home: { id: 'home', parentId: 'light', index: true },
  desk: { id: 'desk', parentId: 'root', path: 'desk' },
} as unknown as ServerBuild['routes'];

describe('the metrics', () => {
  test('name the pattern of an address, never the address', () => {
    const patterns = patternsOf(routes);
    expect(['/receipts/7K3M-9QXA', '/desk.data', '/', '/no/such', '/files/uploads/abc'].map((path) => patternOf(patterns, path))).toEqual([
      '/receipts/:code', '/desk', '/', '/*', '/files/uploads',
    ]);
  });

  test('count whatever strangers ask of the API under its own patterns and no others', async ({ db }) => {
    const { measure, show } = metricsOf(db, { routes } as ServerBuild);
    const api = new Hono().use(async (_, next) => next()).get('/v1/pilots/:id', (c) => c.text('ok')).all('/*', (c) => c.notFound());
    const app = new Hono().get('/metrics', show).use(measure).route('/', new Hono().route('/api', api).all('*', (c) => c.text('page')));
    config().METRICS_TOKEN = 'a token of the tests';
    for (const path of ['/api/v1/pilots/3?x', '/api/v1/pilots/4', '/api/v1/made-up-1', '/api/made-up-2/made-up-3']) await app.request(path);
    const text = await (await app.request('/metrics', { headers: { authorization: 'Bearer a token of the tests' } })).text();
    config().METRICS_TOKEN = undefined;
    expect(text.match(/tongyou_request_seconds_count\{.*/g)).toEqual([
      'tongyou_request_seconds_count{method="GET",route="/api/v1/pilots/:id",status="2xx"} 2', 'tongyou_request_seconds_count{method="GET",route="/api/*",status="4xx"} 2',
    ]);
    expect(text).not.toContain('made-up');
  });

  test('are shown to whoever has the token, and hold figures of requests, queue, database and disk but nobody’s name', async ({ db }) => {
    const { measure, show } = metricsOf(db, { routes } as ServerBuild);
    const app = new Hono().get('/metrics', show).use(measure).get('/receipts/:code', (c) => c.text('ok')).all('*', (c) => c.text('broken', 500));
    expect((await app.request('/metrics')).status).toBe(404);
    config().FILES_DIR = import.meta.dirname;
    config().METRICS_TOKEN = 'a token of the tests';
    expect((await app.request('/metrics', { headers: { authorization: 'Bearer something else' } })).status).toBe(404);
    await app.request('/receipts/SECRET-CODE');
    await app.request('/elsewhere');
    const answer = await app.request('/metrics', { headers: { authorization: 'Bearer a token of the tests' } });
    const text = await answer.text();
    expect(answer.headers.get('content-type')).toContain('text/plain');
    expect(text).toMatch(/tongyou_request_seconds_count\{method="GET",route="\/receipts\/:code",status="2xx"\} 1/);
    expect(text).toMatch(/tongyou_requests_failed_total 1/);
    for (const name of ['tongyou_database_up 1', 'tongyou_queue_jobs{state="waiting"}', 'tongyou_queue_oldest_seconds', 'tongyou_outbox_events', 'tongyou_disk_bytes{state="free"}', 'tongyou_process_cpu_seconds_total']) expect(text).toContain(name);
    expect(text).not.toContain('SECRET-CODE');
    config().METRICS_TOKEN = undefined;
  });
});
