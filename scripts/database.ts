import path from 'node:path';
import { startEmbedded } from '#app/db/embedded.ts';
import { type Prepared, prepareDatabase, prepareServer } from '#app/db/prepare.ts';
import { readConfig } from '#app/platform/config.ts';
import { root } from './run.ts';
import { say, step } from './say.ts';
import { checkSettings } from './settings.ts';

export type Opened = Prepared & { stop: () => Promise<void> };

/** 打开数据库: the server named by DATABASE_URL, or our own with demo mode as its default. */
export async function openDatabase(): Promise<Opened> {
  checkSettings();
  const { DATABASE_URL, DATABASE_APP_URL, DATABASE_DIR, AUTH_SECRET } = readConfig(process.env);
  if (DATABASE_URL && AUTH_SECRET) {
    const urls = await step('连接数据库服务器', 'reaching the database server', () => prepareServer(DATABASE_URL, AUTH_SECRET, DATABASE_APP_URL));
    return { ...urls, stop: async () => undefined };
  }
  const embedded = await step('启动内置数据库', 'starting the embedded database', () => startEmbedded({ dir: path.resolve(root, DATABASE_DIR), log: say }));
  process.env.AUTH_SECRET ||= embedded.passwords.cookies;
  process.env.DEMO ||= 'yes';
  try {
    const urls = await prepareDatabase(embedded.adminUrl, 'tongyou', embedded.passwords);
    return { ...urls, stop: embedded.stop };
  } catch (error) {
    await embedded.stop();
    throw error;
  }
}

/** 迁移 as a step. */
export function migrateStep(urls: Prepared) {
  return step('更新数据表', 'bringing the tables up to date', async () => {
    const { migrate } = await import('#app/db/migrate.ts');
    await migrate(urls.migratorUrl);
  });
}

/** 基础数据与演示数据 as steps. */
export async function seedDatabase(urls: Prepared) {
  const { demoSteps, seedSteps } = await import('#seed/steps.ts');
  const steps = process.env.DEMO === 'yes' ? [...seedSteps, ...demoSteps] : seedSteps;
  for (const { zh, en, run } of steps) await step(zh, en, () => run(urls, { provinces: 'all' }));
}

/** Does one thing with the database, and leaves it as it was found. */
export async function withDatabase(run: (urls: Prepared) => Promise<unknown>) {
  const opened = await openDatabase();
  try {
    await run(opened);
  } finally {
    await opened.stop();
  }
}
