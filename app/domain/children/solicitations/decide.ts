import { and, eq } from 'drizzle-orm';
import { leaveEvidence } from '#app/domain/base/evidence/leave-evidence.ts';
import { solicitationsWords } from '#app/i18n/solicitations.ts';
import { change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { beijingDay } from '#app/platform/dates.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { aboutSolicitation, holdSolicitation } from './find.ts';
import { childrensChoice, phaseOn } from './model.ts';
import { worksOf } from './read.ts';
import { solicitationBallots, solicitations, solicitationWorks } from './tables.server.ts';

/**
 * 评定: a person gives the prizes, with what the jury and the children thought before them, and says why. Only works that
 * may be shown are honoured; what the children chose most is named beside the prizes.
 */
export function decidePrizes(ctx: Ctx, id: string, prizes: ReadonlyMap<string, string>, note: string): Promise<void> {
  return change(ctx, async (tx) => {
    const held = await holdSolicitation(tx, id, 'solicitation.decide');
    if (held.state !== 'published') throw new Refusal('solicitation-decided');
    if (phaseOn(held, beijingDay(tx.now)) !== 'judging') throw new Refusal('solicitation-not-judging');
    const works = await worksOf(tx, held);
    const given = [...prizes].filter(([, prize]) => prize !== '');
    for (const [workId, prize] of given) {
      const work = works.find((one) => one.id === workId);
      if (!work?.isShowable) throw new Refusal('work-not-showable', 422);
      if (!held.prizes.some(({ name }) => name === prize)) throw new Refusal('prize-unknown', 422);
    }
    for (const { name, places } of held.prizes) if (given.filter(([, prize]) => prize === name).length > places) throw new Refusal('prize-places', 422);

    const ballots = await tx.db.select({ workIds: solicitationBallots.workIds }).from(solicitationBallots).where(and(eq(solicitationBallots.countyCode, held.countyCode), eq(solicitationBallots.solicitationId, id)));
    const showable = new Set(works.filter((work) => work.isShowable).map((work) => work.id));
    const chosen = new Map<string, number>();
    for (const workId of ballots.flatMap(({ workIds }) => workIds)) if (showable.has(workId)) chosen.set(workId, (chosen.get(workId) ?? 0) + 1);
    const loved = childrensChoice(chosen);
    for (const work of works) {
      const prize = prizes.get(work.id) ?? '';
      if (prize || loved.has(work.id)) await tx.db.update(solicitationWorks).set({ prize, isChildrensChoice: loved.has(work.id) }).where(and(eq(solicitationWorks.countyCode, held.countyCode), eq(solicitationWorks.id, work.id)));
    }
    await tx.db.update(solicitations).set({ state: 'decided', decisionNote: note, decidedAt: tx.now }).where(and(eq(solicitations.countyCode, held.countyCode), eq(solicitations.id, id)));
    await tx.record('solicitation.decided', aboutSolicitation(held), { works: works.length, prizes: given.length, note });
    const words = solicitationsWords['zh-CN'].evidence;
    await leaveEvidence(tx, {
      regionCode: held.regionCode, kind: 'fact', title: words.title(held.title), text: words.text(works.length, showable.size, given.length), source: { room: 'solicitations', name: words.source, subjectId: id },
      ruleIds: ['B2.2'], validFrom: held.opensOn, isPublic: true,
    });
  });
}
