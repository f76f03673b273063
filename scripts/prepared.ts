import { createHash } from 'node:crypto';
import { globSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import type { Prepared } from '#app/db/prepare.ts';
import { beijingDay } from '#app/platform/dates.ts';
import { root, run } from './run.ts';
import { say } from './say.ts';

const seeding = 1981_0604;

/** What migrations and seeds are made of. */
const ingredients = ['app/db/**', 'app/domain/**', 'app/platform/**', 'seed/**', 'data/**', 'package-lock.json'];

/** 备好数据: migrates and seeds in a process of its own, unless the same sources have done so today already: the server then never loads what it needs only once. */
export async function prepareData(urls: Prepared): Promise<void> {
  if (await isPrepared(urls)) return;
  const { code } = await run('node', ['scripts/db-seed.ts', '--if-needed'], { show: true });
  if (code !== 0) throw new Error('数据没有备好，原因见上 · the data are not ready, the reason stands above');
}

export async function isPrepared(urls: Prepared): Promise<boolean> {
  return (await markIn(urls)) === mark();
}

/** 逐个来: two processes that start on one database prepare it one after the other, on whatever machines they run. */
export function oneAtATime<T>(urls: Prepared, prepare: () => Promise<T>): Promise<T> {
  return asOwner(urls, async (owner) => {
    const { rows } = await owner.query<{ mine: boolean }>('select pg_try_advisory_lock($1) as mine', [seeding]);
    if (!rows[0]?.mine) {
      say('另一个进程正在准备数据，请稍候', 'another process is preparing the data, waiting for it');
      await owner.query('select pg_advisory_lock($1)', [seeding]);
    }
    return prepare();
  });
}

/** Notes in the database itself, beside the tables, what it has been prepared with. */
export function notePrepared(urls: Prepared): Promise<unknown> {
  return asOwner(urls, (owner) => owner.query(`comment on schema public is ${pg.escapeLiteral(mark())}`));
}

async function markIn(urls: Prepared): Promise<string | null> {
  const { rows } = await asOwner(urls, (owner) => owner.query<{ mark: string | null }>(`select obj_description('public'::regnamespace, 'pg_namespace') as mark`));
  return rows[0]?.mark ?? null;
}

/** The demonstration looks at the calendar, so each day is prepared for anew. */
function mark(): string {
  const hash = createHash('sha256').update(`${process.env.DEMO} ${beijingDay(new Date())}`);
  for (const file of globSync(ingredients, { cwd: root }).sort()) {
    const full = path.join(root, file);
    if (!/\.test\.tsx?$/.test(file) && statSync(full).isFile()) hash.update(file).update(readFileSync(full));
  }
  return `prepared ${hash.digest('hex').slice(0, 32)}`;
}

async function asOwner<T>({ migratorUrl }: Prepared, ask: (owner: pg.Client) => Promise<T>): Promise<T> {
  const owner = new pg.Client({ connectionString: migratorUrl });
  owner.on('error', () => undefined);
  await owner.connect();
  try {
    return await ask(owner);
  } finally {
    await owner.end();
  }
}
