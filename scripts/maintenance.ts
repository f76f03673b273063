import pg from 'pg';
import { sentence } from '#app/db/embedded-place.ts';
import { beijingTime } from '#app/platform/dates.ts';
import { withDatabase } from './database.ts';
import { fail } from './say.ts';

/** 维护页: `npm run maintenance -- on [--until 2026-11-22T18:00] [--note 说明]`, `off`, or nothing to ask; every process follows within seconds. */
const [deed = 'status', ...words] = process.argv.slice(2);
const after = (name: string) => (words.includes(name) ? words[words.indexOf(name) + 1] : undefined);

function untilOf(text: string | undefined): string | null {
  if (!text) return null;
  const instant = new Date(/[Z+]/.test(text) ? text : `${text}+08:00`);
  if (Number.isNaN(instant.getTime())) throw sentence('--until 写成北京时间，如 2026-11-22T18:00', '--until is a Beijing time such as 2026-11-22T18:00');
  return instant.toISOString();
}

await withDatabase(async (urls) => {
  if (!['on', 'off', 'status'].includes(deed)) throw sentence('用法：npm run maintenance -- on | off', 'use: npm run maintenance -- on | off');
  const client = new pg.Client({ connectionString: urls.appUrl });
  await client.connect();
  try {
    if (deed === 'on') {
      await client.query(
        `insert into maintenance (id, since, until, note) values (1, now(), $1, $2) on conflict (id) do update set until = excluded.until, note = excluded.note`,
        [untilOf(after('--until')), after('--note') ?? ''],
      );
    }
    if (deed === 'off') await client.query('delete from maintenance');
    const { rows } = await client.query<{ since: Date; until: Date | null }>('select since, until from maintenance');
    const [row] = rows;
    if (!row) console.log('✓ 正常服务 · in service');
    else console.log(`✓ 维护中，从 ${beijingTime(row.since)} 起${row.until ? `，预计到 ${beijingTime(row.until)}` : ''} · under maintenance since ${beijingTime(row.since)}${row.until ? ` until ${beijingTime(row.until)}` : ''} (Beijing)`);
  } finally {
    await client.end();
  }
}).catch(fail);
