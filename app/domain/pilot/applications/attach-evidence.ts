import { allow } from '#app/domain/base/accounts/access.ts';
import { citationsOf } from '#app/domain/base/evidence/citations.ts';
import { cite } from '#app/domain/base/evidence/cite.ts';
import { evidenceFor } from '#app/domain/base/evidence/offers.ts';
import { findEvidence } from '#app/domain/base/evidence/read.ts';
import type { Paper } from '#app/domain/pilot/calls/model.ts';
import { change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { putPaper } from './attach-paper.ts';
import { hold } from './form.ts';

/** 用已有的佐证: files that the community entered before become papers of the application, which from then on rests on the piece. */
export function attachEvidence(ctx: Ctx, id: string, { paper, evidenceId }: { paper: Paper; evidenceId: string }): Promise<void> {
  return change(ctx, async (tx) => {
    const held = await hold(tx, id, 'application.fill');
    allow(tx, 'evidence.read', held);
    const piece = await findEvidence(tx, held.regionCode, evidenceId);
    if (!piece || piece.files.length === 0) throw new Refusal('evidence-not-found', 404);
    if (piece.confidentiality === 'sealed') throw new Refusal('evidence-sealed-paper', 422);
    await cite(tx, { evidenceId, regionCode: held.regionCode, by: 'application', subjectId: id });
    for (const file of piece.files) await putPaper(tx, held, paper, file);
  });
}

/** 可以直接用的材料 of the community that are not yet in the application; sealed ones are never offered. */
export async function evidenceToAttach(ctx: Ctx, { id, regionCode }: { id: string; regionCode: string }) {
  const [offers, used] = [await evidenceFor(ctx, regionCode, { limit: 30 }), await citationsOf(ctx, regionCode, 'application', id)];
  return offers.filter((one) => one.fileCount > 0 && one.confidentiality !== 'sealed' && !used.some((piece) => piece.id === one.id)).slice(0, 8);
}
