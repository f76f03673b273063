import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { alone } from './alone.ts';
import { findPlace, sentence, type Place, type Say } from './embedded-place.ts';
import { addressOf, freePort, halt, initialise, isServing, launch, readPostmaster } from './embedded-process.ts';

/** Made at the first start and kept beside the data: three roles' passwords and the secret of the sign-in cookies. */
export type Passwords = { postgres: string; migrator: string; app: string; cookies: string };
export type Embedded = { adminUrl: string; passwords: Passwords; home: string; reused: boolean; stop: () => Promise<void> };
type Keys = Passwords & { port: number };

/** Everybody who uses the database holds this lock shared; who gets it alone is the last and may stop it. */
const inUse = 1981_0601;

/** 内置数据库: starts PostgreSQL in `dir`, or joins the one that already serves it, and keeps it alive until `stop`. */
export async function startEmbedded({ dir, log = () => undefined }: { dir: string; log?: Say }): Promise<Embedded> {
  const place = findPlace(dir, log);
  const keys = await locked(place, log, () => readKeys(place));
  let stopping = false;
  let keeper: pg.Client;
  let minding: Promise<void> = Promise.resolve();

  const urlNow = () => addressOf(place, 'postgres', keys.postgres, keys.port);
  const join = (samePort: boolean) =>
    locked(place, log, async () => {
      const reused = await ensureRunning(place, keys, log, samePort);
      keeper = await hold(urlNow());
      keeper.once('end', () => {
        if (!stopping) minding = rejoin();
      });
      return reused;
    });
  const rejoin = async () => {
    log('数据库中断，正在恢复', 'the database broke off and is being restored');
    for (let pause = 100; !stopping; pause = Math.min(pause * 2, 5000)) {
      try {
        await join(true); // our connections know only this port
        return log('数据库已恢复', 'the database is back');
      } catch (error) {
        log(`数据库还没有恢复：${(error as Error).message}`, 'the database is not back yet');
        await sleep(pause);
      }
    }
  };

  const reused = await join(false);
  return {
    adminUrl: urlNow(),
    passwords: keys,
    home: place.home,
    reused,
    async stop() {
      stopping = true;
      await minding;
      await locked(place, log, async () => {
        const last = await isLast(keeper);
        const postmaster = readPostmaster(place.data);
        if (last && postmaster && isServing(postmaster.pid, place.data)) await halt(postmaster.pid, place.data);
        await keeper.end().catch(() => undefined);
      });
    },
  };
}

function locked<T>(place: Place, log: Say, run: () => Promise<T> | T): Promise<T> {
  return alone(place.home, run, {
    waiting: () => log('另一个启动正在准备数据库，请稍候', 'another start is preparing the database, waiting for it'),
    tooLong: () =>
      sentence('另一个启动三分钟没有备好数据库，请先结束它', 'another start has been preparing the database for three minutes: end it first'),
  });
}

function readKeys(place: Place): Keys {
  const file = path.join(place.home, 'keys.json');
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as Keys;
  if (existsSync(place.data)) {
    throw sentence(
      `缺少数据库的口令文件 ${file}，请从备份恢复它`,
      `the database's password file ${file} is missing: restore it from a backup`,
    );
  }
  const word = () => randomBytes(24).toString('base64url');
  const keys = { postgres: word(), migrator: word(), app: word(), cookies: randomBytes(36).toString('base64url'), port: 0 };
  writeKeys(place, keys);
  return keys;
}

function writeKeys(place: Place, keys: Keys) {
  const file = path.join(place.home, 'keys.json');
  const { uid, gid } = statSync(place.home);
  writeFileSync(`${file}.new`, JSON.stringify(keys, null, 2), { mode: 0o600, flush: true });
  if (process.getuid?.() === 0) chownSync(`${file}.new`, uid, gid); // the next start may be its owner's, not root's
  renameSync(`${file}.new`, file);
}

