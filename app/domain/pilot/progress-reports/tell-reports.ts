import { and, asc, eq, gt, inArray, lte } from 'drizzle-orm';
import type { MessageKind } from '#app/domain/base/inbox/model.ts';
import { pilots } from '#app/domain/base/communities/tables.server.ts';
import { tell } from '#app/domain/base/inbox/tell.ts';
import { whoMay } from '#app/domain/base/inbox/who-may.ts';
import { regions } from '#app/domain/base/regions/tables.server.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { addDays, beijingDay, daysBetween } from '#app/platform/dates.ts';
import { inBatches } from '#app/platform/in-batches.ts';
import { nearPlace } from './near-place.ts';
import { progressReports } from './tables.server.ts';

const said = { id: progressReports.id, regionCode: progressReports.regionCode, unit: regions.name, dueOn: progressReports.dueOn, form: progressReports.form };
const readReports = (ctx: Ctx) => ctx.db.select(said).from(progressReports).innerJoin(regions, eq(regions.code, progressReports.regionCode)).$dynamic();
type Row = Awaited<ReturnType<typeof readReports>>[number];

const paramsOf = ({ unit, dueOn }: Row) => ({ unit, day: dueOn });
const tellCommunity = async (ctx: Ctx, row: Row, kind: MessageKind, cause: string) =>
  tell(ctx, await nearPlace(ctx, 'report.fill', row.regionCode), kind, paramsOf(row), `/work/${row.regionCode}/reports/${row.id}`, cause);
const tellOffice = async (ctx: Ctx, row: Row, kind: MessageKind, cause: string) =>
  tell(ctx, await whoMay(ctx, 'report.check', row.regionCode), kind, paramsOf(row), `/desk/progress-reports/${row.regionCode}/${row.id}`, cause);

/** 告知进展报告: asked for, returned, accepted to the community; handed in to the office. */
export async function tellReport(ctx: Ctx, id: string, kind: 'report-asked' | 'report-returned' | 'report-accepted' | 'report-received', cause: string): Promise<string> {
  const [row] = await readReports(ctx).where(eq(progressReports.id, id));
  if (!row) return '';
  return String(await (kind === 'report-received' ? tellOffice : tellCommunity)(ctx, row, kind, cause));
}

/** 报告到期提醒: before the last day, on being late, and upwards when it stays late; each once. */
export async function remindReports(ctx: Ctx): Promise<string> {
  const today = beijingDay(ctx.now);
  const waiting = (after: string, most: number) =>
    readReports(ctx)
      .innerJoin(pilots, and(eq(pilots.id, progressReports.pilotId), eq(pilots.state, 'pilot')))
      .where(and(inArray(progressReports.state, ['open', 'returned']), lte(progressReports.dueOn, addDays(today, 365)), gt(progressReports.id, after)))
      .orderBy(asc(progressReports.id))
      .limit(most);
  let told = 0;
  for await (const batch of inBatches(waiting)) for (const row of batch) told += await remindOf(ctx, row, daysBetween(today, row.dueOn));
  return String(told);
}

async function remindOf(ctx: Ctx, row: Row, left: number): Promise<number> {
  if (left >= 0) {
    const nearest = row.form.remindBefore.filter((days) => left <= days).toSorted((a, b) => a - b)[0];
    return nearest === undefined ? 0 : tellCommunity(ctx, row, 'report-due', `due:${row.id}:${row.dueOn}:${nearest}`);
  }
  const late = await tellCommunity(ctx, row, 'report-late', `late:${row.id}:${row.dueOn}`);
  const step = row.form.escalateAfter.filter((days) => -left >= days).toSorted((a, b) => b - a)[0];
  return step === undefined ? late : late + (await tellOffice(ctx, row, 'report-overdue', `overdue:${row.id}:${row.dueOn}:${step}`));
}
