import { and, eq, sql } from 'drizzle-orm';
import { allow } from '#app/domain/base/accounts/access.ts';
import { contains, levelOf } from '#app/domain/base/regions/model.ts';
import { regions } from '#app/domain/base/regions/tables.server.ts';
import { type Change, change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { beijingDay } from '#app/platform/dates.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { governmentsOf } from './applicants.ts';
import type { DraftInput } from './input.ts';
import { type Known, knownAnswers } from './known-answers.ts';
import { nextNumber } from './numbers.ts';
import { getQuestionSet } from '#app/domain/pilot/calls/question-sets.ts';
import { applications } from './tables.server.ts';
import { calls } from '#app/domain/pilot/calls/tables.server.ts';

/**
 * 起草申报. A sub-district, township or higher government (问答 10) puts itself or one of its communities forward;
 * what is known is filled in. One application per unit and call.
 */
export function startDraft(ctx: Ctx, input: DraftInput): Promise<{ id: string; number: string }> {
  return change(ctx, async (tx) => {
    allow(tx, 'application.start', { regionCode: input.regionCode });
    const call = await callTakingApplications(tx, input.callId);
    if (!contains(call.regionCode, input.regionCode)) throw new Refusal('unit-outside-call');
    await standingUnit(tx, input.regionCode);

    const governments = governmentsOf(tx.actor, call.applicantLevels, input.regionCode);
    const applicantCode = input.applicantCode ?? governments[0];
    if (!applicantCode || !governments.includes(applicantCode)) throw new Refusal('applicant-level-not-allowed', 403);

    const set = await getQuestionSet(tx, call.questionSetId);
    const { known, organisationId } = await knownAnswers(tx, set, input.regionCode, applicantCode);
    const number = await nextNumber(tx);
    const [row] = await tx.db
      .insert(applications)
      .values({
        number, callId: call.id, regionCode: input.regionCode, applicantCode, organisationId,
        startedBy: tx.actor.id, createdAt: tx.now, updatedAt: tx.now,
      })
      .onConflictDoNothing({ target: [applications.callId, applications.regionCode] })
      .returning({ id: applications.id });
    if (!row) throw new Refusal('application-exists');
    await fillIn(tx, row.id, known);
    await tx.record('application.started', { id: row.id, regionCode: input.regionCode }, { number, callId: call.id, known: known.length });
    return { id: row.id, number };
  });
}

async function callTakingApplications(tx: Change, id: string) {
  const [call] = await tx.db.select().from(calls).where(and(eq(calls.id, id), eq(calls.state, 'published')));
  if (!call) throw new Refusal('call-not-found', 404);
  const today = beijingDay(tx.now);
  if (today < call.opensOn) throw new Refusal('call-not-open-yet');
  if (today > call.closesOn) throw new Refusal('call-closed');
  return call;
}

/** The unit stands at sub-district level or is a residents' or villagers' committee, and still exists. */
async function standingUnit(tx: Change, code: string) {
  if (levelOf(code) < 4) throw new Refusal('unit-not-community', 400);
  const [region] = await tx.db.select().from(regions).where(eq(regions.code, code));
  if (!region || region.isEnded || region.isSynthetic || region.isVirtual) throw new Refusal('unit-not-community', 400);
}

async function fillIn(tx: Change, applicationId: string, known: Known[]) {
  if (known.length === 0) return;
  await tx.db.execute(sql`
    insert into application_answers (application_id, question_id, value, source, saved_by, saved_by_name, saved_at)
    select ${applicationId}::uuid, line->>'questionId', line->'value', line->>'source', ${tx.actor.id}, ${tx.actor.name}, ${tx.now.toISOString()}::timestamptz
    from jsonb_array_elements(${JSON.stringify(known)}::jsonb) line`);
}
