import { and, eq, inArray } from 'drizzle-orm';
import { allow, may, type Verb } from '#app/domain/base/accounts/access.ts';
import { codesOf } from '#app/domain/base/regions/borne-by.ts';
import { isRegionCode } from '#app/domain/base/regions/model.ts';
import type { Change } from '#app/platform/change.ts';
import { countyCode } from '#app/platform/county-code.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { isId } from '#app/platform/is-id.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { progressReports, reportAnswers } from './tables.server.ts';

/** 报告的行: by its community and id; the community's code, or one it bore before, names the county in which it lies. */
async function readRow(ctx: Ctx, code: string, id: string, isHeld: boolean): Promise<Report | undefined> {
  if (!isRegionCode(code) || !isId(id)) return undefined;
  const codes = await codesOf(ctx, code);
  const asked = ctx.db.select().from(progressReports).where(and(inArray(progressReports.countyCode, codes.map(countyCode)), eq(progressReports.id, id), inArray(progressReports.regionCode, codes)));
  const [row] = await (isHeld ? asked.for('update') : asked);
  return row;
}

export type Report = typeof progressReports.$inferSelect;

/** 看得到的报告: for those who fill it in and for the office; for everybody else it does not exist. */
export async function findReport(ctx: Ctx, code: string, id: string): Promise<Report> {
  const row = await readRow(ctx, code, id, false);
  if (!row || !(may(ctx.actor, 'report.fill', row) || may(ctx.actor, 'report.check', row))) throw new Refusal('report-not-found', 404);
  return row;
}

/** 锁住报告 for a change by those who may. */
export async function holdReport(tx: Change, code: string, id: string, verb: Verb): Promise<Report> {
  const row = await readRow(tx, code, id, true);
  if (!row) throw new Refusal('report-not-found', 404);
  allow(tx, verb, row);
  return row;
}

/** 现有答案 of a report. */
export function answersOf(ctx: Ctx, { countyCode: county, id }: Pick<Report, 'countyCode' | 'id'>) {
  return ctx.db.select().from(reportAnswers).where(and(eq(reportAnswers.countyCode, county), eq(reportAnswers.reportId, id)));
}
