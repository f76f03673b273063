import path from 'node:path';
import { Worker } from 'node:worker_threads';
import type { DecisionAnswer, DecisionQuestion } from './decide-thread.ts';
import type { Shown } from './protect.ts';
import { decideTold, type ToldYears } from './told-year.ts';

type Waiting = { resolve: (shown: Shown) => void; reject: (error: Error) => void };

/** What is read in a moment is decided here: so many letters of what regions say. */
const aMoment = 40_000;
/** After so long without a question the thread and its memory go. */
const idleMs = 60_000;

/** A thread with the questions that it alone has to answer. */
type Thread = { worker: Worker; waiting: Map<number, Waiting> };

let thread: Thread | undefined;
let idle: NodeJS.Timeout | undefined;
let lastId = 0;

/** 另起线程决定: a year of the whole country takes up to a second to decide, in which the server goes on answering. */
export function decideApart(years: ToldYears, restsAfter = idleMs): Promise<Shown> {
  const length = years.parts.flatMap(({ own, before }) => [...own, ...before]).reduce((sum, { said }) => sum + said.length, 0);
  if (length <= aMoment) return Promise.resolve(decideTold(years));
  const { worker, waiting } = (thread ??= start(restsAfter));
  worker.ref();
  clearTimeout(idle);
  const id = ++lastId;
  return new Promise((resolve, reject) => {
    waiting.set(id, { resolve, reject });
    worker.postMessage({ id, years } satisfies DecisionQuestion, []);
  });
}

function start(restsAfter: number): Thread {
  const worker = new Worker(path.resolve('app/domain/city/statistics-database/decide-thread.ts'), { execArgv: [] });
  const own: Thread = { worker, waiting: new Map() };
  worker.on('message', (answer: DecisionAnswer) => {
    const asked = own.waiting.get(answer.id);
    own.waiting.delete(answer.id);
    if ('failure' in answer) asked?.reject(new Error(answer.failure));
    else asked?.resolve({ all: new Set(answer.all), groups: new Set(answer.groups) });
    if (own.waiting.size === 0) rest(own, restsAfter);
  });
  const over = (error: Error) => {
    if (thread === own) thread = undefined;
    for (const { reject } of own.waiting.values()) reject(error);
    own.waiting.clear();
  };
  worker.on('error', over);
  worker.on('exit', () => over(new Error('the thread that decides what may be seen has ended')));
  return own;
}

/** Nothing to do: it holds up no process that wants to end, and after a while it goes. */
function rest(own: Thread, restsAfter: number): void {
  own.worker.unref();
  idle = setTimeout(() => {
    if (thread === own) thread = undefined;
    void own.worker.terminate();
  }, restsAfter).unref();
}
