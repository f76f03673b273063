import { setPriority } from 'node:os';
import { parentPort, workerData } from 'node:worker_threads';
import loadHighs from 'highs';
import { solve } from './solve.ts';
import type { Task } from './task.ts';

const behindEverybody = 5;
setPriority(behindEverybody); // of this thread alone, so that people's requests come first
const say = parentPort!.postMessage.bind(parentPort);
const highs = await loadHighs();
say({ solved: solve(highs, workerData as Task, (progress) => say({ progress })) });
