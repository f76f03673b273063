import { allow } from '#app/domain/base/accounts/access.ts';
import { currentEdition, getEdition } from '#app/domain/base/standard/read.ts';
import { change } from '#app/platform/change.ts';
import { countyCode } from '#app/platform/county-code.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { beijingDay } from '#app/platform/dates.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { standingUnit } from './held.ts';
import type { StartInput } from './input.ts';
import { firstYear } from './model.ts';
import { selfAssessments } from './tables.server.ts';

/** 开始自评: any community, pilot or not, at any time, once a year; against the current edition unless another published one is named. */
export function startAssessment(ctx: Ctx, regionCode: string, { year, editionId }: StartInput): Promise<{ id: string }> {
  return change(ctx, async (tx) => {
    allow(tx, 'assessment.fill', { regionCode });
    await standingUnit(tx, regionCode);
    if (year > Number(beijingDay(tx.now).slice(0, 4))) throw new Refusal('assessment-year-to-come');
    if (year < firstYear) throw new Refusal('assessment-year-too-early');
    const edition = editionId ? await getEdition(tx, editionId) : await currentEdition(tx);
    if (edition.state !== 'published') throw new Refusal('edition-not-for-assessment');

    const [row] = await tx.db
      .insert(selfAssessments)
      .values({
        countyCode: countyCode(regionCode), regionCode, year, editionId: edition.id,
        startedBy: tx.actor.id, startedByName: tx.actor.name, createdAt: tx.now, updatedAt: tx.now,
      })
      .onConflictDoNothing()
      .returning({ id: selfAssessments.id });
    if (!row) throw new Refusal('assessment-exists');
    await tx.record('self-assessment.started', { id: row.id, regionCode }, { year, editionId: edition.id });
    return row;
  });
}
