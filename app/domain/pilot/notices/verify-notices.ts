import { sql } from 'drizzle-orm';
import type { Db } from '#app/db/db.server.ts';
import { contentHash } from './freeze-version.ts';
import type { NoticeContent } from './model.ts';

type Row = { noticeId: string; version: number; content: NoticeContent; hash: string; isRecorded: boolean; newest: number; title: string; body: string };
const page = 200;

/** 核验公示: every version still has its hash, a line of the records says the same, and what is shown today is its newest version. */
export async function verifyNotices(db: Db): Promise<{ checked: number; faults: { what: 'notice-changed' | 'notice-unrecorded'; where: string }[] }> {
  const faults: Awaited<ReturnType<typeof verifyNotices>>['faults'] = [];
  let checked = 0;
  for (let after = ['00000000-0000-0000-0000-000000000000', 0] as [string, number]; ; ) {
    const { rows } = await db.execute<Row>(sql`
      select v.notice_id::text as "noticeId", v.version::int as version, v.content, v.hash, n.version::int as newest, n.title, n.body,
             exists (select from records r where r.subject_id = v.notice_id::text and r.facts @> jsonb_build_object('version', v.version, 'hash', v.hash)) as "isRecorded"
      from notice_versions v join notices n on n.id = v.notice_id
      where (v.notice_id, v.version) > (${after[0]}::uuid, ${after[1]}) order by v.notice_id, v.version limit ${page}`);
    for (const row of rows) {
      checked += 1;
      const where = `${row.noticeId}/${row.version}`;
      const isShown = row.version !== row.newest || (row.title === row.content.title && row.body === row.content.body);
      if (contentHash(row.content) !== row.hash || !isShown) faults.push({ what: 'notice-changed', where });
      if (!row.isRecorded) faults.push({ what: 'notice-unrecorded', where });
    }
    if (rows.length < page) return { checked, faults };
    after = [rows.at(-1)!.noticeId, rows.at(-1)!.version];
  }
}
