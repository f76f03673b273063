import { createHash } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import { countAsked } from '#app/domain/base/burden/count-asked.ts';
import { citationsOf } from '#app/domain/base/evidence/citations.ts';
import { concludeResults } from '#app/domain/base/rule-results/conclude-results.ts';
import { scoreOf } from '#app/domain/base/rule-results/model.ts';
import { rulesOf } from '#app/domain/base/standard/model.ts';
import { getEdition } from '#app/domain/base/standard/read.ts';
import { canonicalJson } from '#app/platform/canonical-json.ts';
import { type Change, change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { newCode } from '#app/platform/spoken-code.ts';
import { getHeld, type Held, holdOpen, rowsOf, standingUnit, type Which } from './held.ts';
import { fields, levelsOf, type Row, saidIn, unfinished } from './model.ts';
import { newestSubmission, type Submission } from './submissions.ts';
import { type FrozenRow, selfAssessments, selfAssessmentSubmissions } from './tables.server.ts';

/**
 * 提交自评: by the government, only when every rule is finished. What is handed in is frozen with its hash, becomes the
 * results of the community for that year, and has a receipt. Asked again, it gives the same receipt.
 */
export async function submitAssessment(ctx: Ctx, which: Which): Promise<Submission> {
  try {
    return await change(ctx, async (tx) => {
      const held = await holdOpen(tx, which, 'assessment.submit');
      await standingUnit(tx, which.regionCode);
      return handIn(tx, held);
    });
  } catch (error) {
    const last = error instanceof Refusal && error.code === 'assessment-already-submitted' ? await newestSubmission(ctx, await getHeld(ctx, which)) : undefined;
    if (last) return last;
    throw error;
  }
}

async function handIn(tx: Change, held: Held): Promise<Submission> {
  const ruleIds = rulesOf(await getEdition(tx, held.editionId)).map(({ id }) => id);
  const rows = await rowsOf(tx, held);
  const cited = await citationsOf(tx, held.regionCode, 'rule-answer', held.id);
  const evidenceOf = (ruleId: string) => cited.filter((piece) => piece.ruleId === ruleId);
  if (unfinished(ruleIds, rows, Object.fromEntries(ruleIds.map((id) => [id, evidenceOf(id).length]))).length > 0) throw new Refusal('assessment-unfinished');

  const levels = levelsOf(rows.values());
  const frozen = ruleIds.map((ruleId): FrozenRow => ({
    ruleId, level: levels[ruleId]!, reason: saidIn(rows.get(ruleId), 'reason'), evidence: evidenceOf(ruleId).map(({ id, title, hash }) => ({ id, title, hash })),
  }));
  const row = await freeze(tx, held, frozen, scoreOf(levels));
  await tx.db
    .update(selfAssessments)
    .set({ status: 'submitted', round: row.round, submittedAt: tx.now, updatedAt: tx.now, score: row.score, correctionReason: '' })
    .where(and(eq(selfAssessments.countyCode, held.countyCode), eq(selfAssessments.id, held.id)));
  await concludeResults(tx, { regionCode: held.regionCode, year: held.year, stream: 'self', editionId: held.editionId, levels, sourceId: held.id });
  await countAsked(tx, { form: 'self-assessment', subjectId: held.id, regionCode: held.regionCode, ...burdenOf(rows, cited.map(({ ruleId }) => ruleId)) });
  await tx.record('self-assessment.submitted', { id: held.id, regionCode: held.regionCode }, {
    year: held.year, round: row.round, score: row.score, hash: row.hash, code: row.receiptCode, ...(row.reason ? { reason: row.reason } : {}),
  });
  return row;
}

async function freeze(tx: Change, held: Held, rows: FrozenRow[], score: number | null): Promise<Submission> {
  const { countyCode, regionCode, id, year, editionId, correctionReason: reason } = held;
  const round = held.round + 1;
  const [row] = await tx.db
    .insert(selfAssessmentSubmissions)
    .values({
      countyCode, regionCode, assessmentId: id, year, round, editionId, rows, score, reason, receiptCode: newCode(),
      hash: assessmentHash({ regionCode, year, round, editionId, reason, rows }),
      submittedBy: tx.actor.id, submittedByName: tx.actor.name, submittedAt: tx.now,
    })
    .returning();
  return row!;
}

/** 指纹: SHA-256 of what was handed in, written canonically. */
export function assessmentHash(handedIn: { regionCode: string; year: number; round: number; editionId: string; reason: string; rows: FrozenRow[] }): string {
  return createHash('sha256').update(canonicalJson(handedIn)).digest('hex');
}

/** 负担: level and reason of every rule; what was copied and left as it was counts as filled in already, a rule with evidence and no words as reused. */
function burdenOf(rows: ReadonlyMap<string, Row>, cited: readonly string[]) {
  const said = [...rows.values()];
  const asked = said.reduce((sum, row) => sum + fields.filter((field) => field !== 'confirm' && saidIn(row, field) !== '').length, 0) + said.filter((row) => onlyProved(row, cited)).length;
  const prefilled = said.filter((row) => row.copiedFrom !== null).reduce(
    (sum, row) => sum + fields.filter((field) => field !== 'confirm' && row.said[field]?.current.revision === 1 && saidIn(row, field) !== '').length, 0,
  );
  return { asked, prefilled, reused: said.filter((row) => onlyProved(row, cited)).length };
}

const onlyProved = (row: Row, cited: readonly string[]) => saidIn(row, 'reason') === '' && cited.includes(row.ruleId);
