import { createHash } from 'node:crypto';
import pg, { type Client } from 'pg';
import { place } from '#app/domain/base/files/storage.ts';
import type { Prepared } from '#app/db/prepare.ts';
import type { Unit } from './load-answers.ts';
import { type Cell, copyInto, withoutIndexes } from './load-copy.ts';
import { answerRows, applicationRows, checkRows, decisionRows, fileRows, type Load, noticesOf, paperRows, recordRows, selfCheckRows, submissionRows } from './load-rows.ts';

const callId = '0198f000-0000-7000-8000-00000000010a';

/** 样张: a page that opens in a viewer; what it is filled with makes it another file. */
export function pdfOf(filling = ''): Buffer {
  const parts = ['<</Type/Catalog/Pages 2 0 R>>', '<</Type/Pages/Kids[3 0 R]/Count 1>>', '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>'];
  let text = `%PDF-1.4\n%${filling}\n`;
  const places = parts.map((part, i) => {
    const place = text.length;
    text += `${i + 1} 0 obj${part}endobj\n`;
    return `${String(place).padStart(10, '0')} 00000 n \n`;
  });
  const table = `xref\n0 4\n0000000000 65535 f \n${places.join('')}trailer<</Size 4/Root 1 0 R>>\nstartxref\n${text.length}\n%%EOF\n`;
  return Buffer.from(text + table);
}

const tables: readonly { name: string; columns: string; rows: (load: Load) => Iterable<readonly Cell[]> }[] = [
  { name: 'files', columns: 'id, owner_id, name, media_type, size, sha256, pages, created_at', rows: fileRows },
  {
    name: 'applications',
    columns: 'id, number, call_id, region_code, applicant_code, status, started_by, created_at, updated_at, submitted_at, check_due_on, returned_at, answer_due_on, round, decided_at',
    rows: applicationRows,
  },
  { name: 'application_papers', columns: 'application_id, paper, file_id, attached_by, attached_at', rows: paperRows },
  { name: 'application_answers', columns: 'application_id, question_id, value, saved_by, saved_by_name, saved_at', rows: answerRows },
  { name: 'self_check_answers', columns: 'county_code, application_id, rule_id, region_code, level, note', rows: selfCheckRows },
  { name: 'submissions', columns: 'id, application_id, round, content, hash, receipt_code, submitted_by, submitted_by_name, submitted_at', rows: submissionRows },
  { name: 'records', columns: 'county_code, region_code, id, at, actor_id, actor_name, event, subject_id, request_id, facts', rows: recordRows },
  { name: 'check_items', columns: 'application_id, round, item, verdict, reason, checked_by, checked_at', rows: checkRows },
  { name: 'decisions', columns: 'application_id, outcome, reason, mean_score, reviews, decided_by, decided_by_name, decided_at', rows: decisionRows },
];

export type Say = (zh: string, en: string) => void;

/**
 * 负载数据: invented applications of real committees in every state, all in one transaction: there wholly or not at all.
 * A second run finds them there.
 */
export async function fillLoad(urls: Prepared, applications: number, say: Say): Promise<number> {
  const client = new pg.Client({ connectionString: urls.migratorUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ places: number }>('select places from calls where id = $1', [callId]);
    if (rows[0]) {
      say(`负载数据已在库中：${rows[0].places} 份申报`, `the load is there already: ${rows[0].places} applications`);
      return rows[0].places;
    }
    await client.query('begin');
    await fill(client, applications, say);
    await client.query('commit');
    say('正在整理统计信息', 'gathering statistics');
    await client.query('vacuum (analyze)');
    return applications;
  } finally {
    await client.end();
  }
}

async function fill(client: Client, applications: number, say: Say) {
  const load = await prepare(client, applications);
  await client.query(`set local maintenance_work_mem = '512MB'`);
  for (const { name, columns, rows } of tables) {
    const from = performance.now();
    const count = await withoutIndexes(client, name, () => copyInto(client, { name, columns: columns.split(', ') }, rows(load)));
    const seconds = (performance.now() - from) / 1000;
    const rate = Math.round(count / seconds).toLocaleString('en');
    say(`${name}：${count} 行，${seconds.toFixed(1)} 秒`, `${name}: ${count} rows in ${seconds.toFixed(1)} s, ${rate} rows a second, keys and indexes included`);
  }
  await publish(client, load);
}

