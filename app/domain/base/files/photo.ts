import { type ChildProcess, fork } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { Refusal } from '#app/platform/refusal.ts';
import { longestSide, mostPhotoPixels } from './model.ts';

export type PhotoAnswer = { jpeg: Uint8Array } | { refusal: string };

/** One photograph at a time; a process that takes longer or more memory than this is ended. */
const limits = { seconds: 30, megabytes: 1200, waiting: 10 };

let line: Promise<unknown> = Promise.resolve();
let waiting = 0;

/**
 * 冲印: a photograph of a telephone (HEIC) becomes a picture that every browser shows. It is unpacked in a process of its own,
 * without our settings: whatever a stranger's file does in there, the server goes on answering.
 */
export async function develop(content: Buffer): Promise<Buffer> {
  if (waiting >= limits.waiting) throw new Refusal('file-photos-busy', 503);
  waiting += 1;
  const turn = line.then(() => unpack(content)).finally(() => (waiting -= 1));
  line = turn.catch(() => undefined);
  return turn;
}

async function unpack(content: Buffer): Promise<Buffer> {
  const child = fork(path.resolve('app/domain/base/files/photo-process.ts'), [], {
    env: { PATH: process.env.PATH, LANG: 'C.UTF-8' },
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  const { promise, resolve } = Promise.withResolvers<PhotoAnswer>();
  const refuse = (refusal: string) => resolve({ refusal });
  const clock = setTimeout(() => refuse('file-damaged'), limits.seconds * 1000);
  const scale = setInterval(() => void megabytesOf(child).then((size) => size > limits.megabytes && refuse('file-too-many-pixels')), 200);
  child.once('message', (answer: PhotoAnswer) => resolve(answer));
  child.once('error', () => refuse('file-damaged'));
  child.once('exit', () => refuse('file-damaged'));
  child.send({ content, mostPixels: mostPhotoPixels, longestSide });
  const answer = await promise.finally(() => {
    clearTimeout(clock);
    clearInterval(scale);
    child.kill('SIGKILL');
  });
  if ('refusal' in answer) throw new Refusal(answer.refusal, 400);
  return Buffer.from(answer.jpeg);
}

async function megabytesOf(child: ChildProcess): Promise<number> {
  const pages = await readFile(`/proc/${child.pid}/statm`, 'utf8').catch(() => '');
  return (Number(pages.split(' ')[1] ?? 0) * 4096) / 1_000_000;
}
