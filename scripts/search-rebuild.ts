import { openDb } from '#app/db/db.server.ts';
import { ctxOfJob } from '#app/jobs/ctx-of-job.ts';
import { rebuild } from '#app/jobs/index-search.ts';
import { withDatabase } from './database.ts';
import { fail, step } from './say.ts';

/** 重建搜索: everything that may be found is read anew; the pages answer from the old index meanwhile. */
await withDatabase(async ({ appUrl }) => {
  const { db, close } = openDb(appUrl, 2);
  await step('重建搜索', 'making the search anew', () => rebuild(ctxOfJob(db))).finally(close);
}).catch(fail);
