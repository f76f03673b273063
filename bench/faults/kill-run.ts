import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '#app/db/embedded-process.ts';
import { prepareGround } from './ground.ts';
import { inspect } from './inspection.ts';
import { keepAlive, type Victim } from './kept-alive.ts';
import { startWriting } from './writers.ts';

export type Outcome = {
  kills: Record<Victim, number>; receipts: number; submitted: number; files: number; retries: number; lost: number; doubled: number; slowest: number; middle: number; faults: string[];
};

const victims: readonly Victim[] = ['app', 'postgres', 'both', 'app', 'backend', 'both'];

/** 杀进程: people submit and upload while processes are killed at random moments; afterwards the books are looked at. */
export async function killRun({ folder, kills, drafts, tell }: { folder: string; kills: number; drafts: number; tell: (line: string) => void }): Promise<Outcome> {
  const ground = await prepareGround(folder, drafts);
  const app = await keepAlive(ground.folder, ground.data, await freePort());
  const writers = startWriting(ground, app.port);
  const counted: Record<Victim, number> = { app: 0, postgres: 0, backend: 0, both: 0 };
  const pauses: number[] = [];
  try {
    for (let i = 0; i < kills; i += 1) {
      await sleep(100 + Math.random() * 1000);
      const victim = victims[i % victims.length]!;
      app.kill(victim);
      counted[victim] += 1;
      await sleep(20); // a process that was killed still answers for a moment
      const pause = await app.untilBack();
      pauses.push(pause);
      if (i % 10 === 9) tell(`${i + 1} kills, ${writers.told.receipts.size} receipts, slowest return ${Math.round(Math.max(...pauses))} ms`);
    }
    await writers.stop();
  } finally {
    await app.stop();
  }
  const { faults, ...books } = await inspect(ground, writers.told);
  const sorted = pauses.toSorted((a, b) => a - b);
  const { receipts, files, retries } = writers.told;
  return {
    kills: counted, receipts: receipts.size, ...books, files: files.size, retries, slowest: Math.round(sorted.at(-1) ?? 0), middle: Math.round(sorted[Math.floor(sorted.length / 2)] ?? 0), faults,
  };
}
