import { spawn } from 'node:child_process';
import { chmodSync, closeSync, existsSync, mkdirSync, openSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { giveTo, sentence, type Place } from './embedded-place.ts';

/** What postmaster.pid says of a running server. */
export type Postmaster = { pid: number; port: number; status: string };

const forSmallMachine = {
  listen_addresses: '127.0.0.1',
  max_connections: '60',
  shared_buffers: '192MB',
  effective_cache_size: '1GB',
  work_mem: '16MB',
  maintenance_work_mem: '128MB',
  max_wal_size: '2GB',
  checkpoint_timeout: '10min',
  random_page_cost: '1.1',
  jit: 'off',
  fsync: 'on',
  synchronous_commit: 'on',
  full_page_writes: 'on',
  recovery_init_sync_method: 'syncfs', // a thousand files one by one is what recovery waits for
  timezone: 'UTC',
  log_timezone: 'UTC',
  password_encryption: 'scram-sha-256',
};

function outside(place: Place) {
  return { ...place.as, cwd: '/', env: { PATH: process.env.PATH ?? '/usr/bin:/bin', LC_ALL: 'C.UTF-8', TZ: 'UTC' } };
}

/** 初始化: makes the data folder; a half-made one is never taken for a whole one. */
export async function initialise(place: Place, password: string): Promise<void> {
  for (const left of readdirSync(place.home)) {
    if (left.startsWith('data.new-')) rmSync(path.join(place.home, left), { recursive: true, force: true });
  }
  const draft = path.join(place.home, `data.new-${process.pid}`);
  const secret = path.join(place.home, `.word-${process.pid}`);
  mkdirSync(draft, { mode: 0o700 });
  giveTo(place, draft);
  writeFileSync(secret, password, { mode: 0o600 });
  giveTo(place, secret);
  try {
    await run(place, 'initdb', [
      '-D', draft, '-U', 'postgres', `--pwfile=${secret}`, '--auth=scram-sha-256', '--data-checksums', '--encoding=UTF8',
      // The builtin C.UTF-8 sorts by code point and still knows Chinese letters, which trigram indexes need.
      '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C.UTF-8',
    ]);
    renameSync(draft, place.data);
  } finally {
    rmSync(secret, { force: true });
    rmSync(draft, { recursive: true, force: true });
  }
}

function run(place: Place, program: string, args: string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(path.join(place.binaries, 'bin', program), args, { ...outside(place), stdio: ['ignore', 'ignore', 'pipe'] });
    let said = '';
    child.stderr.on('data', (piece) => (said += piece));
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) return resolve();
      reject(sentence(`${program} 没有成功：${said.trim()}`, `${program} failed: ${said.trim()}`));
    });
  });
}

/** 启动: resolves when the server answers or says why it does not. It outlives us on purpose: data first. */
export async function launch(place: Place, port: number, settings: Record<string, string> = {}): Promise<{ pid: number } | { failed: string }> {
  const logFile = path.join(place.home, 'postgres.log');
  if (existsSync(logFile) && statSync(logFile).size > 5_000_000) renameSync(logFile, `${logFile}.1`);
  const from = existsSync(logFile) ? statSync(logFile).size : 0;
  const all = { ...forSmallMachine, ...socketSettings(place), ...settings, port: String(port) };
  const args = ['-D', place.data, ...Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`])];
  const out = openSync(logFile, 'a', 0o600);
  const child = spawn(path.join(place.binaries, 'bin', 'postgres'), args, { ...outside(place), detached: true, stdio: ['ignore', out, out] });
  closeSync(out);
  child.unref();
  let over = false;
  child.on('exit', () => (over = true));
  child.on('error', () => (over = true));
  for (;;) {
    const postmaster = readPostmaster(place.data);
    if (postmaster && postmaster.pid === child.pid && postmaster.status === 'ready') return { pid: postmaster.pid };
    if (over) return { failed: readFileSync(logFile).subarray(from).toString().trim() };
    await sleep(15);
  }
}

/** A socket's path may not be longer than 107 bytes; from a deep folder the server has its port only. */
function socketSettings(place: Place) {
  const folder = socketFolder(place);
  if (Buffer.byteLength(folder) > 80) return { unix_socket_directories: '' };
  mkdirSync(folder, { recursive: true });
  chmodSync(folder, 0o711);
  giveTo(place, folder);
  return { unix_socket_directories: folder };
}

const socketFolder = (place: Place) => path.join(place.home, 'socket');

/** The way in: through the socket, which costs half a port's processor time for each question, or through the port where there is none. */
export function addressOf(place: Place, user: string, password: string, port: number): string {
  const folder = socketFolder(place);
  const socket = existsSync(path.join(folder, `.s.PGSQL.${port}`)) ? `?host=${encodeURIComponent(folder)}` : '';
  return `postgres://${user}:${password}@127.0.0.1:${port}/postgres${socket}`;
}

/** Reads postmaster.pid, if there is one. */
export function readPostmaster(data: string): Postmaster | undefined {
  try {
    const lines = readFileSync(path.join(data, 'postmaster.pid'), 'utf8').split('\n');
    return { pid: Number(lines[0]), port: Number(lines[3]), status: (lines[7] ?? 'starting').trim() };
  } catch {
    return undefined;
  }
}

/** Is this process number a postgres on exactly this data folder? After a restart the number may be anybody's. */
export function isServing(pid: number, data: string): boolean {
  try {
    const words = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
    if (path.basename(words[0] ?? '') !== 'postgres') return false;
    if (words[words.indexOf('-D') + 1] === data) return true;
    const [works, ours] = [statSync(`/proc/${pid}/cwd`), statSync(data)]; // the same folder under another name
    return works.ino === ours.ino && works.dev === ours.dev;
  } catch {
    return false;
  }
}

/** 停止: fast shutdown; if it hangs, immediate shutdown, from which PostgreSQL recovers by itself. Never kill -9. */
export async function halt(pid: number, data: string): Promise<void> {
  for (const [signal, seconds] of [['SIGINT', 20], ['SIGQUIT', 10]] as const) {
    if (!isServing(pid, data)) return;
    process.kill(pid, 'SIGCONT');
    process.kill(pid, signal);
    for (let waited = 0; waited < seconds * 50; waited += 1) {
      if (!isServing(pid, data)) return;
      await sleep(20);
    }
  }
  throw sentence(`数据库进程 ${pid} 停不下来，请先结束它再启动`, `the database process ${pid} does not stop: end it, then start again`);
}

/** A port of 127.0.0.1 that is free now: the wished one if possible, else one below those the system lends out. */
export async function freePort(wished?: number): Promise<number> {
  for (let tries = 0; tries < 50; tries += 1) {
    const port = tries === 0 && wished ? wished : 20_000 + Math.floor(Math.random() * 10_000);
    const free = await new Promise<boolean>((resolve) => {
      const probe = createServer();
      probe.once('error', () => resolve(false));
      probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
    });
    if (free) return port;
  }
  throw sentence('找不到空闲的端口给数据库用', 'no free port was found for the database');
}
