import { randomUUID } from 'node:crypto';
import { and, count, eq, inArray } from 'drizzle-orm';
import { blind, blindOnes } from '#app/domain/base/accounts/sealed.ts';
import { contains } from '#app/domain/base/regions/model.ts';
import { needChild } from '#app/domain/children/identity/here.ts';
import { change } from '#app/platform/change.ts';
import { type Ctx, visitor } from '#app/platform/ctx.ts';
import { beijingDay } from '#app/platform/dates.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { findSolicitation } from './find.ts';
import { isShowable } from './licence.ts';
import { mostBallotsOfCode, phaseOn } from './model.ts';
import { solicitationBallots, solicitations, solicitationWorks } from './tables.server.ts';

const voter = (solicitationId: string, childId: string) => `solicitation ${solicitationId} ${childId}`;

/**
 * 选喜欢的作品: up to three, in no order; a child with an account may choose again, and the last choice counts. A class code
 * tells nobody apart, so it casts no more ballots than a class. What others chose nobody sees.
 */
export async function chooseWorks(ctx: Ctx, id: string, workIds: readonly string[]): Promise<void> {
  const child = needChild(ctx);
  const { countyCode, regionCode, ...solicitation } = await findSolicitation(ctx, id);
  if (phaseOn(solicitation, beijingDay(ctx.now)) !== 'choosing') throw new Refusal('solicitation-not-choosing');
  if (!contains(regionCode, child.regionCode)) throw new Refusal('solicitation-elsewhere', 403);
  const works = await ctx.db
    .select({ id: solicitationWorks.id })
    .from(solicitationWorks)
    .where(and(eq(solicitationWorks.countyCode, countyCode), eq(solicitationWorks.solicitationId, id), inArray(solicitationWorks.id, [...workIds]), isShowable()));
  if (works.length < workIds.length) throw new Refusal('work-not-found', 404);

  const voterSign = child.childId ? blind(voter(id, child.childId), 'children') : randomUUID();
  const codeSign = child.codeId ? blind(voter(id, child.codeId), 'children') : '';
  await change({ ...ctx, actor: visitor, requestId: '' }, async (tx) => {
    const here = and(eq(solicitationBallots.countyCode, countyCode), eq(solicitationBallots.solicitationId, id));
    await tx.db.select({ id: solicitations.id }).from(solicitations).where(and(eq(solicitations.countyCode, countyCode), eq(solicitations.id, id))).for('update');
    if (codeSign) {
      const [cast] = await tx.db.select({ many: count() }).from(solicitationBallots).where(and(here, eq(solicitationBallots.codeSign, codeSign)));
      if (cast!.many >= mostBallotsOfCode) throw new Refusal('solicitation-ballots-used');
    }
    const { countyCode: c, solicitationId: s, voterSign: v } = solicitationBallots;
    await tx.db
      .insert(solicitationBallots)
      .values({ countyCode, solicitationId: id, voterSign, codeSign, workIds: [...workIds] })
      .onConflictDoUpdate({ target: [c, s, v], set: { workIds: [...workIds] } });
    await tx.record('solicitation.chosen', { id, regionCode });
  });
}

/** 我选过的 of a child with an account; nobody else's. */
export async function ownChoice(ctx: Ctx, solicitationId: string): Promise<string[]> {
  if (!ctx.child?.childId) return [];
  const [row] = await ctx.db
    .select({ workIds: solicitationBallots.workIds })
    .from(solicitationBallots)
    .where(and(eq(solicitationBallots.solicitationId, solicitationId), inArray(solicitationBallots.voterSign, signsOf(solicitationId, ctx.child.childId))));
  return row?.workIds ?? [];
}

/** The signs under which this child chose, under every secret of this installation. */
export function signsOf(solicitationId: string, childId: string): string[] {
  return blindOnes(voter(solicitationId, childId), 'children');
}
