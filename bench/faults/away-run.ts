import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '#app/db/embedded-process.ts';
import { clientOf } from '../measure.ts';
import { prepareGround } from './ground.ts';
import { type Books, inspect } from './inspection.ts';
import { freeze, keepAlive } from './kept-alive.ts';
import { startWriting } from './writers.ts';

export type AwayOutcome = Books & { seconds: number; receipts: number; files: number; asked: number; statuses: Record<string, number>; slowest: number; back: number };

/** 数据库停住: people go on submitting and reading while the database stands still; each is told so, and it goes on by itself; how long that took is for the reader to judge. */
export async function awayRun({ folder, seconds, drafts }: { folder: string; seconds: number; drafts: number }): Promise<AwayOutcome> {
  const ground = await prepareGround(folder, drafts);
  const app = await keepAlive(ground.folder, ground.data, await freePort());
  const writers = startWriting(ground, app.port);
  const client = clientOf(app.port, 32);
  const statuses: Record<string, number> = {};
  const wrong: string[] = [];
  let slowest = 0;
  let back = 0;
  let goOn = () => {};
  try {
    await sleep(3000);
    goOn = freeze(ground.data);
    const until = performance.now() + seconds * 1000;
    const addresses = ['/', '/notices', '/pilots', '/account/sign-in', '/health', '/api/v1/pilots', '/apply'];
    await Promise.all(
      Array.from({ length: 8 }, async (_, n) => {
        for (let i = n; performance.now() < until; i += 1) {
          const path = addresses[i % addresses.length]!;
          const from = performance.now();
          const answer = await client.ask({ path, headers: { cookie: ground.drafts[i % ground.drafts.length]!.cookie } }).catch((error: Error) => error);
          slowest = Math.max(slowest, performance.now() - from);
          if (answer instanceof Error) {
            wrong.push(`${path} had no answer: ${answer.message}`);
            break;
          }
          statuses[answer.status] = (statuses[answer.status] ?? 0) + 1;
          if (answer.status !== 503 && answer.status !== 200) wrong.push(`${path} answered ${answer.status} without a database`);
          if (answer.status === 503 && !/数据库|database/.test(answer.body)) wrong.push(`${path} said nothing of the database`);
          await sleep(100);
        }
      }),
    );
    goOn();
    back = await app.untilBack();
    await sleep(3000);
    await writers.stop();
  } finally {
    goOn();
    client.close();
    await app.stop();
  }
  const books = await inspect(ground, writers.told);
  const { receipts, files } = writers.told;
  return {
    ...books, faults: [...books.faults, ...wrong, ...app.ends], seconds, receipts: receipts.size, files: files.size, asked: Object.values(statuses).reduce((sum, n) => sum + n, 0), statuses,
    slowest: Math.round(slowest), back: Math.round(back),
  };
}
