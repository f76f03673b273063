import { and, eq, inArray } from 'drizzle-orm';
import { lockedAmong } from '#app/domain/children/moderation/shown.ts';
import { change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { signsOf } from './choose.ts';
import { dropWork } from './drop-work.ts';
import { solicitationBallots, solicitations, solicitationWorks } from './tables.server.ts';

/** 忘掉一个孩子: their works go with their pictures, their ballots too; of what is locked as evidence only the link goes. */
export async function forgetChild(ctx: Ctx, childId: string): Promise<string> {
  const works = await ctx.db.select().from(solicitationWorks).where(eq(solicitationWorks.childId, childId));
  const locked = await lockedAmong(ctx, 'work', works.map(({ id }) => id));
  for (const work of works) {
    await change(ctx, async (tx) => {
      if (locked.has(work.id)) await tx.db.update(solicitationWorks).set({ childId: null }).where(and(eq(solicitationWorks.countyCode, work.countyCode), eq(solicitationWorks.id, work.id)));
      else await dropWork(tx, work);
      await tx.record('work.forgotten', { id: work.id, regionCode: work.regionCode }, { number: work.number });
    });
  }
  const open = await ctx.db.select({ id: solicitations.id }).from(solicitations).where(eq(solicitations.state, 'published'));
  const signs = open.flatMap(({ id }) => signsOf(id, childId));
  if (signs.length > 0) await ctx.db.delete(solicitationBallots).where(inArray(solicitationBallots.voterSign, signs));
  return String(works.length);
}
