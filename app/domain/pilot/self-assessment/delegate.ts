import { and, eq, isNull, sql } from 'drizzle-orm';
import { access } from '#app/domain/base/accounts/access.ts';
import { roleGrants, users } from '#app/domain/base/accounts/tables.server.ts';
import { tell } from '#app/domain/base/inbox/tell.ts';
import { getEdition } from '#app/domain/base/standard/read.ts';
import { change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { type Held, holdOpen, type Which } from './held.ts';
import type { DelegateInput } from './input.ts';
import { selfAssessmentDelegations } from './tables.server.ts';

/** 同事: everybody who may fill in for this community, the person themselves included. */
export async function colleaguesOf(ctx: Ctx, regionCode: string): Promise<{ id: string; name: string }[]> {
  const rows = await ctx.db
    .selectDistinct({ id: users.id, name: users.name })
    .from(users)
    .innerJoin(roleGrants, eq(roleGrants.userId, users.id))
    .where(and(
      isNull(users.disabledAt), sql`${roleGrants.role} = any(${sql.param([...access['assessment.fill']])}::text[])`,
      sql`left(${regionCode}, length(${roleGrants.regionCode})) = ${roleGrants.regionCode}`,
    ))
    .orderBy(users.name)
    .limit(100);
  return rows;
}

/** 分工 of an assessment: who has which section, since when. */
export function delegationsOf(ctx: Ctx, { countyCode, id }: Pick<Held, 'countyCode' | 'id'>) {
  return ctx.db
    .select()
    .from(selfAssessmentDelegations)
    .where(and(eq(selfAssessmentDelegations.countyCode, countyCode), eq(selfAssessmentDelegations.assessmentId, id)))
    .orderBy(selfAssessmentDelegations.sectionId)
    .limit(50);
}

/** 分给同事: one section to one colleague, who is told; given to another, the first one is told too. */
export function delegateSection(ctx: Ctx, which: Which, { sectionId, toUser, note }: DelegateInput): Promise<void> {
  return change(ctx, async (tx) => {
    const held = await holdOpen(tx, which);
    const { sections } = await getEdition(tx, held.editionId);
    if (!sections.some(({ id }) => id === sectionId)) throw new Refusal('section-not-found', 404);
    const to = (await colleaguesOf(tx, which.regionCode)).find(({ id }) => id === toUser);
    if (!to) throw new Refusal('no-such-colleague');

    const before = (await delegationsOf(tx, held)).find((one) => one.sectionId === sectionId);
    const row = { countyCode: held.countyCode, regionCode: held.regionCode, assessmentId: held.id, sectionId, toUser, toName: to.name, note, byName: tx.actor.name, at: tx.now };
    await tx.db
      .insert(selfAssessmentDelegations)
      .values(row)
      .onConflictDoUpdate({ target: [selfAssessmentDelegations.countyCode, selfAssessmentDelegations.assessmentId, selfAssessmentDelegations.sectionId], set: row });
    const cause = `${held.id} ${sectionId} ${tx.now.toISOString()}`;
    const words = { section: sectionId, year: held.year, by: tx.actor.name };
    if (toUser !== tx.actor.id) await tell(tx, [toUser], 'assessment-delegated', { ...words, note }, sectionAddress(which, sectionId), cause);
    if (before && before.toUser !== toUser && before.toUser !== tx.actor.id) await tell(tx, [before.toUser], 'assessment-taken-back', words, address(which), cause);
    await tx.record('self-assessment.delegated', { id: held.id, regionCode: held.regionCode }, { sectionId, toUser, toName: to.name });
  });
}

/** 收回分工: the section is nobody's again, and whoever had it is told; what they wrote stays. */
export function takeBackSection(ctx: Ctx, which: Which, sectionId: string): Promise<void> {
  return change(ctx, async (tx) => {
    const held = await holdOpen(tx, which);
    const [gone] = await tx.db
      .delete(selfAssessmentDelegations)
      .where(and(
        eq(selfAssessmentDelegations.countyCode, held.countyCode), eq(selfAssessmentDelegations.assessmentId, held.id), eq(selfAssessmentDelegations.sectionId, sectionId),
      ))
      .returning();
    if (!gone) throw new Refusal('not-delegated');
    const words = { section: sectionId, year: held.year, by: tx.actor.name };
    if (gone.toUser !== tx.actor.id) await tell(tx, [gone.toUser], 'assessment-taken-back', words, address(which), `${held.id} ${sectionId} back ${tx.now.toISOString()}`);
    await tx.record('self-assessment.taken-back', { id: held.id, regionCode: held.regionCode }, { sectionId, toUser: gone.toUser, toName: gone.toName });
  });
}

const address = ({ regionCode, year }: Which) => `/work/${regionCode}/self-assessment/${year}`;
const sectionAddress = (which: Which, sectionId: string) => `${address(which)}/sections/${sectionId}`;
