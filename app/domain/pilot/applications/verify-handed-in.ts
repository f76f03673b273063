import { sql } from 'drizzle-orm';
import type { Db } from '#app/db/db.server.ts';
import { contentHash } from './submit.ts';
import type { SubmittedContent } from './tables.server.ts';

type Row = { id: string; code: string; number: string; round: number; set: string; content: SubmittedContent; hash: string; isRecorded: boolean };
const page = 500;

/** 核验提交: every submission's content still has the hash on its receipt, and a line of the records says the same. */
export async function verifyHandedIn(db: Db): Promise<{ checked: number; faults: { what: 'submission-changed' | 'submission-unrecorded'; where: string }[] }> {
  const faults: Awaited<ReturnType<typeof verifyHandedIn>>['faults'] = [];
  let checked = 0;
  for (let after = '00000000-0000-0000-0000-000000000000'; ; ) {
    const { rows } = await db.execute<Row>(sql`
      select s.id::text as id, s.receipt_code as code, a.number, s.round::int as round, c.question_set_id as set, s.content, s.hash,
             exists (select from records r where r.subject_id = a.id::text and r.event = 'application.submitted' and r.facts @> jsonb_build_object('code', s.receipt_code, 'hash', s.hash)) as "isRecorded"
      from submissions s join applications a on a.id = s.application_id join calls c on c.id = a.call_id
      where s.id > ${after}::uuid order by s.id limit ${page}`);
    for (const { number, round, set, content, hash, code, isRecorded } of rows) {
      checked += 1;
      if (contentHash({ number, round, questionSetId: set, content }) !== hash) faults.push({ what: 'submission-changed', where: `${number} ${code}` });
      if (!isRecorded) faults.push({ what: 'submission-unrecorded', where: `${number} ${code}` });
    }
    if (rows.length < page) return { checked, faults };
    after = rows.at(-1)!.id;
  }
}
