import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '#app/db/embedded-process.ts';
import { root } from '../scripts/run.ts';

export type Site = { pid: number; port: number; child: ChildProcess; startedIn: number; stop: (signal?: NodeJS.Signals) => Promise<void> };
type Options = { script: string; args?: string[]; env?: NodeJS.ProcessEnv; port?: number; ready?: string; log?: string; within?: number };

/** 起一个服务: a process of its own, ready when the path answers 200; `startedIn` is how long that took. BENCH_PROFILE names a folder for its profile. */
export async function startSite({ script, args = [], env = {}, port, ready = '/', log = 'var/bench-site.log', within = 60_000 }: Options): Promise<Site> {
  const chosen = port ?? (await freePort());
  mkdirSync(path.resolve(root, path.dirname(log)), { recursive: true });
  const out = openSync(path.resolve(root, log), 'w');
  const from = performance.now();
  const profile = process.env.BENCH_PROFILE ? ['--cpu-prof', `--cpu-prof-dir=${process.env.BENCH_PROFILE}`] : [];
  const child = spawn(process.execPath, ['--max-semi-space-size=8', ...profile, path.join(root, script), ...args], {
    cwd: root, env: { ...process.env, NODE_ENV: 'production', MALLOC_ARENA_MAX: '2', ...env, PORT: String(chosen) }, stdio: ['ignore', out, out],
  });
  closeSync(out);
  while (!(await answers(chosen, ready))) {
    const waited = performance.now() - from;
    if (child.exitCode === null && waited < within) {
      await sleep(10);
      continue;
    }
    child.kill('SIGKILL');
    const said = readFileSync(path.resolve(root, log), 'utf8').split('\n').slice(-20).join('\n');
    throw new Error(`${script} did not answer within ${Math.round(waited / 1000)} s:\n${said}`);
  }
  return {
    pid: child.pid!, port: chosen, child, startedIn: performance.now() - from,
    async stop(signal = 'SIGTERM') {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const over = new Promise((resolve) => child.once('exit', resolve));
      child.kill(signal);
      await over;
    },
  };
}

/** Whether the path answers 200 now. */
export async function answers(port: number, ready: string): Promise<boolean> {
  try {
    const answer = await fetch(`http://127.0.0.1:${port}${ready}`, { signal: AbortSignal.timeout(5000), headers: { connection: 'close' } });
    await answer.arrayBuffer();
    return answer.status === 200;
  } catch {
    return false;
  }
}
