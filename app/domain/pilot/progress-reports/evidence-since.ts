import { and, desc, eq, gte, isNull, sql } from 'drizzle-orm';
import { cite } from '#app/domain/base/evidence/cite.ts';
import { isCitable, standingOn } from '#app/domain/base/evidence/model.ts';
import { isSealedProof } from '#app/domain/base/evidence/proof.ts';
import { evidence } from '#app/domain/base/evidence/tables.server.ts';
import type { Change } from '#app/platform/change.ts';
import { countyCode } from '#app/platform/county-code.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { beijingDay, startOfBeijingDay } from '#app/platform/dates.ts';
import { presentCode } from './near-place.ts';
import type { Report } from './hold.ts';

/** 新增佐证 of a place since a day, newest first: what the office may read, each with the line by which a report names it. */
export async function evidenceSince(ctx: Ctx, regionCode: string, from: string) {
  const rows = await ctx.db
    .select()
    .from(evidence)
    .where(and(
      eq(evidence.countyCode, countyCode(regionCode)), eq(evidence.regionCode, regionCode), isNull(evidence.withdrawnAt), sql`${evidence.confidentiality} <> 'sealed'`,
      gte(evidence.addedAt, startOfBeijingDay(from)),
    ))
    .orderBy(desc(evidence.id))
    .limit(60);
  return rows.map((row) => ({ ...row, day: beijingDay(row.addedAt), line: `${beijingDay(row.addedAt)} ${row.title}` }));
}

/** 引用佐证 that a report names as it is handed in: what holds on the day and may serve as proof. */
export async function citeNamed(tx: Change, report: Report, said: string): Promise<number> {
  const place = await presentCode(tx, report.regionCode);
  const lines = new Set(said.split('\n').map((line) => line.trim()));
  const named = (await evidenceSince(tx, place, report.fromOn)).filter(
    (row) => lines.has(row.line) && isCitable(standingOn({ ...row, isWithdrawn: false }, beijingDay(tx.now))) && !isSealedProof(row.kind, [row.title, ...row.files.map(({ name }) => name)]),
  );
  for (const { id } of named) await cite(tx, { evidenceId: id, regionCode: place, by: 'progress-report', subjectId: report.id });
  return named.length;
}
