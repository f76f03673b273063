import { and, eq } from 'drizzle-orm';
import { copyCitations } from '#app/domain/base/evidence/citations.ts';
import { rulesOf } from '#app/domain/base/standard/model.ts';
import { getEdition } from '#app/domain/base/standard/read.ts';
import { change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { findAssessment, holdOpen, rowsOf, type Which } from './held.ts';
import { isUnconfirmed, type Row } from './model.ts';
import { newestSubmission } from './submissions.ts';
import { writeRows } from './save-cells.ts';
import { selfAssessments } from './tables.server.ts';

/** 沿用结果: how many rules were copied, and how many pieces of evidence could not come along (expired, withdrawn). */
export type Copied = { rules: number; evidenceLeft: number };

/**
 * 沿用上次: what was handed in for an earlier year stands here as copied and not yet confirmed. Nothing that was
 * written already is touched, and a rule that this edition does not have stays behind.
 */
export function copyForward(ctx: Ctx, which: Which, fromYear: number): Promise<Copied> {
  return change(ctx, async (tx) => {
    const held = await holdOpen(tx, which);
    if (fromYear >= which.year) throw new Refusal('copy-from-earlier');
    const earlier = await findAssessment(tx, { ...which, year: fromYear });
    const last = earlier && (await newestSubmission(tx, earlier));
    if (!earlier || !last) throw new Refusal('nothing-to-copy');

    const known = new Set(rulesOf(await getEdition(tx, held.editionId)).map(({ id }) => id));
    const there = await rowsOf(tx, held);
    const at = tx.now.toISOString();
    const version = (value: string) => ({ current: { value, revision: 1, by: tx.actor.id, byName: tx.actor.name, at }, rivals: [] });
    const rows = last.rows.filter(({ ruleId }) => known.has(ruleId) && !there.has(ruleId)).map(
      ({ ruleId, level, reason }): Row => ({ ruleId, copiedFrom: fromYear, said: { level: version(level), ...(reason ? { reason: version(reason) } : {}) } }),
    );
    await writeRows(tx, held, rows);
    const left = await copyCitations(tx, {
      regionCode: held.regionCode, by: 'rule-answer', from: earlier.id, to: held.id, editionId: held.editionId, ruleIds: rows.map(({ ruleId }) => ruleId),
    });
    await tx.db.update(selfAssessments).set({ copiedFrom: fromYear }).where(and(eq(selfAssessments.countyCode, held.countyCode), eq(selfAssessments.id, held.id)));
    await tx.record('self-assessment.copied', { id: held.id, regionCode: held.regionCode }, { fromYear, rules: rows.length, evidenceLeft: left.length });
    return { rules: rows.length, evidenceLeft: left.length };
  });
}

/** 照旧: everything copied in these rules is said to be still so, in one step. */
export function confirmCopied(ctx: Ctx, which: Which, ruleIds: readonly string[]): Promise<number> {
  return change(ctx, async (tx) => {
    const held = await holdOpen(tx, which);
    const there = await rowsOf(tx, held);
    const version = { current: { value: 'yes', revision: 1, by: tx.actor.id, byName: tx.actor.name, at: tx.now.toISOString() }, rivals: [] };
    const rows = ruleIds.flatMap((id) => {
      const row = there.get(id);
      if (!row || !isUnconfirmed(row)) return [];
      const was = row.said.confirm;
      return [{ ...row, said: { ...row.said, confirm: was ? { current: { ...version.current, revision: was.current.revision + 1 }, rivals: [] } : version } }];
    });
    await writeRows(tx, held, rows);
    await tx.record('self-assessment.confirmed', { id: held.id, regionCode: held.regionCode }, { rules: rows.map(({ ruleId }) => ruleId) });
    return rows.length;
  });
}
