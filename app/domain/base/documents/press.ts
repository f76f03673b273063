import { type ChildProcess, fork } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { Refusal } from '#app/platform/refusal.ts';

/** 存档格式: the third part of PDF/A alone may carry other files. */
export type PdfStandard = 'a-2a' | 'a-3a';

/** What the press can be asked to do, and what it hands back. */
export type PressJob =
  | { task: 'pdf'; template: string; data: string; standard?: PdfStandard }
  | { task: 'read-word'; content: Uint8Array }
  | { task: 'read-sheet'; content: Uint8Array }
  | { task: 'read-grid'; content: Uint8Array };
export type PressAnswer = { id: number; result: unknown } | { id: number; refusal: string; status: number } | { id: number; failure: string };

/** The press is killed when one piece of work takes longer or more than this; it ends by itself when nobody needs it. */
const limits = { seconds: 20, gridSeconds: 60, megabytes: 700, waiting: 40, idleSeconds: 60 };

type Waiting = { job: PressJob; resolve: (result: never) => void; reject: (error: Error) => void };
const queue: Waiting[] = [];
let press: ChildProcess | undefined;
let idle: NodeJS.Timeout | undefined;
let isBusy = false;

/**
 * 印房: a process of its own for setting type and for opening what strangers wrote. The server goes on answering,
 * and whatever hangs or grows in there is killed without harm.
 */
export function askPress<R>(job: PressJob): Promise<R> {
  if (queue.length >= limits.waiting) return Promise.reject(new Refusal('documents-busy', 503));
  return new Promise<R>((resolve, reject) => {
    queue.push({ job, resolve, reject });
    void next();
  });
}

async function next(): Promise<void> {
  const work = isBusy ? undefined : queue.shift();
  if (!work) return;
  isBusy = true;
  clearTimeout(idle);
  try {
    work.resolve((await printed(work.job)) as never);
  } catch (error) {
    work.reject(error as Error);
  }
  isBusy = false;
  idle = setTimeout(endPress, limits.idleSeconds * 1000);
  idle.unref();
  void next();
}

let lastId = 0;

function printed(job: PressJob): Promise<unknown> {
  press ??= start();
  const running = press;
  const id = ++lastId;
  const { promise, resolve, reject } = Promise.withResolvers<unknown>();
  const refuse = () => {
    endPress();
    reject(new Refusal('document-too-heavy', 422));
  };
  const clock = setTimeout(refuse, (job.task === 'read-grid' ? limits.gridSeconds : limits.seconds) * 1000);
  const scale = setInterval(async () => {
    if ((await megabytesOf(running.pid)) > limits.megabytes) refuse();
  }, 200);
  const answered = (answer: PressAnswer) => {
    if (answer.id !== id) return;
    if ('refusal' in answer) reject(new Refusal(answer.refusal, answer.status));
    else if ('failure' in answer) reject(new Error(answer.failure));
    else resolve(answer.result);
  };
  const ended = () => {
    if (press === running) press = undefined;
    reject(new Refusal('document-too-heavy', 422));
  };
  running.on('message', answered);
  running.once('exit', ended);
  running.once('error', ended);
  running.send({ id, ...job });
  return promise.finally(() => {
    clearTimeout(clock);
    clearInterval(scale);
    running.off('message', answered);
    running.off('exit', ended);
    running.off('error', ended);
  });
}

/** Without our settings: the press needs no password, no database and no network. */
function start(): ChildProcess {
  const child = fork(path.resolve('app/domain/base/documents/press-process.ts'), [], {
    env: { PATH: process.env.PATH, LANG: 'C.UTF-8' },
    execArgv: ['--max-old-space-size=256'],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  child.unref();
  child.channel?.unref();
  return child;
}

async function megabytesOf(pid: number | undefined): Promise<number> {
  const pages = await readFile(`/proc/${pid}/statm`, 'utf8').catch(() => '');
  return (Number(pages.split(' ')[1] ?? 0) * 4096) / 1_000_000;
}

/** 收工: the press gives back all its memory; the next piece of work starts another one. */
export function endPress(): void {
  clearTimeout(idle);
  press?.kill('SIGKILL');
  press = undefined;
}
