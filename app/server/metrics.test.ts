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
    expect(['/receipts/7K3M-9QXA', '/desk.data', '/', '/no/such', '/api/v1/pilots/3?x', '/files/uploads/abc'].map((path) => patternOf(patterns, path))).toEqual([
      '/receipts/:code', '/desk', '/', '/*', '/api/v1/pilots', '/files/uploads',
    ]);
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