/** Leaves with the server answering: joined if it lives, waited for if it starts, stopped first if it hangs. */
async function ensureRunning(place: Place, keys: Keys, log: Say, samePort: boolean): Promise<boolean> {
  if (!existsSync(place.data)) {
    log('第一次运行，正在建立数据库', 'first run, making the database');
    await initialise(place, keys.postgres);
  }
  let reason = '';
  for (let tries = 0; tries < 20; tries += 1) {
    const postmaster = readPostmaster(place.data);
    if (postmaster && isServing(postmaster.pid, place.data)) {
      if (await becomesReady(postmaster.pid, place)) {
        const { port } = readPostmaster(place.data) ?? postmaster;
        if (await answers(keys, port)) {
          remember(place, keys, port);
          return true;
        }
      }
      log('上次留下的数据库没有应答，先停下它', 'the database left from last time does not answer, stopping it first');
      await halt(postmaster.pid, place.data);
      continue;
    }
    // PostgreSQL clears up after its own dead; a number that now belongs to another program would keep it from starting.
    if (postmaster && existsSync(`/proc/${postmaster.pid}`)) rmSync(path.join(place.data, 'postmaster.pid'), { force: true });
    const port = samePort ? keys.port : await freePort(keys.port || undefined);
    const started = await launch(place, port);
    if ('pid' in started) {
      remember(place, keys, port);
      return false;
    }
    reason = started.failed;
    if (!/Address already in use|still in use|lock file/.test(reason)) break;
    await sleep(300);
  }
  throw sentence(
    `数据库没有启动，记录在 ${path.join(place.home, 'postgres.log')}：${lastLine(reason)}`,
    `the database did not start, its log is ${path.join(place.home, 'postgres.log')}: ${lastLine(reason)}`,
  );
}

function lastLine(text: string) {
  return text.split('\n').findLast((line) => /FATAL|ERROR|error/.test(line)) ?? text.slice(-200);
}

function remember(place: Place, keys: Keys, port: number) {
  if (keys.port === port) return;
  keys.port = port;
  writeKeys(place, keys);
}

/** Waits for a server that starts, recovers or stops; a minute without end means it hangs. */
async function becomesReady(pid: number, place: Place): Promise<boolean> {
  for (let waited = 0; waited < 600; waited += 1) {
    const postmaster = readPostmaster(place.data);
    if (!postmaster || !isServing(pid, place.data)) return false;
    if (postmaster.status === 'ready') return true;
    await sleep(100);
  }
  return false;
}

async function answers(keys: Keys, port: number): Promise<boolean> {
  for (let tries = 0; tries < 30; tries += 1) {
    const client = new pg.Client({
      host: '127.0.0.1', port, user: 'postgres', password: keys.postgres, database: 'postgres', connectionTimeoutMillis: 4000, query_timeout: 4000,
    });
    client.on('error', () => undefined);
    try {
      await client.connect();
      await client.query('select 1');
      return true;
    } catch (error) {
      const { code } = error as { code?: string };
      if (code === '53300') return true; // full, therefore alive
      if (code !== '57P03' && code !== '57P02') return false; // anything but "starting up"
      await sleep(200);
    } finally {
      await client.end().catch(() => undefined);
    }
  }
  return false;
}

async function hold(url: string): Promise<pg.Client> {
  const keeper = new pg.Client({ connectionString: url, application_name: 'tongyou keeper', keepAlive: true });
  keeper.on('error', () => undefined);
  await keeper.connect();
  await keeper.query('select pg_advisory_lock_shared($1)', [inUse]);
  return keeper;
}

async function isLast(keeper: pg.Client): Promise<boolean> {
  try {
    await keeper.query('select pg_advisory_unlock_shared($1)', [inUse]);
    const { rows } = await keeper.query<{ alone: boolean }>('select pg_try_advisory_lock($1) as alone', [inUse]);
    return rows[0]?.alone ?? false;
  } catch {
    return false; // the server is already gone
  }
}
