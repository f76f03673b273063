import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { Refusal } from '#app/platform/refusal.ts';
import type { Progress, Solved, Task } from './solve/task.ts';

/** A plan that takes longer is broken off. */
const longest = 180_000;
const thread = path.resolve('app/domain/pilot/assigning/solve/thread.ts');

type Word = { progress: Progress } | { solved: Solved };

/** 另起线程求解: the server goes on answering meanwhile; the thread and its memory go when it is done. */
export function solveApart(task: Task, tell: (progress: Progress) => void = () => undefined): Promise<Solved> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(thread, { workerData: task, execArgv: [], resourceLimits: { maxOldGenerationSizeMb: 1024 } });
    const tooLong = setTimeout(() => {
      reject(new Refusal('plan-too-long'));
      void worker.terminate();
    }, longest);
    worker.on('message', (word: Word) => {
      if ('solved' in word) resolve(word.solved);
      else tell(word.progress);
    });
    worker.once('error', reject);
    worker.once('exit', (code) => {
      clearTimeout(tooLong);
      reject(new Error(`The solver's thread ended with ${code}.`));
    });
  });
}
