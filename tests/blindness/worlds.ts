import { sql } from 'drizzle-orm';
import fc from 'fast-check';
import sharp from 'sharp';
import type { Db } from '#app/db/db.server.ts';
import { makeCalendarLink } from '#app/domain/base/interfaces/calendar-link.ts';
import { makeToken } from '#app/domain/base/interfaces/make-token.ts';
import { type TokenVerb, tokenVerbs } from '#app/domain/base/interfaces/model.ts';
import { mayAnywhere } from '#app/domain/base/accounts/access.ts';
import { roleGrants, users } from '#app/domain/base/accounts/tables.server.ts';
import { spreadMessages } from '#app/domain/base/notifications/spread.ts';
import { applicantMarks, type Blindness, officeNames, type PhaseBlindness, seeEachOther, seeMarks, usualBlindness } from '#app/domain/pilot/calls/blindness-settings.ts';
import { submissions } from '#app/domain/pilot/applications/tables.server.ts';
import { storeFile } from '#app/domain/base/files/store-file.ts';
import { bringRedacted } from '#app/domain/pilot/redaction/redact.ts';
import { answerQuestion } from '#app/domain/pilot/questions/answer.ts';
import { askApplicant } from '#app/domain/pilot/questions/ask.ts';
import { forwardQuestion } from '#app/domain/pilot/questions/handle.ts';
import { acceptAssignment, declareConflict } from '#app/domain/pilot/review/answer-assignment.ts';
import { assignExpert } from '#app/domain/pilot/review/assign-expert.ts';
import { decide } from '#app/domain/pilot/review/decide.ts';
import { saveScores, submitReview } from '#app/domain/pilot/review/score.ts';
import { withdrawAssignment } from '#app/domain/pilot/review/withdraw-assignment.ts';
import { calendar } from '#app/jobs/calendar.ts';
import { when } from '#app/jobs/when.ts';
import type { Ids } from './doors.ts';
import { type Actor, type Ctx, system } from '#app/platform/ctx.ts';
import { ownFilesFolder } from '#tests/apply.ts';
import { aCall, anApplication, aRegion, aUser, goodAnswers } from '#tests/cycle.ts';
import { anExpert, attested, marks, office } from '#tests/reviews.ts';
import { ctxOf, neighbour, person, today } from '#tests/world.ts';

ownFilesFolder();

export const experts = ['expert-a', 'expert-b', 'expert-c', 'expert-d'] as const;
const own = experts[0];

/** 各方: who must not learn of what is hidden, each as one person. */
export const viewers: Record<string, Actor> = {
  expert: person('expert', '*', own),
  applicant: person('government-officer', '340111', 'applicant'),
  worker: person('community-worker', '340111400', 'worker'),
  'other office': person('programme-officer', neighbour, 'other-office'),
  neighbour: person('government-officer', neighbour, 'neighbour'),
  audit: person('audit-admin', '*', 'audit'),
  visitor: { id: '', name: '', grants: [] },
  office: person('programme-officer', '*'),
};
export type ViewerName = keyof typeof viewers;

/** 暗中发生的事: how far one of the others goes with one application. */
export const lengths = ['asked', 'accepted', 'saved', 'questioned', 'submitted', 'asked-and-submitted', 'conflict', 'withdrawn'] as const;
export type Deed = { far: (typeof lengths)[number]; expert: number; application: number; score: number };
export type Base = { blindness: Blindness; own: 'none' | 'assigned' | 'accepted' | 'submitted'; hasQuestion: boolean };

