import path from 'node:path';
import pg from 'pg';
import { openDatabase } from '../scripts/database.ts';
import { root } from '../scripts/run.ts';
import { signedIn } from './session.ts';

export type World = { url: string; client: pg.Client; office: string; applications: number; stop: () => Promise<void> };
export type Draft = { id: string; regionCode: string; number: string; cookie: string };

const benchCall = '0198f000-0000-7000-8000-00000000be7c';

/** 负载世界: the database that `npm run seed:load` filled, opened by its owner, with somebody of the office signed in. */
export async function openWorld(): Promise<World> {
  process.env.DATABASE_DIR ||= 'var/load/postgres';
  process.env.FILES_DIR ||= path.join(root, 'var/load/files');
  process.env.DEMO = 'no';
  const opened = await openDatabase();
  const client = new pg.Client({ connectionString: opened.migratorUrl });
  await client.connect();
  const { rows } = await client.query<{ n: string }>(`select count(*) as n from applications where number like 'TY-LOAD-%'`).catch(() => ({ rows: [] }));
  const applications = Number(rows[0]?.n ?? 0);
  const stop = async () => {
    await client.end();
    await opened.stop();
  };
  if (applications === 0) {
    await stop();
    throw new Error('还没有负载数据，请先运行 npm run seed:load · there is no load yet: run npm run seed:load first');
  }
  return { url: opened.migratorUrl, client, office: await signedIn(client, 'load-office'), applications, stop };
}

/** 待交的草稿: full drafts in a call of the bench's own, made anew for each run, each with the cookie of its officer. */
export async function freshDrafts({ client }: Pick<World, 'client'>, n: number): Promise<Draft[]> {
  const of = `in (select id from applications where call_id = '${benchCall}')`;
  await client.query('begin');
  for (const table of ['self_check_answers', 'submissions', 'application_papers', 'application_answers']) await client.query(`delete from ${table} where application_id ${of}`);
  await client.query(`delete from outbox where subject_id in (select id::text from applications where call_id = $1)`, [benchCall]);
  await client.query('delete from applications where call_id = $1', [benchCall]);
  await client.query(
    `insert into calls (id, title, title_en, region_code, edition_id, question_set_id, places, applicant_levels, opens_on, closes_on, state, "check", review, notice, created_by, created_at, published_at)
     select $1, '测速批次（虚构）', 'Bench (invented)', region_code, edition_id, question_set_id, places, applicant_levels, opens_on, current_date + 30, 'published', "check", review, notice, created_by, now(), now()
       from calls where title_en = 'Load (invented)' on conflict do nothing`,
    [benchCall],
  );
  const { rows } = await client.query<{ id: string; from: string; regionCode: string; number: string }>(
    `with source as (select id, region_code, applicant_code, started_by, number from applications where number like 'TY-LOAD-%' order by id desc limit $2),
          made as (
            insert into applications (number, call_id, region_code, applicant_code, started_by, created_at, updated_at)
            select replace(number, 'LOAD', 'BENCH'), $1, region_code, applicant_code, started_by, now(), now() from source
            returning id, region_code, number)
     select made.id, source.id as from, made.region_code as "regionCode", made.number from made join source on source.region_code = made.region_code`,
    [benchCall, n],
  );
  const [to, from] = [rows.map((row) => row.id), rows.map((row) => row.from)];
  const pairs = `join unnest($1::uuid[], $2::uuid[]) as pair (target, source) on pair.source = old.application_id`;
  await client.query(
    `insert into application_answers (application_id, question_id, value, saved_by, saved_by_name, saved_at)
     select pair.target, old.question_id, old.value, old.saved_by, old.saved_by_name, now() from application_answers old ${pairs}`, [to, from]);
  await client.query(
    `insert into application_papers (application_id, paper, file_id, attached_by, attached_at)
     select pair.target, old.paper, old.file_id, old.attached_by, now() from application_papers old ${pairs}`, [to, from]);
  await client.query('commit');
  await client.query('analyze applications');

  const cookies = new Map<string, string>();
  for (const { regionCode } of rows) {
    const city = regionCode.slice(0, 4);
    if (!cookies.has(city)) cookies.set(city, await signedIn(client, `load-officer-${city}`));
  }
  return rows.map(({ from: _, ...draft }) => ({ ...draft, cookie: cookies.get(draft.regionCode.slice(0, 4))! }));
}
