import { and, eq, inArray } from 'drizzle-orm';
import { movesOf } from '#app/domain/base/regions/successors.ts';
import { type Change, change } from '#app/platform/change.ts';
import { countyCode } from '#app/platform/county-code.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { aboutSolicitation, type Solicitation } from './find.ts';
import { solicitationBallots, solicitationJurors, solicitationMarks, solicitations, solicitationWorks } from './tables.server.ts';

/** 征集随区划变更: everything of a solicitation goes on under the principal successor. The county is part of the key, so rows are copied. */
export async function followRegions(ctx: Ctx, changeId: string): Promise<string> {
  let moved = 0;
  for (const { from, to } of await movesOf(ctx, changeId)) {
    const there = await ctx.db.select().from(solicitations).where(and(eq(solicitations.countyCode, countyCode(from)), eq(solicitations.regionCode, from)));
    for (const one of there) {
      await change(ctx, async (tx) => {
        await carry(tx, one, to);
        await tx.record('solicitation.region-followed', { ...aboutSolicitation(one), regionCode: to }, { from });
      });
    }
    moved += there.length;
  }
  return String(moved);
}

async function carry({ db }: Change, one: Solicitation, to: string): Promise<void> {
  const place = { regionCode: to, countyCode: countyCode(to) };
  const self = and(eq(solicitations.countyCode, one.countyCode), eq(solicitations.id, one.id));
  const works = and(eq(solicitationWorks.countyCode, one.countyCode), eq(solicitationWorks.solicitationId, one.id));
  if (place.countyCode === one.countyCode) {
    await db.update(solicitations).set({ regionCode: to }).where(self);
    await db.update(solicitationWorks).set({ regionCode: to }).where(works);
    return;
  }
  const jurors = and(eq(solicitationJurors.countyCode, one.countyCode), eq(solicitationJurors.solicitationId, one.id));
  const ballots = and(eq(solicitationBallots.countyCode, one.countyCode), eq(solicitationBallots.solicitationId, one.id));
  const [hadWorks, hadJurors, hadBallots] = [
    await db.select().from(solicitationWorks).where(works), await db.select().from(solicitationJurors).where(jurors), await db.select().from(solicitationBallots).where(ballots),
  ];
  const marks = and(eq(solicitationMarks.countyCode, one.countyCode), inArray(solicitationMarks.jurorId, hadJurors.map(({ id }) => id)));
  const hadMarks = await db.delete(solicitationMarks).where(marks).returning();
  const { countyCode: county } = place;
  await db.delete(solicitationWorks).where(works); // the plates lead to one work at a time
  await db.insert(solicitations).values({ ...one, ...place });
  if (hadWorks.length > 0) await db.insert(solicitationWorks).values(hadWorks.map((row) => ({ ...row, ...place })));
  if (hadJurors.length > 0) await db.insert(solicitationJurors).values(hadJurors.map((row) => ({ ...row, countyCode: county })));
  if (hadBallots.length > 0) await db.insert(solicitationBallots).values(hadBallots.map((row) => ({ ...row, countyCode: county })));
  if (hadMarks.length > 0) await db.insert(solicitationMarks).values(hadMarks.map((row) => ({ ...row, countyCode: county })));
  await db.delete(solicitationBallots).where(ballots);
  await db.delete(solicitationJurors).where(jurors);
  await db.delete(solicitations).where(self);
}
