import { startWorker } from '#app/jobs/worker.ts';
import { openDatabase } from './database.ts';
import { prepareData } from './prepared.ts';
import { root } from './run.ts';
import { fail, say } from './say.ts';

try {
  process.chdir(root);
  const database = await openDatabase();
  await prepareData(database);
  const worker = await startWorker(database.appUrl);
  say('后台任务正在运行，按 Ctrl-C 停止', 'the jobs are running, Ctrl-C stops them');
  const awake = setInterval(() => undefined, 60_000);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, async () => {
      clearInterval(awake);
      await worker.stop();
      await database.stop();
      process.exit(0);
    });
  }
} catch (error) {
  fail(error);
}