async function prepare(client: Client, applications: number): Promise<Load> {
  const units = await client.query<Unit>(
    `select u.code, u.name, u.kind, u.parent_code as parent, p.name as "parentName"
       from (select *, row_number() over (order by code) as place, count(*) over () as of from regions
              where level = 5 and not is_synthetic and not is_virtual and not is_ended) u
       join regions p on p.code = u.parent_code and p.level = 4
      where place * $1 / of <> (place - 1) * $1 / of order by md5(u.code) limit $1`,
    [applications],
  );
  const edition = await client.query<{ id: string }>(`select id from editions where state = 'published' order by published_at desc limit 1`);
  const set = await client.query<{ id: string }>('select id from question_sets where published_at is not null order by id limit 1');
  const rules = await client.query<{ id: string }>('select id from rules where edition_id = $1 order by id', [edition.rows[0]!.id]);
  const now = new Date();
  await client.query(
    `insert into users (id, name, email, two_factor_enabled, region_code)
     select 'load-officer-' || code, name || '经办人（虚构）', 'load-' || code || '@accounts.invalid', true, code
       from (select distinct on (left(code, 4)) left(code, 4) as code, name from regions where level in (2, 3) order by left(code, 4), code) cities
     union all select 'load-office', '促进计划办公室（虚构）', 'load-office@accounts.invalid', true, '*' on conflict do nothing`,
  );
  await client.query(
    `insert into role_grants (user_id, role, region_code, granted_by, granted_at)
     select id, case when id = 'load-office' then 'programme-officer' else 'government-officer' end, region_code, 'load', now() from users where id like 'load-%'
     on conflict do nothing`,
  );
  await client.query(
    `insert into calls (id, title, title_en, region_code, edition_id, question_set_id, places, applicant_levels, opens_on, closes_on, state, "check", review, notice, created_by, created_at, published_at)
     values ($1, '负载批次（虚构）', 'Load (invented)', '*', $2, $3, $4, '["township","district","city"]', current_date - 70, current_date + 30, 'published',
             '{"checkDays":10,"returnDays":15}', '{"reviewsPerApplication":3,"scoreFrom":0,"scoreTo":100}', '{"noticeDays":5,"answerDays":10}', 'load-office', now(), now())`,
    [callId, edition.rows[0]!.id, set.rows[0]!.id, units.rows.length],
  );
  const sample = pdfOf();
  await place(sample);
  return {
    callId, questionSetId: set.rows[0]!.id, ruleIds: rules.rows.map((rule) => rule.id), units: units.rows, now, numbersFrom: 'TY-LOAD',
    fileHash: createHash('sha256').update(sample).digest('hex'), fileSize: sample.length,
  };
}

/** Final notices of fifty units each, and a pilot for every unit on them. */
async function publish(client: Client, load: Load) {
  const notices = noticesOf(load);
  await client.query(
    `insert into notices (id, call_id, title, state, starts_on, ends_on, working_days, created_by, created_at, published_at, final_at)
     select id, $1, '第' || n || '批公示（虚构）', 'final', current_date - 20, current_date - 13, 5, 'load-office', now() - interval '20 days', now() - interval '20 days', now() - interval '12 days'
       from unnest($2::uuid[], $3::int[]) as given (id, n)`,
    [load.callId, notices.map((notice) => notice.id), notices.map((notice) => notice.n + 1)],
  );
  const entries = notices.flatMap((notice) => notice.entries.map((entry, position) => [notice.id, entry.id, entry.unit.code, position + 1]));
  await copyInto(client, { name: 'notice_entries', columns: ['notice_id', 'application_id', 'region_code', 'position'] }, entries);
  await client.query(
    `insert into pilots (region_code, application_id, notice_id, call_title, since, summary, children)
     select e.region_code, e.application_id, e.notice_id, '负载批次（虚构）', current_date - 12, '', 200 + e.position
       from notice_entries e join notices n on n.id = e.notice_id where n.call_id = $1`,
    [load.callId],
  );
}
