import { sql } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { openDb } from '#app/db/db.server.ts';
import { addEvidence } from '#app/domain/base/evidence/add-evidence.ts';
import { EvidenceInput } from '#app/domain/base/evidence/input.ts';
import { withdrawEvidence } from '#app/domain/base/evidence/withdraw-evidence.ts';
import { OrganisationInput } from '#app/domain/base/organisations/input.ts';
import { registerOrganisation } from '#app/domain/base/organisations/register.ts';
import { verifyOrganisation } from '#app/domain/base/organisations/verify.ts';
import { storeFile } from '#app/domain/base/files/store-file.ts';
import { attachPaper } from '#app/domain/pilot/applications/attach-paper.ts';
import { saveSection } from '#app/domain/pilot/applications/save-section.ts';
import { startDraft } from '#app/domain/pilot/applications/start-draft.ts';
import { submitApplication } from '#app/domain/pilot/applications/submit.ts';
import { withdrawApplication } from '#app/domain/pilot/applications/withdraw.ts';
import { publishNotice } from '#app/domain/pilot/notices/publish-notice.ts';
import { draftNotice } from '#app/domain/pilot/notices/draft-notice.ts';
import { acceptAssignment } from '#app/domain/pilot/review/answer-assignment.ts';
import { assignExpert } from '#app/domain/pilot/review/assign-expert.ts';
import { decide } from '#app/domain/pilot/review/decide.ts';
import { registerExpert } from '#app/domain/pilot/experts/register-expert.ts';
import { roleGrants } from '#app/domain/base/accounts/tables.server.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { aFullDraft, aPdf, aPilotCall, officer } from './apply.ts';
import { aCall, anApplication, aUser } from './cycle.ts';
import { anExpert, attested, qualify } from './reviews.ts';
import { as, baohe, binhu, ctxOf, person, today } from './world.ts';
import { workerDatabase } from './worker-database.ts';

/** 同时按五次: what each of the five was answered; a refusal is an answer, a fault is none. */
async function five<T>(run: () => Promise<T>): Promise<{ done: T[]; refused: string[] }> {
  const outcomes = await Promise.allSettled(Array.from({ length: 5 }, run));
  const refused = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason as unknown] : []));
  const fault = refused.find((reason) => !(reason instanceof Refusal));
  if (fault) throw fault;
  return { done: outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value] : [])), refused: refused.map((reason) => (reason as Refusal).code) };
}

/** A database of its own with connections enough, since five in one transaction would wait for each other politely. */
async function world(onTestFinished: (run: () => Promise<void>) => void) {
  const { db, close } = openDb((await workerDatabase()).appUrl, 10);
  onTestFinished(close);
  const count = async (event: string) => (await db.execute<{ n: number }>(sql`select count(*)::int as n from records where event = ${event}`)).rows[0]!.n;
  const office = as(db, 'programme-officer', '*');
  await aUser(db, office.actor.id);
  return { db, count, office };
}