const phase: fc.Arbitrary<PhaseBlindness> = fc.record({ reviewersSeeApplicant: fc.boolean(), reviewersSeeEachOther: fc.constantFrom(...seeEachOther), marksOfOthers: fc.constantFrom(...seeMarks), officeSeesNames: fc.constantFrom(...officeNames) });
export const bases: fc.Arbitrary<Base> = fc.record({
  blindness: fc.record({ first: phase, second: fc.constant(usualBlindness.second), applicantSees: fc.constantFrom(...applicantMarks) }),
  own: fc.constantFrom('none' as const, 'assigned' as const, 'accepted' as const, 'submitted' as const), hasQuestion: fc.boolean(),
});
/** What the others do: never the expert who looks on. */
export const hiddenDeeds: fc.Arbitrary<Deed[]> = fc.uniqueArray(
  fc.record({ far: fc.constantFrom(...lengths), expert: fc.integer({ min: 1, max: 3 }), application: fc.integer({ min: 0, max: 1 }), score: fc.integer({ min: 0, max: 100 }) }),
  { minLength: 1, maxLength: 6, selector: ({ expert, application }) => `${expert} ${application}` },
);

export type World = { callId: string; applications: string[]; tokens: Map<string, string>; links: string[] };

/** 起点: two applications in review, everybody with an account, and as much of the expert's own work as the case wants. */
export async function begin(db: Db, base: Base): Promise<World> {
  for (const actor of Object.values(viewers)) if (actor.id) await somebody(db, actor);
  for (const id of experts) await anExpert(db, id, id === 'expert-d' ? { regionCode: await aRegion(db, neighbour, '邻区') } : {});
  const callId = await aCall(db, { places: 9, review: { reviewsPerApplication: 1, scoreFrom: 0, scoreTo: 100, blindness: base.blindness } });
  const applications = [await anApplication(db, { callId, status: 'in-review', startedBy: 'applicant' }), await anApplication(db, { callId, status: 'in-review', startedBy: 'applicant', regionCode: await aRegion(db, '340111401', '万达社区') })];
  await aPaper(db, applications[0]!);
  const links: string[] = [];
  const tokens = new Map<string, string>();
  for (const actor of Object.values(viewers)) {
    if (!actor.id) continue;
    const ctx = ctxOf(db, actor);
    links.push(await makeCalendarLink(ctx));
    const verbs = tokenVerbs.filter((verb): verb is TokenVerb => mayAnywhere(actor, verb));
    if (verbs.length > 0) tokens.set(actor.id, (await makeToken(ctx, { name: '接口', verbs, regionCode: actor.grants[0]!.regionCode, organisationId: undefined, days: 90 })).token);
  }
  await ownWork(db, base, applications[0]!);
  await consequences(db);
  return { callId, applications, tokens, links };
}

/** A picture that the applicant handed in, with its redacted copy. */
async function aPaper(db: Db, applicationId: string) {
  const applicant = ctxOf(db, viewers.applicant!);
  const draw = (red: number) => sharp({ create: { width: 8, height: 8, channels: 3, background: { r: red, g: 0, b: 0 } } }).png().toBuffer();
  const file = await storeFile(applicant, { name: '滨湖.png', content: await draw(200) });
  await db.insert(submissions).values({
    applicationId, round: 2, content: { answers: goodAnswers, papers: [{ paper: 'attachment', fileId: file.id, name: file.name, sha256: file.sha256 }], selfCheck: [] },
    hash: 'hash', receiptCode: 'RECEIPT-2', submittedBy: 'applicant', submittedByName: '申报人', submittedAt: today,
  });
  const copy = await storeFile(office(db), { name: '盖好.png', content: await draw(9) });
  await bringRedacted(office(db), applicationId, file.id, copy.id);
}

async function somebody(db: Db, actor: Actor) {
  await aUser(db, actor.id, `姓名${actor.id}`);
  await db.update(users).set({ twoFactorEnabled: true });
  for (const { role, regionCode } of actor.grants) {
    if (regionCode !== '*') await aRegion(db, regionCode);
    if (role !== 'expert') await db.insert(roleGrants).values({ userId: actor.id, role: role as 'expert', regionCode, grantedBy: 'admin', grantedAt: today });
  }
}

