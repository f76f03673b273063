import path from 'node:path';
import { Worker } from 'node:worker_threads';
import type { DictionaryAnswer, DictionaryQuestion } from './dictionary-thread.ts';
import type { Entry, Question } from './words.ts';

type Waiting = { resolve: (found: never) => void; reject: (error: Error) => void };

/** The dictionary costs more memory than the rest of a quiet server: after so long without a question it is closed. */
const idleMs = 120_000;

const waiting = new Map<number, Waiting>();
let thread: Worker | undefined;
let idle: NodeJS.Timeout | undefined;
let lastId = 0;

/** 问词: what was typed, as the index understands it; undefined when it holds no word. */
export function questionOf(typed: string): Promise<Question | undefined> {
  return ask({ task: 'question', typed });
}

/** 索引词: what the index keeps of an entry. */
export function lexemesOf(entry: Entry): Promise<string[]> {
  return ask({ task: 'lexemes', entry });
}

function ask<T>(question: DictionaryQuestion): Promise<T> {
  thread ??= start();
  thread.ref();
  clearTimeout(idle);
  const id = ++lastId;
  return new Promise<T>((resolve, reject) => {
    waiting.set(id, { resolve, reject });
    thread!.postMessage({ id, question }, []);
  });
}

/** 词典线程: a thread of its own, so that its memory goes when it ends; the next question opens it anew. */
function start(): Worker {
  const worker = new Worker(path.resolve('app/domain/public/search/dictionary-thread.ts'));
  worker.on('message', ({ id, ...answer }: DictionaryAnswer) => {
    const asked = waiting.get(id);
    waiting.delete(id);
    if ('failure' in answer) asked?.reject(new Error(answer.failure));
    else asked?.resolve(answer.found as never);
    if (waiting.size === 0) rest(worker);
  });
  const over = (error: Error) => {
    if (thread === worker) thread = undefined;
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  };
  worker.on('error', over);
  worker.on('exit', () => over(new Error('the dictionary was closed')));
  return worker;
}

/** Nothing to do: it holds up no process that wants to end, and after a while it goes. */
function rest(worker: Worker): void {
  worker.unref();
  idle = setTimeout(() => {
    if (thread !== worker) return;
    thread = undefined;
    void worker.terminate();
  }, idleMs).unref();
}
