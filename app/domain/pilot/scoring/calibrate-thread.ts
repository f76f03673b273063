import { setPriority } from 'node:os';
import { parentPort, workerData } from 'node:worker_threads';
import { calibrate } from './calibrate.ts';
import type { CalibrateOptions, Mark } from './model.ts';

const behindEverybody = 10;
setPriority(behindEverybody); // of this thread alone, so that people's requests come first
const { marks, options } = workerData as { marks: Mark[]; options: CalibrateOptions };
const reckoned = calibrate(marks, options);
parentPort!.postMessage({ reckoned }, []);
