import { eq } from 'drizzle-orm';
import type { Db } from '#app/db/db.server.ts';
import { roleGrants } from '#app/domain/base/accounts/tables.server.ts';
import { addItems, propose } from '#app/domain/pilot/panels/agenda.ts';
import { addMember } from '#app/domain/pilot/panels/members.ts';
import type { Proposal, Vote } from '#app/domain/pilot/panels/model.ts';
import { openMeeting, planMeeting } from '#app/domain/pilot/panels/plan-meeting.ts';
import { getMeeting } from '#app/domain/pilot/panels/read.ts';
import { signMinutes } from '#app/domain/pilot/panels/sign-minutes.ts';
import { castVote } from '#app/domain/pilot/panels/vote.ts';
import { applications } from '#app/domain/pilot/applications/tables.server.ts';
import { acceptAssignment } from '#app/domain/pilot/review/answer-assignment.ts';
import { assignExpert } from '#app/domain/pilot/review/assign-expert.ts';
import { submitReview } from '#app/domain/pilot/review/score.ts';
import type { Level, RubricContent } from '#app/domain/pilot/rubrics/model.ts';
import { rubrics } from '#app/domain/pilot/rubrics/tables.server.ts';
import { aCall, aStandard, aUser } from './cycle.ts';
import { anExpert, attested, expert, office } from './reviews.ts';
import { ctxOf, person, today } from './world.ts';

export const meetingInput = { title: '第一次评审会', heldOn: '2026-09-10', heldAt: '14:30', place: '线上会议', isRemote: true, quorum: 2 };

/** An officer who really has an account. */
export async function anOfficer(db: Db, id: string) {
  await aUser(db, id, `经办${id}`);
  await db.insert(roleGrants).values({ userId: id, role: 'programme-officer', regionCode: '*', grantedBy: 'admin', grantedAt: today });
  return id;
}
export const officer = (db: Db, id: string) => ctxOf(db, person('programme-officer', '*', id));

/** A meeting about these applications with a chair and two experts, not begun. */
export async function aMeeting(db: Db, applicationIds: readonly string[], input: Partial<typeof meetingInput> = {}) {
  const [row] = await db.select({ callId: applications.callId }).from(applications).where(eq(applications.id, applicationIds[0]!));
  const id = await planMeeting(office(db), row!.callId, { ...meetingInput, ...input });
  await addMember(office(db), id, { account: await anOfficer(db, 'chair'), role: 'chair' });
  for (const one of ['m1', 'm2']) await addMember(office(db), id, { account: await anExpert(db, one), role: 'member' });
  await addItems(office(db), id, applicationIds);
  return id;
}

/** Begun, proposed, voted on by everybody who sits, and signed by the chair. */
export async function aSignedMeeting(db: Db, id: string, proposal: Proposal = 'accepted', { vote = 'for' as Vote, clearsNegative = false } = {}) {
  await openMeeting(office(db), id);
  for (const item of (await getMeeting(office(db), id)).items) {
    await propose(office(db), item.id, { proposal, clearsNegative, discussion: '讨论充分。' });
    for (const { userId } of item.seats) await castVote(office(db), item.id, { userId, vote });
  }
  await signMinutes(officer(db, 'chair'), id, await getMeeting(office(db), id));
  return id;
}

/** A call with a rubric of two norms in a section, one must-rule and one negative item. */
export async function aRubricCall(db: Db, { places = 2, reviewsPerApplication = 2, passMark = 60 as number | null } = {}) {
  const { editionId } = await aStandard(db);
  const content: RubricContent = {
    level: 'norm',
    sections: [{ id: 'a', zh: '制度', en: 'Institutions' }, { id: 'b', zh: '空间', en: 'Space' }],
    items: [
      { id: 'a1', sectionId: 'a', zh: '领导机制', en: 'Leadership', weight: 1 }, { id: 'a2', sectionId: 'a', zh: '经费保障', en: 'Funding', weight: 1 },
      { id: 'b1', sectionId: 'b', zh: '安全路线', en: 'Safe routes', weight: 2 },
    ],
    mustRules: [{ id: 'must1', sectionId: 'a', zh: '强制报告', en: 'Mandatory reporting' }],
    negativeList: [{ id: 'neg1', zh: '弄虚作假', en: 'Falsified papers' }],
    passMark, borderline: 5, minimumSample: 6,
  };
  const [rubric] = await db.insert(rubrics).values({ editionId, zh: '评分表', en: 'Rubric', effectiveFrom: '2026-01-01', content, createdBy: 'office', createdAt: today }).returning({ id: rubrics.id });
  return aCall(db, { places, rubricId: rubric!.id, review: { reviewsPerApplication, scoreFrom: 0, scoreTo: 100 } });
}

const allMet: Record<string, Level> = { a1: 'met', a2: 'met', b1: 'met', must1: 'met', neg1: 'clear' };

/** A review of that rubric, handed in, everything met but for what is said. */
export async function aRubricReview(db: Db, applicationId: string, expertId: string, given: Partial<Record<string, Level>> = {}, { note = '写得清楚', round = 1, at = today, dueOn = '2026-09-20' } = {}) {
  const id = await assignExpert(office(db), applicationId, { expertId, dueOn, round });
  const who = { ...expert(db, expertId), now: at };
  await acceptAssignment(who, id, attested);
  const marks = Object.entries({ ...allMet, ...given }).map(([itemId, level]) => ({ itemId, level: level!, score: null, note, page: '' }));
  await submitReview(who, id, { revision: 0, overall: '', marks });
  return id;
}