describe('the same form five times at once has one effect', () => {
  test('a draft is begun once, its text and its paper are there once, it is handed in once, and withdrawn once', async ({ onTestFinished }) => {
    const { db, count } = await world(onTestFinished);
    const { ctx, id, callId } = await aFullDraft(db);
    expect(await five(() => startDraft(ctx, { callId, regionCode: binhu }))).toMatchObject({ refused: Array(5).fill('application-exists') });

    const saved = await five(() => saveSection(ctx, id, { answers: [{ questionId: 'highlights', value: '孩子议事会', bases: [0] }] }));
    expect(saved.refused).toEqual([]);
    expect((await db.execute(sql`select value, jsonb_array_length(rivals::jsonb) as rivals from application_answers where application_id = ${id} and question_id = 'highlights'`)).rows).toEqual([{ value: '孩子议事会', rivals: 0 }]);

    const content = aPdf('/Lang (zh)');
    const files = await five(() => storeFile(ctx, { name: '附件.pdf', content }));
    await five(() => attachPaper(ctx, id, { paper: 'attachment', fileId: files.done[0]!.id }));
    expect((await db.execute(sql`select 1 from application_papers where application_id = ${id} and file_id = ${files.done[0]!.id}`)).rows).toHaveLength(1);

    const before = await count('application.submitted');
    const handedIn = await five(() => submitApplication(ctx, id, { selfCheck: undefined, explanation: '' } as never));
    expect(new Set(handedIn.done.map(({ code }) => code)).size).toBe(1);
    expect([handedIn.refused, (await count('application.submitted')) - before]).toEqual([[], 1]);
    expect((await five(() => withdrawApplication(ctx, id))).done).toHaveLength(1);
    expect(await count('application.withdrawn')).toBe(1);
  });

  test('evidence is entered once, also with its file under five titles', async ({ onTestFinished }) => {
    const { db } = await world(onTestFinished);
    const ctx = await officer(db);
    await aPilotCall(db);
    const { id: fileId } = await storeFile(ctx, { name: '章程.pdf', content: aPdf('/Lang (evidence)') });
    let turn = 0;
    const titled = () => EvidenceInput.parse({ kind: 'document', title: `章程第 ${(turn += 1)} 稿`, fileIds: [fileId], validFrom: '2026-01-01', source: '居委会', confidentiality: 'office', promise: 'yes' });
    const entered = await five(() => addEvidence(ctx, binhu, titled()));
    expect([entered.refused, entered.done.filter(({ isKnown }) => !isKnown).length, new Set(entered.done.map(({ id }) => id)).size]).toEqual([[], 1, 1]);
    const reason = '重复录入了';
    expect((await five(() => withdrawEvidence(ctx, binhu, entered.done[0]!.id, { reason }))).refused).toEqual(Array(4).fill('evidence-withdrawn'));
  });

  test('a draft that nobody has begun is begun once', async ({ onTestFinished }) => {
    const { db } = await world(onTestFinished);
    const ctx = await officer(db);
    const callId = await aPilotCall(db);
    expect(await five(() => startDraft(ctx, { callId, regionCode: binhu }))).toMatchObject({ done: [{}], refused: Array(4).fill('application-exists') });
    expect((await db.execute(sql`select 1 from applications where call_id = ${callId}`)).rows).toHaveLength(1);
  });

  test('an expert is assigned once and accepts once; the office decides once; AS-05: the places of the call are never exceeded', async ({ onTestFinished }) => {
    const { db, count, office } = await world(onTestFinished);
    const callId = await aCall(db, { questionSetId: 'pilot-1', places: 2, review: { reviewsPerApplication: 0, scoreFrom: 0, scoreTo: 100 } });
    await aUser(db, 'reader');
    await db.execute(sql`update users set username = 'reader' where id = 'reader'`);
    await db.insert(roleGrants).values({ userId: 'reader', role: 'expert', regionCode: '*', grantedBy: 'admin', grantedAt: today });
    await registerExpert(office, { account: 'reader', fields: ['education'], regionCode: '*' } as never);
    await qualify(db, 'reader');
    const id = await anApplication(db, { callId, regionCode: '340111001', status: 'complete' });
    const assigned = await five(() => assignExpert(office, id, { expertId: 'reader', dueOn: '2026-09-20' }));
    expect(assigned.done).toHaveLength(1);
    await five(() => acceptAssignment(ctxOf(db, person('expert', '*', 'reader')), assigned.done[0]!, attested));
    expect(await count('review.accepted')).toBe(1);

    const candidates = await Promise.all(['340111002', '340111003', '340111004', '340111005', '340111006'].map((regionCode) => anApplication(db, { callId, regionCode, status: 'in-review' })));
    let turn = 0;
    const decided = await five(() => decide(office, candidates[turn++]!, { outcome: 'accepted', reason: '材料完整，做法扎实。', conditions: '' } as never));
    const taken = (await db.execute(sql`select 1 from applications where call_id = ${callId} and status = 'accepted'`)).rows.length;
    expect([decided.done.length, taken]).toEqual([2, 2]);
    const again = await five(() => decide(office, candidates[0]!, { outcome: 'declined', reason: '材料完整，名额已满。', conditions: '' } as never));
    expect(again.done.length).toBeLessThanOrEqual(1);
  });

  test('an expert who takes one more application gets one of five', async ({ onTestFinished }) => {
    const { db, office } = await world(onTestFinished);
    await anExpert(db, 'nearly-full', { maxLoad: 1 });
    const callId = await aCall(db, { questionSetId: 'pilot-1' });
    const ids = await Promise.all(['340111021', '340111022', '340111023', '340111024', '340111025'].map((regionCode) => anApplication(db, { callId, regionCode, status: 'complete' })));
    let turn = 0;
    const assigned = await five(() => assignExpert(office, ids[turn++]!, { expertId: 'nearly-full', dueOn: '2026-09-20' }));
    expect(assigned).toMatchObject({ done: [expect.any(String)], refused: Array(4).fill('expert-load-full') });
  });

  test('an organisation is verified once and a notice published once', async ({ onTestFinished }) => {
    const { db, count, office } = await world(onTestFinished);
    const agent = as(db, 'organisation-agent', baohe);
    await aUser(db, agent.actor.id);
    const organisation = await registerOrganisation(agent, OrganisationInput.parse({ kind: 'community', name: '示例中心', regionCode: baohe, contactName: '王宁', contactPhone: '13900000072' }));
    await five(() => verifyOrganisation(office, organisation, { verdict: 'verified', revision: 0, note: '' }));
    expect(await count('organisation.verified')).toBe(1);

    const callId = await aCall(db, { questionSetId: 'pilot-1' });
    await anApplication(db, { callId, regionCode: '340111007', status: 'accepted' });
    const notice = await draftNotice(office, { callId, title: '关于拟列入试点名单的公示', body: '' });
    expect((await five(() => publishNotice(office, notice, { starts: 'today' }))).done).toHaveLength(1);
    expect(await count('notice.published')).toBe(1);
  });
});
