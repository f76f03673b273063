import { openDb } from '#app/db/db.server.ts';
import { verifyTallies } from '#app/domain/base/rule-results/verify.ts';
import { ctxOfJob } from '#app/jobs/ctx-of-job.ts';
import { withDatabase } from './database.ts';
import { fail, step } from './say.ts';

/** 核对汇总: the roll-ups beside the sums of all rows of all rules; ends with 1 and names the figures when they differ. */
let isExact = false;
await withDatabase(async ({ appUrl }) => {
  const { db, close } = openDb(appUrl, 1);
  const faults = await step('核对汇总', 'comparing the roll-ups with every row', () => verifyTallies(ctxOfJob(db))).finally(close);
  for (const { what, held, truth } of faults) console.error(`✗ ${what}：汇总 ${held}，逐行 ${truth} · rolled up ${held}, row by row ${truth}`);
  isExact = faults.length === 0;
  console.log(isExact ? '✓ 汇总与逐行相加一致 · the roll-ups are what the rows add up to' : '请运行 npm run statistics:rebuild · run npm run statistics:rebuild');
}).catch(fail);
process.exit(isExact ? 0 : 1);
