import { and, eq } from 'drizzle-orm';
import { rulesOf } from '#app/domain/base/standard/model.ts';
import { currentEdition, getEdition } from '#app/domain/base/standard/read.ts';
import type { Change } from '#app/platform/change.ts';
import { countyCode } from '#app/platform/county-code.ts';
import { beijingDay } from '#app/platform/dates.ts';
import { isId } from '#app/platform/is-id.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { type Citer, serves, type Standing, standingOn } from './model.ts';
import { isSealedProof, kindsFor } from './proof.ts';
import { evidence, evidenceCitations } from './tables.server.ts';

/** 引用: who rests on which piece, in which place, perhaps for one rule (of an edition; of the current one if none is named). */
export type Citation = { evidenceId: string; regionCode: string; by: Citer; subjectId: string; ruleId?: string; editionId?: string };

const notNow: Partial<Record<Standing, string>> = { withdrawn: 'evidence-withdrawn', expired: 'evidence-expired', 'not-yet': 'evidence-not-yet' };

/** 引用佐证: part of the change that rests on it, whose verb has asked for the right; cited twice it is cited once. */
export async function cite(tx: Change, { evidenceId, regionCode, by, subjectId, ruleId = '', editionId }: Citation): Promise<void> {
  const county = countyCode(regionCode);
  const [row] = isId(evidenceId)
    ? await tx.db.select().from(evidence).where(and(eq(evidence.countyCode, county), eq(evidence.id, evidenceId))).for('share')
    : [];
  if (!row || !serves(row.regionCode, regionCode)) throw new Refusal('evidence-of-another-place', 409);
  const refusal = notNow[standingOn({ ...row, isWithdrawn: row.withdrawnAt !== null }, beijingDay(tx.now))];
  if (refusal) throw new Refusal(refusal, 409);
  if (isSealedProof(row.kind, [row.title, ...row.files.map(({ name }) => name)])) throw new Refusal('evidence-sealed-proof', 422);
  if (ruleId !== '') {
    const rule = rulesOf(editionId ? await getEdition(tx, editionId) : await currentEdition(tx)).find((one) => one.id === ruleId);
    if (!rule) throw new Refusal('rule-of-another-edition', 409);
    if (!kindsFor(rule.evidence).includes(row.kind)) throw new Refusal('evidence-wrong-kind', 422);
  }
  const cited = await tx.db
    .insert(evidenceCitations)
    .values({ countyCode: county, evidenceId, by, subjectId, ruleId, regionCode, hash: row.hash, citedBy: tx.actor.id, citedByName: tx.actor.name, citedAt: tx.now })
    .onConflictDoNothing()
    .returning({ id: evidenceCitations.evidenceId });
  if (cited.length > 0) await tx.record('evidence.cited', { id: evidenceId, regionCode }, { by, subjectId, ruleId, hash: row.hash });
}

/** 取消引用: part of the change that no longer rests on it; what was not cited stays so. */
export async function uncite(tx: Change, { evidenceId, regionCode, by, subjectId, ruleId = '' }: Omit<Citation, 'editionId'>): Promise<void> {
  if (!isId(evidenceId)) return;
  const gone = await tx.db
    .delete(evidenceCitations)
    .where(and(
      eq(evidenceCitations.countyCode, countyCode(regionCode)), eq(evidenceCitations.evidenceId, evidenceId), eq(evidenceCitations.by, by),
      eq(evidenceCitations.subjectId, subjectId), eq(evidenceCitations.ruleId, ruleId),
    ))
    .returning({ id: evidenceCitations.evidenceId });
  if (gone.length > 0) await tx.record('evidence.uncited', { id: evidenceId, regionCode }, { by, subjectId, ruleId });
}
