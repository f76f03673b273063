import { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { statSync } from 'node:fs';
import { to as copyTo } from 'pg-copy-streams';
import { eq, sql } from 'drizzle-orm';
import { openDb } from '#app/db/db.server.ts';
import type { Format } from '#app/domain/base/exports/model.ts';
import { pathOf, removeFile } from '#app/domain/base/exports/place.ts';
import { listExports } from '#app/domain/base/exports/tables.server.ts';
import { writeExport } from '#app/domain/base/exports/write.ts';
import { lists } from '#app/jobs/lists/all.ts';
import { ctxOfJob } from '#app/jobs/ctx-of-job.ts';
import type { World } from '../load-world.ts';
import { type Line, rssOf } from '../measure.ts';

/** The same rows and columns by COPY, with the names of province, city and county joined in. */
const copied = `copy (
  select a.number, r.name, p.name, c.name, d.name, t.name, a.region_code, calls.title, to_char(a.submitted_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI:SS'), a.round, a.status,
         a.check_due_on, a.answer_due_on
    from applications a join regions r on r.code = a.region_code join calls on calls.id = a.call_id
    left join regions p on p.code = left(a.region_code, 2) and p.level = 1
    left join regions c on c.code = left(a.region_code, 4) and c.level = 2 and not c.is_synthetic
    left join regions d on d.code = left(a.region_code, 6) and d.level = 3
    left join regions t on t.code = left(a.region_code, 9) and t.level = 4 and length(a.region_code) = 12
   where a.status <> 'draft' order by a.id desc) to stdout (format csv)`;

/** S4 导出: all applications to CSV and to Excel, as the job writes them, beside COPY of the same rows. */
export async function exporting(world: World): Promise<Line[]> {
  process.env.DEMO = 'yes'; // the officer of the load has no second factor
  const { db, close } = openDb(world.url);
  try {
    const owner = await db.execute<{ id: string }>(sql`select user_id as id from role_grants where role = 'programme-officer' and region_code = '*' order by user_id limit 1`);
    const ownerId = owner.rows[0]!.id;
    const done: Record<'copy' | Format, Run[]> = { copy: [], csv: [], xlsx: [] };
    for (let turn = 0; turn < 5; turn += 1) {
      done.copy.push(await copyOnce(world)); // in turn, so that a busy moment of the machine meets all alike
      for (const format of ['csv', 'xlsx'] as const) done[format].push(await exportOnce(ownerId, format));
    }
    const floor = best(done.copy);
    const lines = [lineOf('S4 floor: COPY to CSV', floor, {})];
    for (const format of ['csv', 'xlsx'] as const) {
      const run = best(done[format]);
      const ratio = Math.round(run.ms / floor.ms * 100) / 100;
      const isFast = format === 'csv' ? ratio <= 2 : run.ms <= 15_000;
      const bar = `${format === 'csv' ? '≤ 2 × COPY' : '≤ 15 s'}, ≤ 150 MB more`;
      lines.push(lineOf(`S4 ${format.toUpperCase()}`, run, { floor: Math.round(floor.ms), ratio, rss_mb: run.grown, bar, met: isFast && run.grown <= 150 }));
    }
    return lines;
  } finally {
    process.env.DEMO = 'no';
    await close();
  }

  async function exportOnce(ownerId: string, format: Format) {
    const ctx = ctxOfJob(db);
    const [order] = await db.insert(listExports).values({ ownerId, list: 'applications', search: '', format, locale: 'zh-CN', orderedAt: ctx.now }).returning({ id: listExports.id });
    const { id } = order!;
    const before = rssOf(process.pid);
    let most = before;
    const watch = setInterval(() => void (most = Math.max(most, rssOf(process.pid))), 20);
    const from = performance.now();
    const outcome = await writeExport(ctx, lists, id);
    const ms = performance.now() - from;
    clearInterval(watch);
    if (outcome !== 'ready') throw new Error(`The export ended as ${outcome}.`);
    const megabytes = Math.round(statSync(pathOf(id, format)).size / 1e5) / 10;
    await removeFile(id, format);
    const [gone] = await db.delete(listExports).where(eq(listExports.id, id)).returning({ rows: listExports.rows });
    return { ms, megabytes, rows: gone!.rows, grown: most - before };
  }
}

type Run = { ms: number; megabytes: number; rows: number; grown: number };

async function copyOnce({ client }: World): Promise<Run> {
  let bytes = 0;
  const sink = new Writable({ write: (piece: Buffer, _, done) => { bytes += piece.length; done(); } });
  const copy = client.query(copyTo(copied));
  const from = performance.now();
  await pipeline(copy, sink);
  return { ms: performance.now() - from, megabytes: Math.round(bytes / 1e5) / 10, rows: copy.rowCount, grown: 0 };
}

/** The fastest of some runs, with the most memory any of them took. */
function best(runs: readonly Run[]): Run {
  const fastest = runs.toSorted((a, b) => a.ms - b.ms)[0]!;
  return { ...fastest, grown: Math.max(...runs.map((run) => run.grown)) };
}

function lineOf(work: string, { ms, rows, megabytes }: Run, more: Partial<Line>): Line {
  const at = Math.round(ms);
  return { work, n: rows, p50: at, p95: at, p99: at, rps: Math.round(rows / ms * 1000), note: `${megabytes} MB, fastest of 5; rss is what the memory grew by`, ...more };
}
