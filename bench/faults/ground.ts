import { mkdirSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { startEmbedded } from '#app/db/embedded.ts';
import { migrate } from '#app/db/migrate.ts';
import { prepareDatabase } from '#app/db/prepare.ts';
import { fillLoad } from '#seed/load.ts';
import { seedSteps } from '#seed/steps.ts';
import { type Draft, freshDrafts } from '../load-world.ts';

export type Ground = { folder: string; data: string; drafts: Draft[]; ruleIds: string[]; open: () => Promise<{ url: string; appUrl: string; stop: () => Promise<void> }> };

/** 场地: a database of its own with full drafts in it, stopped, so that the app starts it by itself as it does for people. */
export async function prepareGround(folder: string, drafts: number): Promise<Ground> {
  mkdirSync(folder, { recursive: true, mode: 0o755 });
  const postgres = path.join(folder, 'postgres');
  const files = path.join(folder, 'files');
  Object.assign(process.env, { DATABASE_DIR: postgres, FILES_DIR: files, DEMO: 'no', LOG_LEVEL: 'error' });
  delete process.env.DATABASE_URL;
  const embedded = await startEmbedded({ dir: postgres });
  process.env.AUTH_SECRET = embedded.passwords.cookies;
  const urls = await prepareDatabase(embedded.adminUrl, 'tongyou', embedded.passwords);
  await migrate(urls.migratorUrl);
  for (const step of seedSteps) await step.run(urls, { provinces: ['34'] });
  await fillLoad(urls, drafts, () => undefined);
  const client = new pg.Client({ connectionString: urls.migratorUrl });
  await client.connect();
  // One province is enough here: the start takes the regions for complete and does not load the others.
  await client.query(`update region_editions set version = split_part(version, ':', 1)`);
  const made = await freshDrafts({ client }, drafts);
  const { rows } = await client.query<{ id: string }>(`select r.id from rules r join editions e on e.id = r.edition_id where e.state = 'published' order by r.id`);
  await client.end();
  await embedded.stop();
  return {
    folder, data: path.join(embedded.home, 'data'), drafts: made, ruleIds: rows.map((row) => row.id),
    async open() {
      const again = await startEmbedded({ dir: postgres });
      const url = new URL(again.adminUrl);
      url.pathname = '/tongyou';
      const app = Object.assign(new URL(url), { username: 'tongyou_app', password: again.passwords.app });
      return { url: url.href, appUrl: app.href, stop: again.stop };
    },
  };
}
