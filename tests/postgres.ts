import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { TestProject } from 'vitest/node';
import { findPlace, giveTo, type Place } from '#app/db/embedded-place.ts';
import { freePort, initialise, readPostmaster } from '#app/db/embedded-process.ts';
import { migrate } from '#app/db/migrate.ts';
import { prepareDatabase } from '#app/db/prepare.ts';
import { seedTemplate } from './template.ts';

/** What each test file is told: the server, and the template as its two roles see it. */
export type TestServer = { adminUrl: string; migratorUrl: string; appUrl: string };

declare module 'vitest' {
  export interface ProvidedContext {
    postgres: TestServer;
  }
}

const root = path.resolve(import.meta.dirname, '..');
const passwords = { postgres: 'tests', migrator: 'tests', app: 'tests' };
const templateName = 'tongyou_template';

/** What the template is made of: when one of these changes, it is made anew. */
const ingredients = ['app/db/migrations/**', 'app/db/migrate.ts', 'app/db/prepare.ts', 'app/db/embedded-process.ts', 'tests/template.ts', 'seed/*.ts', 'data/**', 'package-lock.json'];

/** 测试数据库: one throw-away PostgreSQL a run, copied from a prepared one; it dies with the run, however the run ends. */
export default async function setup(project: TestProject) {
  const temporary = mkdtempSync(path.join(tmpdir(), 'tongyou-test-'));
  const place = findPlace(temporary, () => undefined);
  giveTo(place, place.home);
  const template = path.join(root, 'node_modules', '.cache', 'tongyou', `postgres-${fingerprint()}-${process.getuid?.() ?? 0}`);
  const fresh = !existsSync(template);
  if (fresh) await initialise(place, passwords.postgres);
  else copy(template, place.data);
  let server = await start(place);
  if (fresh) {
    await fill(server.adminUrl);
    await stop(server.child);
    keep(place, template);
    server = await start(place);
  } else {
    const now = new Date();
    utimesSync(template, now, now);
  }
  project.provide('postgres', addresses(server.adminUrl));
  return async () => {
    await stop(server.child);
    for (const left of [place.home, temporary]) rmSync(left, { recursive: true, force: true });
  };
}

function addresses(adminUrl: string): TestServer {
  const as = (user: string) => adminUrl.replace('//postgres:', `//${user}:`).replace(/postgres$/, templateName);
  return { adminUrl, migratorUrl: as('tongyou_migrator'), appUrl: as('tongyou_app') };
}

async function fill(adminUrl: string) {
  const urls = await prepareDatabase(adminUrl, templateName, passwords);
  await migrate(urls.migratorUrl);
  await seedTemplate(urls);
}

function fingerprint(): string {
  const hash = createHash('sha256');
  for (const file of globSync(ingredients, { cwd: root }).sort()) {
    const full = path.join(root, file);
    if (statSync(full).isFile()) hash.update(file).update(readFileSync(full));
  }
  return hash.digest('hex').slice(0, 16);
}

/** One program copies a thousand small files faster than we do, and keeps their owner. */
function copy(from: string, to: string) {
  const { status, stderr } = spawnSync('cp', ['-a', '--reflink=auto', from, to]);
  if (status !== 0) throw new Error(`The test database was not copied: ${stderr}`);
}

/** Keeps the stopped data folder for the next run, and drops those that nobody has used for long. */
function keep(place: Place, template: string) {
  const folder = path.dirname(template);
  mkdirSync(folder, { recursive: true });
  const draft = `${template}.${process.pid}`;
  copy(place.data, draft);
  try {
    renameSync(draft, template);
  } catch {
    rmSync(draft, { recursive: true, force: true }); // another run was quicker with the same one
  }
  const old = readdirSync(folder).map((name) => path.join(folder, name)).sort((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs).slice(4);
  for (const each of old) rmSync(each, { recursive: true, force: true });
}

const careless = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'shared_buffers=64MB', 'max_connections=200', 'autovacuum=off', 'jit=off', 'timezone=UTC', 'max_wal_size=4GB', 'wal_level=minimal', 'max_wal_senders=0', 'unix_socket_directories=', 'listen_addresses=127.0.0.1'];

/** The shell waits for our word; when we are killed it reads the end of the pipe instead, ends the server and clears up. */
const guard = `home=$1; shift; "$@" >"$home/postgres.log" 2>&1 & server=$!
if read -r word; then kill -INT $server; wait $server; else kill -QUIT $server; wait $server; rm -rf "$home"; fi`;

async function stop(child: ChildProcess) {
  if (child.exitCode !== null) return;
  const over = new Promise((resolve) => child.once('exit', resolve));
  child.stdin?.end('stop\n');
  await over;
}

async function start(place: Place): Promise<{ child: ChildProcess; adminUrl: string }> {
  for (let tries = 0; tries < 5; tries += 1) {
    const port = await freePort();
    const args = [path.join(place.binaries, 'bin', 'postgres'), '-D', place.data, ...[...careless, `port=${port}`].flatMap((each) => ['-c', each])];
    const child = spawn('/bin/sh', ['-c', guard, 'sh', place.home, ...args], {
      ...place.as, cwd: '/', detached: true, env: { PATH: process.env.PATH ?? '/usr/bin:/bin', LC_ALL: 'C.UTF-8' }, stdio: ['pipe', 'ignore', 'ignore'],
    });
    for (let waited = 0; waited < 3000 && child.exitCode === null; waited += 1) {
      if (readPostmaster(place.data)?.status === 'ready') return { child, adminUrl: `postgres://postgres:${passwords.postgres}@127.0.0.1:${port}/postgres` };
      await sleep(10);
      if (waited % 100 === 99 && !existsSync(path.join(place.data, 'postmaster.pid'))) break;
    }
    await stop(child);
  }
  throw new Error(`The test database did not start: ${readFileSync(path.join(place.home, 'postgres.log'), 'utf8')}`);
}
