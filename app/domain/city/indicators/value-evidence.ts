import { and, eq, isNotNull, sql } from 'drizzle-orm';
import { unionAll } from 'drizzle-orm/pg-core';
import { allow } from '#app/domain/base/accounts/access.ts';
import { getFile, type StoredFile } from '#app/domain/base/files/read.ts';
import { files } from '#app/domain/base/files/tables.server.ts';
import { countyCode } from '#app/platform/county-code.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { everybody } from './model.ts';
import { getIndicator } from './read.ts';
import { indicatorValuePasts, indicatorValues } from './tables.server.ts';

/** 一个数的佐证: its paper or picture; `replacedAt` is that of the correction which took the figure away, null for one that stands. */
export type ValueEvidence = { period: number; fileId: string; name: string; replacedAt: Date | null };

/** 某地一个指标各期的佐证, of figures that stand and of those that were corrected; whoever shows them asks for the right first. */
export function evidenceIn(ctx: Ctx, regionCode: string, indicatorId: number): Promise<ValueEvidence[]> {
  const [v, p] = [indicatorValues, indicatorValuePasts];
  return unionAll(
    ctx.db.select({ period: v.period, fileId: files.id, name: files.name, replacedAt: sql<Date | null>`null::timestamptz`.mapWith(p.replacedAt) }).from(v).innerJoin(files, eq(files.id, v.evidenceId))
      .where(and(eq(v.countyCode, countyCode(regionCode)), eq(v.regionCode, regionCode), eq(v.indicatorId, indicatorId), eq(v.breakdown, everybody), isNotNull(v.evidenceId))),
    ctx.db.select({ period: p.period, fileId: files.id, name: files.name, replacedAt: sql<Date | null>`${p.replacedAt}`.mapWith(p.replacedAt) }).from(p).innerJoin(files, eq(files.id, p.evidenceId))
      .where(and(eq(p.countyCode, countyCode(regionCode)), eq(p.regionCode, regionCode), eq(p.indicatorId, indicatorId), eq(p.breakdown, everybody), isNotNull(p.evidenceId))),
  );
}

/** 打开一个数的佐证: for whoever may record figures there. */
export async function openValueEvidence(ctx: Ctx, code: string, regionCode: string, fileId: string): Promise<StoredFile> {
  allow(ctx, 'value.record', { regionCode });
  const { id } = await getIndicator(ctx, code);
  const known = await evidenceIn(ctx, regionCode, id);
  if (!known.some((each) => each.fileId === fileId)) throw new Refusal('file-not-found', 404);
  return getFile(ctx, fileId);
}
