import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { expect, onTestFinished, test } from 'vitest';
import { openDb } from '#app/db/db.server.ts';
import { loadRegions } from '#seed/regions.ts';
import { walks } from '#tests/journeys/site-map.ts';
import { workerDatabase } from '#tests/worker-database.ts';
import { neededRegions } from './places.ts';
import { seedDemo } from './story.ts';

process.env.FILES_DIR = mkdtempSync(join(tmpdir(), 'tongyou-new-year-'));
process.env.DEMO = 'yes';

test('The demonstration is told as well on the first day of a year, three months after the last quarter that was asked for, and has something for every page', { timeout: 600_000 }, async () => {
  const urls = await workerDatabase();
  const migrator = new pg.Client({ connectionString: urls.migratorUrl });
  await migrator.connect();
  await loadRegions(migrator, { onlyPrefixes: ['3401', ...neededRegions] });
  await migrator.end();
  const { db, close } = openDb(urls.appUrl, 4);
  onTestFinished(close);
  expect(await seedDemo(db, new Date('2026-12-31T16:02:00Z'))).toBe('told');
  expect((await walks(db)).length).toBeGreaterThan(200);
});
