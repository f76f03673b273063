import { openDb } from '#app/db/db.server.ts';
import { rebuildTallies } from '#app/domain/base/rule-results/rebuild.ts';
import { ctxOfJob } from '#app/jobs/ctx-of-job.ts';
import { withDatabase } from './database.ts';
import { fail, step } from './say.ts';

/** 重建汇总: all roll-ups anew from the newest sheets of results, while people work. */
await withDatabase(async ({ appUrl }) => {
  const { db, close } = openDb(appUrl, 1);
  await step('重建汇总', 'making the roll-ups anew', async () => {
    const { tallies, scores, folded } = await rebuildTallies(ctxOfJob(db));
    return `${tallies} + ${scores}，并入 ${folded}`;
  }).finally(close);
}).catch(fail);
