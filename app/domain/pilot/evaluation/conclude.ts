import { and, eq, inArray, ne } from 'drizzle-orm';
import { allow } from '#app/domain/base/accounts/access.ts';
import { codesOf } from '#app/domain/base/regions/borne-by.ts';
import { concludeResults } from '#app/domain/base/rule-results/conclude-results.ts';
import { fingerprint } from '#app/domain/pilot/panels/fingerprint.ts';
import { presentCode } from '#app/domain/pilot/progress-reports/near-place.ts';
import { change, type Change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { beijingDay } from '#app/platform/dates.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { type Evaluation, evaluatorOf, holdEvaluation, rowOf } from './hold.ts';
import { levelsIn } from './levels-in.ts';
import { putTogether } from './put-together.ts';
import { isCommentOver } from './save-draft.ts';
import { evaluations, evaluators, reassessments } from './tables.server.ts';

/**
 * 形成结论: by a second person, after the community could comment and was answered. What it says is frozen with its
 * fingerprint; of the rules it becomes the result of the expert or of the whole.
 */
export function concludeEvaluation(ctx: Ctx, code: string, id: string, revision: number): Promise<string> {
  return change(ctx, async (tx) => {
    const row = await holdEvaluation(tx, code, id);
    allow(tx, 'evaluation.conclude', row);
    if (row.revision !== revision) throw new Refusal('changed-meanwhile');
    await mayBeConcluded(tx, row);
    await tx.db.insert(evaluators).values({ evaluationId: id, regionCode: row.regionCode, userId: tx.actor.id, part: 'concludes', addedBy: tx.actor.id, addedAt: tx.now });

    const content = { ...(await putTogether(tx, row)), concludedBy: tx.actor.name, concludedOn: beijingDay(tx.now) };
    const hash = fingerprint(content);
    if (row.editionId !== null) {
      const stream = row.kind === 'whole' ? 'whole' : 'expert';
      await concludeResults(tx, { regionCode: await presentCode(tx, row.regionCode), year: row.year, stream, editionId: row.editionId, levels: levelsIn(content), sourceId: id });
    }
    await tx.db
      .update(evaluations)
      .set({ state: 'concluded', content, hash, score: content.score, concludedByName: tx.actor.name, concludedAt: tx.now, revision: revision + 1 })
      .where(rowOf(row));
    if (row.kind === 'whole') await closeReassessment(tx, row);
    await tx.record('evaluation.concluded', { id, regionCode: row.regionCode }, { kind: row.kind, year: row.year, hash, score: content.score });
    return hash;
  });
}

async function mayBeConcluded(tx: Change, row: Evaluation): Promise<void> {
  if (row.state !== 'commenting') throw new Refusal('evaluation-not-shown');
  if (!isCommentOver(row, beijingDay(tx.now))) throw new Refusal('evaluation-with-community');
  if (row.comment !== '' && row.reply.trim() === '') throw new Refusal('evaluation-reply-missing');
  const evaluator = await evaluatorOf(tx, row.id);
  if (!evaluator) throw new Refusal('evaluator-missing');
  if (evaluator === tx.actor.id) throw new Refusal('evaluation-same-person', 403);
  const [had] = await tx.db.select({ id: evaluators.id }).from(evaluators).where(and(eq(evaluators.evaluationId, row.id), eq(evaluators.userId, tx.actor.id)));
  if (had) throw new Refusal('evaluation-same-person', 403);
}

async function closeReassessment(tx: Change, { regionCode, id }: Evaluation): Promise<void> {
  const done = await tx.db
    .update(reassessments)
    .set({ state: 'done', evaluationId: id, updatedAt: tx.now })
    .where(and(inArray(reassessments.regionCode, await codesOf(tx, await presentCode(tx, regionCode))), ne(reassessments.state, 'done')))
    .returning({ id: reassessments.id });
  for (const one of done) await tx.record('reassessment.done', { id: one.id, regionCode }, { evaluationId: id });
}
