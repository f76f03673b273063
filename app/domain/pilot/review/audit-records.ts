import { sql } from 'drizzle-orm';
import { type Asked, listRecords } from '#app/domain/base/records/read.ts';
import { applications } from '#app/domain/pilot/applications/tables.server.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { records } from '#app/platform/tables.server.ts';
import { sees } from './blindness.ts';

/** What happens behind the curtain of a review; each line says in its facts which application it is about. */
const curtained = '^(review|question|conflict|panel|paper\\.redact)';

const undecided = sees({}, { round: 1, isDecided: false }, { kind: 'audit' });

/** 审计所见的办理记录: while an application is undecided, the lines of its review are as if they did not exist; they are sealed all the same. */
export function listRecordsForAudit(ctx: Ctx, asked: Asked = {}) {
  const open = undecided.reviewers !== 'none' ? undefined : sql`not (${records.event} ~ ${curtained} and exists (
    select 1 from ${applications} where ${applications.id}::text = ${records.facts} ->> 'applicationId' and ${applications.status} not in ('accepted', 'declined')))`;
  return listRecords(ctx, asked, open);
}