async function ownWork(db: Db, { own: done, hasQuestion }: Base, application: string) {
  if (done === 'none') return;
  const me = ctxOf(db, viewers.expert!);
  const id = await assignExpert(office(db), application, { expertId: own, dueOn: '2026-09-20' });
  if (done === 'assigned') return;
  await acceptAssignment(me, id, attested);
  if (hasQuestion) {
    const asked = await askApplicant(me, id, { text: '图书角每周开放几天？' });
    await forwardQuestion(office(db), application, asked, { text: '请说明开放时间。', dueOn: '2026-09-08' });
    await answerQuestion(ctxOf(db, viewers.applicant!), application, { questionId: asked, text: '每周六天。', fileIds: [] });
  }
  await (done === 'submitted' ? submitReview(me, id, marks(0, '77')) : saveScores(me, id, marks(0, '77')));
}

/** 走到哪一步: by the verbs, as people do them. */
export async function happen(db: Db, { applications }: World, deeds: readonly Deed[]): Promise<void> {
  for (const { far, expert, application, score } of deeds) {
    const who = experts[expert]!;
    const me = ctxOf(db, person('expert', '*', who));
    const id = await assignExpert(office(db), applications[application]!, { expertId: who, dueOn: '2026-09-20' });
    if (far === 'conflict') await declareConflict(me, id, { kind: 'other-declared', reason: '曾任顾问' });
    if (far === 'withdrawn') await withdrawAssignment(office(db), applications[application]!, id);
    if (far === 'asked' || far === 'conflict' || far === 'withdrawn') continue;
    await acceptAssignment(me, id, attested);
    if (far === 'questioned' || far === 'asked-and-submitted') await askApplicant(me, id, { text: '请说明图书角。' });
    if (far === 'saved' || far === 'questioned') await saveScores(me, id, marks(0, String(score)));
    if (far === 'submitted' || far === 'asked-and-submitted') await submitReview(me, id, marks(0, String(score)));
  }
  await consequences(db);
}

/** 之后: everything that follows the events, and what the clock does the morning after. */
export async function consequences(db: Db): Promise<void> {
  const ctx: Ctx = ctxOf(db, system);
  for (;;) {
    const { rows } = await db.execute<{ record_id: string; event: string; subject_id: string; facts: Record<string, unknown>; at: string }>(sql`delete from outbox returning record_id, event, subject_id, facts, to_json(at)#>>'{}' as at`);
    if (rows.length === 0) break;
    for (const row of rows.toSorted((a, b) => (a.record_id < b.record_id ? -1 : 1))) {
      for (const deed of when.filter(({ event, job }) => event === row.event && job !== 'scan-file')) await deed.run(ctx, { recordId: row.record_id, event: row.event, subjectId: row.subject_id, facts: row.facts, at: row.at });
    }
  }
  const late = ctxOf(db, system, new Date('2026-09-22T01:00:00Z'));
  for (const { job, run: doIt } of calendar) if (job.startsWith('remind-')) await doIt(late);
  await spreadMessages(ctx, ['email', 'sms']);
}

/** 决定: the same words whatever the marks were. */
export async function decideAll(db: Db, { applications }: World): Promise<void> {
  for (const application of applications) {
    await db.execute(sql`update assignments set state = 'withdrawn' where application_id = ${application} and state in ('assigned', 'accepted')`);
    await decide(office(db), application, { outcome: 'declined', reason: '材料不足以说明成效，建议补充后参加下一批。' });
  }
  await consequences(db);
}

/** Every id of the world that stands in an address: rows of what the site is about, and people. */
export async function idsOf(db: Db): Promise<Ids> {
  const ids = async (statement: ReturnType<typeof sql>) => (await db.execute<{ id: string }>(statement)).rows.map(({ id }) => id).toSorted();
  return {
    all: await ids(sql`
      select id::text from applications union all select id::text from calls union all select id::text from assignments union all select id::text from applicant_questions
      union all (select id::text from messages order by id limit 6) union all select id from users where id like 'expert-%' union all select receipt_code from submissions`),
    fileId: await ids(sql`select id::text from files`), questionId: await ids(sql`select id::text from applicant_questions`), letterId: ['00000000-0000-7000-8000-000000000001'],
  };
}
