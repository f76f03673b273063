import { fillLoad } from '#seed/load.ts';
import { migrateStep, openDatabase, seedDatabase } from './database.ts';
import { root } from './run.ts';
import { fail, say, seconds } from './say.ts';

/** 载入负载: into a database of its own, beside the one people use, unless DATABASE_URL names another. */
async function seedLoad(applications: number): Promise<void> {
  process.chdir(root);
  process.env.DATABASE_DIR ||= 'var/load/postgres';
  process.env.FILES_DIR ||= 'var/load/files';
  process.env.DEMO = 'no';
  const from = performance.now();
  const opened = await openDatabase();
  try {
    await migrateStep(opened);
    await seedDatabase(opened);
    const count = await fillLoad(opened, applications, say);
    say(`负载数据齐了：${count} 份申报，用时 ${seconds(from)}`, `${count} applications are there`);
  } finally {
    await opened.stop();
  }
}

if (import.meta.main) {
  const at = process.argv.indexOf('--applications');
  const applications = at < 0 ? 100_000 : Number(process.argv[at + 1]);
  if (!Number.isInteger(applications) || applications < 1 || applications > 500_000) {
    fail(new Error('请给出 1–500000 之间的份数，如 --applications 1000 · give a number from 1 to 500000, such as --applications 1000'));
  }
  await seedLoad(applications).catch(fail);
}
