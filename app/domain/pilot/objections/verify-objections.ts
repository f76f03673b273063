import { sql } from 'drizzle-orm';
import type { Db } from '#app/db/db.server.ts';
import { answerHash } from './answer-objection.ts';
import { receiptHash } from './enter-objection.ts';
import type { Effect, ObjectionKind } from './model.ts';

type Row = {
  id: string; code: string; noticeId: string; applicationId: string | null; kind: ObjectionKind; content: string; hash: string; evidence: string[] | null;
  state: string; outcome: string | null; effect: Effect; findings: string; rule: string; answer: string; facts: { hash?: string }[] | null;
};
const page = 500;

/** 核验异议: what was handed in and what was answered still have the hashes that the records hold. */
export async function verifyObjections(db: Db): Promise<{ checked: number; faults: { what: 'objection-changed' | 'answer-changed'; where: string }[] }> {
  const faults: Awaited<ReturnType<typeof verifyObjections>>['faults'] = [];
  let checked = 0;
  for (let after = '00000000-0000-0000-0000-000000000000'; ; ) {
    const { rows } = await db.execute<Row>(sql`
      select o.id::text as id, o.code, o.notice_id::text as "noticeId", o.application_id::text as "applicationId", o.kind, o.content, o.hash, o.state, o.outcome, o.effect, o.findings, o.rule, o.answer,
        (select array_agg(f.sha256) from objection_files e join files f on f.id = e.file_id where e.objection_id = o.id and e.message_id is null) as evidence,
        (select jsonb_agg(jsonb_build_object('hash', r.facts ->> 'hash')) from records r where r.subject_id = o.id::text and r.event in ('objection.received', 'objection.appealed', 'objection.answered')) as facts
      from objections o where o.id > ${after}::uuid and o.hash <> '' order by o.id limit ${page}`);
    for (const row of rows) {
      checked += 1;
      const known = (hash: string) => (row.facts ?? []).some((fact) => fact.hash === hash);
      if (receiptHash({ ...row, evidence: row.evidence ?? [] }) !== row.hash || !known(row.hash)) faults.push({ what: 'objection-changed', where: row.id });
      if (row.state === 'answered' && !known(answerHash(row))) faults.push({ what: 'answer-changed', where: row.id });
    }
    if (rows.length < page) return { checked, faults };
    after = rows.at(-1)!.id;
  }
}
