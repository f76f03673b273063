import type { Prepared } from '#app/db/prepare.ts';
import { fillCityValues } from '#seed/city-values.ts';
import { fillLoad } from '#seed/load.ts';
import { fillNation } from '#seed/nation.ts';
import { migrateStep, openDatabase, seedDatabase } from './database.ts';
import { root } from './run.ts';
import { fail, say, seconds } from './say.ts';

/** 载入负载: into a database of its own, beside the one people use, unless DATABASE_URL names another. */
async function intoLoad(fill: (urls: Prepared) => Promise<[zh: string, en: string]>): Promise<void> {
  process.chdir(root);
  process.env.DATABASE_DIR ||= 'var/load/postgres';
  process.env.FILES_DIR ||= 'var/load/files';
  process.env.DEMO = 'no';
  const from = performance.now();
  const opened = await openDatabase();
  try {
    await migrateStep(opened);
    await seedDatabase(opened);
    const [zh, en] = await fill(opened);
    say(`负载数据齐了：${zh}，用时 ${seconds(from)}`, en);
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
  const isNation = process.argv.includes('nation');
  const communities = process.argv.indexOf('--communities');
  const most = communities < 0 ? Infinity : Number(process.argv[communities + 1]); // a smaller nation for trying out
  if (!(most >= 1)) fail(new Error('请给出社区数，如 --communities 5000 · give the number of communities, such as --communities 5000'));
  await intoLoad(async (urls) => {
    if (process.argv.includes('city')) {
      const figures = await fillCityValues(urls, say);
      return [`${figures} 个指标值`, `${figures} figures of indicators are there`];
    }
    const count = isNation ? await fillNation(urls, say, most) : await fillLoad(urls, applications, say);
    return isNation ? [`${count} 张结果单`, `${count} sheets of results are there`] : [`${count} 份申报`, `${count} applications are there`];
  }).catch(fail);
}
