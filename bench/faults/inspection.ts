import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { contentHash } from '#app/domain/pilot/applications/submit.ts';
import type { SubmittedContent } from '#app/domain/pilot/applications/tables.server.ts';
import type { Ground } from './ground.ts';
import type { Told } from './writers.ts';

type Row = {
  id: string; number: string; status: string; round: number; question_set_id: string; submissions: number; code: string | null; hash: string | null;
  content: SubmittedContent | null; records: number; answers: number;
};

/** What the books say: how many are submitted, what was told and is gone, what is there twice; every fault as a sentence. */
export type Books = { submitted: number; lost: number; doubled: number; faults: string[] };

/** 查账: everything that people were told is there exactly once, nothing is there by half; each fault as a sentence. */
export async function inspect(ground: Ground, told: Told): Promise<Books> {
  const database = await ground.open();
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  try {
    const { rows } = await client.query<Row>(
      `select a.id, a.number, a.status, a.round, c.question_set_id,
              (select count(*)::int from submissions s where s.application_id = a.id) as submissions,
              s.receipt_code as code, s.hash, s.content,
              (select count(*)::int from records r where r.subject_id = a.id::text and r.event = 'application.submitted') as records,
              (select count(*)::int from self_check_answers k where k.application_id = a.id) as answers
         from applications a join calls c on c.id = a.call_id left join submissions s on s.application_id = a.id and s.round = a.round
        where a.id = any($1)`,
      [ground.drafts.map((draft) => draft.id)],
    );
    const faults = [...told.wrong, ...rows.flatMap((row) => faultsOf(row, told.receipts.get(row.id), ground.ruleIds.length))];
    if (rows.length !== ground.drafts.length) faults.push(`${ground.drafts.length - rows.length} applications are gone`);
    const files = await lostFiles(client, told.files);
    const isThere = ({ id, code, status }: Row) => !told.receipts.has(id) || (status === 'submitted' && code === told.receipts.get(id));
    const found = new Set(rows.map(({ id }) => id));
    return {
      submitted: rows.filter((row) => row.status === 'submitted').length,
      lost: rows.filter((row) => !isThere(row)).length + [...told.receipts.keys()].filter((id) => !found.has(id)).length + files.length,
      doubled: rows.filter((row) => row.submissions > 1 || row.records > 1).length,
      faults: [...faults, ...files],
    };
  } finally {
    await client.end();
    await database.stop();
  }
}

function faultsOf(row: Row, receipt: string | undefined, rules: number): string[] {
  const wrong = (what: string) => `${row.number}: ${what}`;
  if (row.status !== 'submitted') {
    if (receipt) return [wrong(`receipt ${receipt} was shown, but it is ${row.status}`)];
    const left = row.submissions + row.records + row.round;
    return left > 0 ? [wrong(`not submitted, but ${row.submissions} submissions and ${row.records} records are there`)] : [];
  }
  const faults: string[] = [];
  if (row.submissions !== 1 || row.round !== 1) faults.push(wrong(`${row.submissions} submissions, round ${row.round}`));
  if (row.records !== 1) faults.push(wrong(`${row.records} records of one submit`));
  if (row.answers !== rules) faults.push(wrong(`${row.answers} of ${rules} self-check answers`));
  if (receipt && row.code !== receipt) faults.push(wrong(`receipt ${receipt} was shown, ${row.code} is kept`));
  const hash = row.content && contentHash({ number: row.number, round: row.round, questionSetId: row.question_set_id, content: row.content });
  if (hash !== row.hash) faults.push(wrong('the frozen content does not fit its hash'));
  return faults;
}

async function lostFiles(client: pg.Client, told: Map<string, string>): Promise<string[]> {
  const { rows } = await client.query<{ id: string; sha256: string }>('select id, sha256 from files where id = any($1)', [[...told.keys()]]);
  const kept = new Map(rows.map((row) => [row.id, row.sha256]));
  return [...told].flatMap(([id, hash]) => {
    if (kept.get(id) !== hash) return [`file ${id} was told to be kept as ${hash.slice(0, 8)}, the database says ${kept.get(id)?.slice(0, 8)}`];
    const content = readFileSync(path.join(process.env.FILES_DIR!, hash.slice(0, 2), hash.slice(2, 4), hash));
    return createHash('sha256').update(content).digest('hex') === hash ? [] : [`file ${id} is damaged on the disk`];
  });
}
