import { and, asc, desc, eq, getTableColumns, inArray } from 'drizzle-orm';
import { nameIfAny } from '#app/domain/base/regions/name-in.ts';
import { regions } from '#app/domain/base/regions/tables.server.ts';
import { countyCode } from '#app/platform/county-code.ts';
import type { Change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { beijingDay } from '#app/platform/dates.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { cite } from './cite.ts';
import { type Citer, standingOn } from './model.ts';
import { asSeen } from './seen.ts';
import { evidence, evidenceCitations } from './tables.server.ts';

/** 被谁引用: everything that rests on one piece, newest first, with the place; the caller has proved its right to the piece. */
export function citedBy(ctx: Ctx, regionCode: string, evidenceId: string) {
  return ctx.db
    .select({
      by: evidenceCitations.by, subjectId: evidenceCitations.subjectId, ruleId: evidenceCitations.ruleId, regionCode: evidenceCitations.regionCode,
      regionName: nameIfAny(ctx), hash: evidenceCitations.hash, citedByName: evidenceCitations.citedByName, citedAt: evidenceCitations.citedAt,
    })
    .from(evidenceCitations)
    .leftJoin(regions, eq(regions.code, evidenceCitations.regionCode))
    .where(and(eq(evidenceCitations.countyCode, countyCode(regionCode)), eq(evidenceCitations.evidenceId, evidenceId)))
    .orderBy(desc(evidenceCitations.citedAt), asc(evidenceCitations.ruleId))
    .limit(200);
}

export type Cited = Awaited<ReturnType<typeof citationsOf>>[number];

/**
 * 依据: what one assessment, report or visit rests on, rule by rule, as it stands on a day; `isChanged` says that the piece was
 * corrected since. For callers that have proved their right to the subject; sealed pieces stay sealed for whoever asks.
 */
export async function citationsOf(ctx: Ctx, regionCode: string, by: Citer, subjectId: string, onDay = beijingDay(ctx.now)) {
  const rows = await ctx.db
    .select({ ruleId: evidenceCitations.ruleId, citedHash: evidenceCitations.hash, citedAt: evidenceCitations.citedAt, piece: getTableColumns(evidence) })
    .from(evidenceCitations)
    .innerJoin(evidence, and(eq(evidence.countyCode, evidenceCitations.countyCode), eq(evidence.id, evidenceCitations.evidenceId)))
    .where(and(eq(evidenceCitations.countyCode, countyCode(regionCode)), eq(evidenceCitations.by, by), eq(evidenceCitations.subjectId, subjectId)))
    .orderBy(asc(evidenceCitations.ruleId), asc(evidenceCitations.citedAt))
    .limit(2000);
  return rows.map(({ ruleId, citedHash, citedAt, piece }) => ({
    ...asSeen(ctx.actor, piece), ruleId, citedAt, isChanged: citedHash !== piece.hash,
    standing: standingOn({ ...piece, isWithdrawn: piece.withdrawnAt !== null }, onDay),
  }));
}

/** 沿用引用: what rested on the earlier subject rests on the later one too; answers the pieces that may no longer be rested on. */
export async function copyCitations(
  tx: Change,
  { regionCode, by, from, to, editionId, ruleIds }: { regionCode: string; by: Citer; from: string; to: string; editionId?: string; ruleIds?: readonly string[] },
): Promise<{ evidenceId: string; ruleId: string; code: string }[]> {
  const left: { evidenceId: string; ruleId: string; code: string }[] = [];
  const rows = await tx.db
    .select({ evidenceId: evidenceCitations.evidenceId, ruleId: evidenceCitations.ruleId })
    .from(evidenceCitations)
    .where(and(
      eq(evidenceCitations.countyCode, countyCode(regionCode)), eq(evidenceCitations.by, by), eq(evidenceCitations.subjectId, from),
      ruleIds ? inArray(evidenceCitations.ruleId, [...ruleIds]) : undefined,
    ));
  for (const row of rows) {
    try {
      await cite(tx, { ...row, regionCode, by, subjectId: to, ...(editionId ? { editionId } : {}) });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      left.push({ ...row, code: error.code });
    }
  }
  return left;
}
