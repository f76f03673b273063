import { type ChildProcess, spawn } from 'node:child_process';
import { appendFileSync, closeSync, openSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { readPostmaster } from '#app/db/embedded-process.ts';
import { root } from '../../scripts/run.ts';
import { answers } from '../site.ts';

export type Victim = 'app' | 'postgres' | 'backend' | 'both';
export type KeptAlive = { port: number; log: string; ends: string[]; kill: (victim: Victim) => void; untilBack: () => Promise<number>; stop: () => Promise<void> };

/** 看守: starts the app as people do and again whenever it dies, as a service manager would; it repairs nothing. `ends` says how it died each time. */
export async function keepAlive(folder: string, data: string, port: number): Promise<KeptAlive> {
  const log = path.join(folder, 'app.log');
  let child: ChildProcess;
  let isOver = false;
  const ends: string[] = [];
  const lastWords = () => readFileSync(log, 'utf8').split('\n').slice(-30).join('\n');
  const start = () => {
    const out = openSync(log, 'a');
    child = spawn(process.execPath, [path.join(root, 'scripts/start.ts')], {
      cwd: root, env: { ...process.env, NODE_ENV: 'production', PORT: String(port) }, stdio: ['ignore', out, out],
    });
    closeSync(out);
    child.once('exit', (code, signal) => {
      if (isOver) return;
      ends.push(`the app ended (${signal ?? code}), its last words:\n${lastWords()}`);
      appendFileSync(log, '--- the app is gone and is started again\n');
      start();
    });
  };
  start();

  let former: { app?: number | undefined; postgres?: number | undefined } = {};
  // What was killed may still answer for a moment: back is who came after it.
  const isAnother = () => (!former.app || child.pid !== former.app) && (!former.postgres || (readPostmaster(data)?.pid ?? former.postgres) !== former.postgres);
  const untilBack = async () => {
    const from = performance.now();
    while (!isAnother() || !(await answers(port, '/health'))) {
      if (performance.now() - from > 60_000) throw new Error(`It did not come back within a minute:\n${lastWords()}`);
      await sleep(20);
    }
    return performance.now() - from;
  };
  await untilBack();

  return {
    port, log, ends, untilBack,
    kill(victim) {
      const postmaster = postmasterOf(data);
      former = { ...(victim === 'app' || victim === 'both' ? { app: child.pid } : {}), ...(victim === 'postgres' || victim === 'both' ? { postgres: postmaster } : {}) };
      if (victim === 'app' || victim === 'both') child.kill('SIGKILL');
      if (victim === 'postgres' || victim === 'both') process.kill(postmaster, 'SIGKILL');
      if (victim === 'backend') send(childOf(postmaster), 'SIGKILL');
    },
    async stop() {
      isOver = true;
      const over = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      await over;
    },
  };
}

/** The server's own process; a run that finds none would kill nobody and prove nothing. */
function postmasterOf(data: string): number {
  const found = readPostmaster(data);
  if (!found) throw new Error(`No database serves ${data}.`);
  return found.pid;
}

/** One of the processes that the database server has started, any of them. */
function childOf(postmaster: number): number {
  const children = childrenOf(postmaster);
  return children[Math.floor(Math.random() * children.length)]!;
}

function childrenOf(postmaster: number): number[] {
  const children = readdirSync('/proc').filter((name) => {
    if (!/^\d+$/.test(name)) return false;
    try {
      return Number(readFileSync(`/proc/${name}/stat`, 'utf8').replace(/^.*\) /, '').split(' ')[1]) === postmaster;
    } catch {
      return false;
    }
  });
  return children.map(Number);
}

/** 停住: the whole database server stands still, as on a host that hangs; the answer lets it go on. */
export function freeze(data: string): () => void {
  const postmaster = postmasterOf(data);
  const all = [postmaster, ...childrenOf(postmaster)];
  for (const pid of all) send(pid, 'SIGSTOP');
  return () => all.forEach((pid) => send(pid, 'SIGCONT'));
}

function send(pid: number, signal: NodeJS.Signals) {
  try {
    process.kill(pid, signal);
  } catch {
    // it was gone by itself
  }
}
