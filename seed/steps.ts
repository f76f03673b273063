import pg from 'pg';
import { type Db, openDb } from '#app/db/db.server.ts';
import type { Prepared } from '#app/db/prepare.ts';
import { type Ctx, system } from '#app/platform/ctx.ts';
import { currentEdition } from '#app/domain/base/standard/read.ts';
import { indexAnswers, indexRules } from '#app/domain/public/search/rebuild.ts';
import { pageAnswers } from '#app/i18n/page-answers.ts';
import { seedChildNotice } from './child-notice.ts';
import { seedCityData } from './city-data.ts';
import { seedDemo } from './demo/story.ts';
import { seedQuestionSet } from './question-set.ts';
import { loadRegions } from './regions.ts';
import { seedRubric } from './rubric.ts';
import { seedStandard } from './standard.ts';

/** One thing the database is filled with at every start: repeatable, quick when nothing is new. Its answer is shown. */
export type SeedStep = {
  zh: string;
  en: string;
  run: (urls: Prepared, options: { provinces: readonly string[] | 'all' }) => Promise<string | void>;
};

/** 基础数据: in this order, in every database. */
export const seedSteps: readonly SeedStep[] = [
  {
    zh: '载入行政区划',
    en: 'loading the regions',
    run: async ({ migratorUrl }, { provinces }) => {
      const client = new pg.Client({ connectionString: migratorUrl });
      await client.connect();
      try {
        await loadRegions(client, provinces === 'all' ? {} : { onlyPrefixes: provinces });
      } finally {
        await client.end();
      }
    },
  },
  {
    zh: '载入建设规范',
    en: 'loading the standard',
    run: ({ appUrl }) => withApp(appUrl, async (db) => void (await seedStandard(db, new Date()))),
  },
  {
    zh: '生成缺省评分表',
    en: 'making the default rubric',
    run: ({ appUrl }) => withApp(appUrl, async (db) => void (await seedRubric(bySystem(db), (await currentEdition(bySystem(db))).id))),
  },
  {
    zh: '载入申报表题集',
    en: 'loading the questions of the form',
    run: ({ appUrl }) => withApp(appUrl, async (db) => void (await seedQuestionSet(bySystem(db)))),
  },
  {
    zh: '载入儿童个人信息处理规则',
    en: 'loading the rules on children’s data',
    run: ({ appUrl }) => withApp(appUrl, async (db) => seedChildNotice(bySystem(db))),
  },
  {
    zh: '载入指标库和全国监测框架',
    en: 'loading the indicators and the national plans',
    run: ({ appUrl }) => withApp(appUrl, async (db) => seedCityData(bySystem(db))),
  },
  {
    zh: '收录规范和问答，供搜索',
    en: 'taking the standard and the answers into the search',
    run: ({ appUrl }) => withApp(appUrl, async (db) => {
      await indexRules(bySystem(db));
      await indexAnswers(bySystem(db), pageAnswers);
    }),
  },
];

/** 演示数据: only in demo mode, after the others. */
export const demoSteps: readonly SeedStep[] = [
  {
    zh: '搭建演示城市',
    en: 'making the demo city',
    run: ({ appUrl }) => withApp(appUrl, async (db) => void (await seedDemo(db, new Date()))),
  },
];

async function withApp<T>(appUrl: string, run: (db: Db) => Promise<T>): Promise<T> {
  const { db, close } = openDb(appUrl, 2);
  try {
    return await run(db);
  } finally {
    await close();
  }
}

function bySystem(db: Db): Ctx {
  return { actor: system, db, now: new Date(), locale: 'zh-CN', requestId: 'seed' };
}
