import { and, eq, inArray, isNull } from 'drizzle-orm';
import { allow } from '#app/domain/base/accounts/access.ts';
import { users } from '#app/domain/base/accounts/tables.server.ts';
import { getSubmitted } from '#app/domain/pilot/applications/submitted.ts';
import { experts } from '#app/domain/pilot/experts/tables.server.ts';
import { decidesForOthers } from '#app/domain/pilot/review/decide.ts';
import { assignments, marks } from '#app/domain/pilot/review/tables.server.ts';
import { rubricOfCall } from '#app/domain/pilot/rubrics/in-force.ts';
import { pointsOf } from '#app/domain/pilot/rubrics/model.ts';
import { change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';
import type { AdviceInput } from './input.ts';
import { type Advice, withoutNames } from './model.ts';
import { decisionDrafts } from './tables.server.ts';

/** 还没有草稿: what nobody has looked at is empty, and goes to nobody. */
export const noDraft: { advice: Advice; revision: number; savedByName: string; savedAt: Date | null } = { advice: { strengths: '', bySection: {} }, revision: 0, savedByName: '', savedAt: null };

/** 说明草稿 as it is now. */
export async function draftOf(ctx: Ctx, applicationId: string) {
  const [row] = await ctx.db.select().from(decisionDrafts).where(eq(decisionDrafts.applicationId, applicationId));
  return row ?? noDraft;
}

/** 看过建议的: which of these applications have a draft that somebody saved. */
export async function draftsAmong(ctx: Ctx, applicationIds: readonly string[]): Promise<string[]> {
  if (applicationIds.length === 0) return [];
  const rows = await ctx.db.select({ id: decisionDrafts.applicationId }).from(decisionDrafts).where(inArray(decisionDrafts.applicationId, [...applicationIds]));
  return rows.map(({ id }) => id);
}

/** 保存建议: strengths and advice by section, before the decision or while it is looked at again. */
export function saveAdvice(ctx: Ctx, applicationId: string, { revision, ...advice }: AdviceInput): Promise<void> {
  return change(ctx, async (tx) => {
    const application = await getSubmitted(tx, applicationId);
    allow(tx, 'review.decide', application);
    await decidesForOthers(tx, applicationId);
    const known = (await draftOf(tx, applicationId)).revision;
    if (known !== revision) throw new Refusal('changed-meanwhile');
    const kept = { advice, revision: revision + 1, savedBy: tx.actor.id, savedByName: tx.actor.name, savedAt: tx.now };
    const saved = await tx.db
      .insert(decisionDrafts)
      .values({ applicationId, ...kept })
      .onConflictDoUpdate({ target: decisionDrafts.applicationId, set: kept, setWhere: eq(decisionDrafts.revision, revision) })
      .returning({ revision: decisionDrafts.revision });
    if (saved.length === 0) throw new Refusal('changed-meanwhile');
    await tx.record('decision.advice-saved', application, { number: application.number, revision: revision + 1 });
  });
}

/** 建议的初稿 out of the reviewers' notes, without their names: what went well to the strengths, the rest to the advice of its section. Somebody reads it before it counts. */
export async function proposeAdvice(ctx: Ctx, applicationId: string): Promise<Advice> {
  const application = await getSubmitted(ctx, applicationId);
  allow(ctx, 'review.decide', application);
  await decidesForOthers(ctx, applicationId);
  const { scoreFrom: from, scoreTo: to } = application.call.review;
  const rubric = await rubricOfCall(ctx, application.call);
  const notes = await ctx.db
    .select({ itemId: marks.itemId, level: marks.level, score: marks.score, note: marks.note, name: users.name, organisation: experts.organisationName })
    .from(marks)
    .innerJoin(assignments, eq(assignments.id, marks.assignmentId))
    .innerJoin(users, eq(users.id, assignments.expertId))
    .leftJoin(experts, eq(experts.userId, assignments.expertId))
    .where(and(eq(assignments.applicationId, applicationId), eq(assignments.state, 'submitted'), isNull(assignments.setAsideAt), inArray(marks.itemId, rubric.items.map(({ id }) => id))));
  const names = [...new Set(notes.flatMap(({ name, organisation }) => [name, organisation ?? '']))];
  const sectionOf = new Map(rubric.items.map(({ id, sectionId }) => [id, sectionId]));
  const written = notes
    .filter(({ note }) => note.trim() !== '')
    .map((one) => ({ sectionId: sectionOf.get(one.itemId) ?? '', isGood: rubric.level !== 'section' && (pointsOf(one, { from, to }) ?? 0) >= 1, text: withoutNames(one.note.trim(), names) }));
  const joined = (lines: typeof written) => [...new Set(lines.map(({ text }) => text))].toSorted().join('\n').slice(0, 4000);
  return {
    strengths: joined(written.filter(({ isGood }) => isGood)),
    bySection: Object.fromEntries(rubric.sections.map(({ id }) => [id, joined(written.filter(({ sectionId, isGood }) => !isGood && sectionId === id))])),
  };
}
