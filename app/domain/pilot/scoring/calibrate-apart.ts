import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { Refusal } from '#app/platform/refusal.ts';
import type { CalibrateOptions, Calibration, Mark } from './model.ts';

/** A reckoning that takes longer is broken off. */
const longest = 180_000;
const thread = path.resolve('app/domain/pilot/scoring/calibrate-thread.ts');

/** 另起线程计分: with hundreds of reviewers it takes seconds, in which the server goes on answering. */
export function calibrateApart(marks: readonly Mark[], options: CalibrateOptions): Promise<Calibration> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(thread, { workerData: { marks, options }, execArgv: [] });
    const tooLong = setTimeout(() => {
      reject(new Refusal('scoring-too-long'));
      void worker.terminate();
    }, longest);
    worker.once('message', ({ reckoned }: { reckoned: Calibration }) => resolve(reckoned));
    worker.once('error', reject);
    worker.once('exit', (code) => {
      clearTimeout(tooLong);
      reject(new Error(`The thread that reckons scores ended with ${code}.`));
    });
  });
}
