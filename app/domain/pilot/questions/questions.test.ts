import { eq } from 'drizzle-orm';
import { describe, expect } from 'vitest';
import type { Db } from '#app/db/db.server.ts';
import { storeFile } from '#app/domain/base/files/store-file.ts';
import { messages } from '#app/domain/base/inbox/tables.server.ts';
import { roleGrants } from '#app/domain/base/accounts/tables.server.ts';
import { usualBlindness } from '#app/domain/pilot/calls/blindness-settings.ts';
import { makeRedacted } from '#app/domain/pilot/redaction/redact.ts';
import { acceptAssignment } from '#app/domain/pilot/review/answer-assignment.ts';
import { submitReview } from '#app/domain/pilot/review/score.ts';
import { system } from '#app/platform/ctx.ts';
import sharp from 'sharp';
import { ownFilesFolder } from '#tests/apply.ts';
import { aCall, anApplication, aUser } from '#tests/cycle.ts';
import { anExpert, assign, attested, eventsOf, expert, marks, office } from '#tests/reviews.ts';
import { as, ctxOf, neighbour, person, test, today } from '#tests/world.ts';
import { answerQuestion } from './answer.ts';
import { askApplicant } from './ask.ts';
import { declineQuestion, forwardQuestion } from './handle.ts';
import { mostQuestions } from './model.ts';
import { openAnswerPaper, openReviewAnswerPaper, redactAnswerPaper } from './open-answer-paper.ts';
import { countForApplicant, countQuestionsWaiting, listForApplicant, listForOffice, listForReviewer } from './read.ts';
import { remindQuestions, tellAnswered, tellAskedQuestion, tellDeclined, tellForwarded } from './tell-questions.ts';

ownFilesFolder();

const government = (db: Db, now = today) => ctxOf(db, person('government-officer', '340111', 'applicant'), now);
const question = { text: '图书角每周开放几天？请附排班表。' };
const passed = { text: '请说明图书角的开放时间。', dueOn: '2026-09-08' };

/** Two experts who accepted to review one application. */
async function aRound(db: Db, hidden = false) {
  const blindness = { ...usualBlindness, first: { ...usualBlindness.first, reviewersSeeApplicant: !hidden } };
  await aUser(db, 'applicant', '申报人');
  const callId = await aCall(db, { review: { reviewsPerApplication: 2, scoreFrom: 0, scoreTo: 100, blindness } });
  const application = await anApplication(db, { callId, status: 'complete' });
  const [a, b] = [await assign(db, application, await anExpert(db, 'a')), await assign(db, application, await anExpert(db, 'b'))];
  await acceptAssignment(expert(db, 'a'), a, attested);
  await acceptAssignment(expert(db, 'b'), b, attested);
  return { application, a, b };
}

const paper = async (db: Db) => (await storeFile(government(db), { name: '滨湖排班表.png', content: await sharp({ create: { width: 9, height: 9, channels: 3, background: '#333' } }).png().toBuffer() })).id;

describe('a question to the applicant', () => {
  test('goes through the office, is answered with papers, and is read by every reviewer without who asked', async ({ db }) => {
    const { application, a, b } = await aRound(db);
    const id = await askApplicant(expert(db, 'a'), a, question);
    expect(await countQuestionsWaiting(office(db))).toBe(1);
    expect(await countQuestionsWaiting(as(db, 'programme-officer', neighbour))).toBe(0);
    expect(await countForApplicant(government(db), application)).toBe(0);
    expect((await listForReviewer(expert(db, 'b'), b)).passedOn).toEqual([]);

    await forwardQuestion(office(db), application, id, passed);
    expect(await listForApplicant(government(db), application)).toMatchObject([{ forwarded: passed.text, mayAnswer: true, isLate: false }]);
    const fileId = await paper(db);
    await answerQuestion(government(db), application, { questionId: id, text: '每周开放六天。', fileIds: [fileId] });
    expect(await eventsOf(db, id)).toEqual(['question.asked', 'question.forwarded', 'question.answered']);

    const seen = [await listForReviewer(expert(db, 'b'), b), await listForOffice(office(db), application), await listForApplicant(government(db), application)];
    expect(seen[0]).toMatchObject({ mine: [], passedOn: [{ forwarded: passed.text, answer: '每周开放六天。', papers: [{ fileId, isHeldBack: false }] }] });
    expect(JSON.stringify(seen)).not.toContain('专家a');
    expect(JSON.stringify(seen)).not.toContain(a);
    expect(JSON.stringify(seen[2])).not.toContain(question.text);
    expect((await openReviewAnswerPaper(expert(db, 'b'), b, id, fileId)).id).toBe(fileId);
    expect((await openAnswerPaper(office(db), id, fileId)).id).toBe(fileId);
    await expect(openAnswerPaper(as(db, 'government-officer', neighbour), id, fileId)).rejects.toThrow('file-not-found');
    await expect(openAnswerPaper(ctxOf(db), id, fileId)).rejects.toThrow('sign-in-needed');
  });

  test('that is not passed on is told to the one who asked, and to nobody else', async ({ db }) => {
    const { application, a, b } = await aRound(db);
    const id = await askApplicant(expert(db, 'a'), a, question);
    await declineQuestion(office(db), application, id, { reason: '材料第 3 页已有说明。' });
    expect(await eventsOf(db, id)).toEqual(['question.asked', 'question.declined']);
    expect((await listForReviewer(expert(db, 'a'), a)).mine).toMatchObject([{ state: 'declined', declinedWhy: '材料第 3 页已有说明。' }]);
    expect((await listForReviewer(expert(db, 'b'), b)).mine).toEqual([]);
    expect(await listForApplicant(government(db), application)).toEqual([]);
    await expect(answerQuestion(government(db), application, { questionId: id, text: '说明', fileIds: [] })).rejects.toThrow('question-to-applicant-not-found');
    await tellDeclined(ctxOf(db, system), id, 'r');
    expect(await db.select({ userId: messages.userId, kind: messages.kind }).from(messages)).toEqual([{ userId: 'a', kind: 'question-declined' }]);
  });

  test('is passed on once, to a day that is still to come', async ({ db }) => {
    const { application, a } = await aRound(db);
    const id = await askApplicant(expert(db, 'a'), a, question);
    await expect(forwardQuestion(office(db), application, id, { ...passed, dueOn: '2026-09-01' })).rejects.toThrow('question-day-past');
    await forwardQuestion(office(db), application, id, passed);
    await expect(forwardQuestion(office(db), application, id, passed)).rejects.toThrow('question-handled');
    await expect(declineQuestion(office(db), application, id, { reason: '不用了' })).rejects.toThrow('question-handled');
    await expect(declineQuestion(office(db), application, a, { reason: '不用了' })).rejects.toThrow('question-to-applicant-not-found');
  });

  test('is answered once, until midnight of its day', async ({ db }) => {
    const { application, a } = await aRound(db);
    const id = await askApplicant(expert(db, 'a'), a, question);
    await forwardQuestion(office(db), application, id, passed);
    const answer = { questionId: id, text: '每周开放六天。', fileIds: [] };
    await expect(answerQuestion(government(db, new Date('2026-09-08T16:00:00Z')), application, answer)).rejects.toThrow('question-late');
    expect(await listForApplicant(government(db, new Date('2026-09-08T16:00:00Z')), application)).toMatchObject([{ mayAnswer: false, isLate: true }]);
    await expect(answerQuestion(government(db), application, { ...answer, fileIds: Array.from({ length: 6 }, () => id) })).rejects.toThrow('papers-full');
    await answerQuestion(government(db, new Date('2026-09-08T15:59:00Z')), application, answer);
    await expect(answerQuestion(government(db), application, answer)).rejects.toThrow('question-answered');
  });

  test('is asked only while one’s own review is open, and not without end', async ({ db }) => {
    const { application, a, b } = await aRound(db);
    const c = await assign(db, application, await anExpert(db, 'c'));
    await expect(askApplicant(expert(db, 'c'), c, question)).rejects.toThrow('assignment-not-accepted');
    await expect(askApplicant(expert(db, 'c'), a, question)).rejects.toThrow('assignment-not-found');
    await submitReview(expert(db, 'b'), b, marks(0));
    await expect(askApplicant(expert(db, 'b'), b, question)).rejects.toThrow('assignment-not-open');
    for (let n = 0; n < mostQuestions; n += 1) await askApplicant(expert(db, 'a'), a, question);
    await expect(askApplicant(expert(db, 'a'), a, question)).rejects.toThrow('questions-full');
  });

  test('is handled by the office of the region, answered by the government that applied, and by nobody with a part in it', async ({ db }) => {
    const { application, a } = await aRound(db);
    const id = await askApplicant(expert(db, 'a'), a, question);
    for (const who of [as(db, 'programme-officer', neighbour), government(db), expert(db, 'b')]) await expect(forwardQuestion(who, application, id, passed)).rejects.toThrow('application-not-found');
    const both = ctxOf(db, { id: 'a', name: 'a', grants: [{ role: 'programme-officer', regionCode: '*', organisationId: null }, { role: 'expert', regionCode: '*', organisationId: null }] });
    await expect(forwardQuestion(both, application, id, passed)).rejects.toThrow('involved-in-application');
    await expect(listForOffice(both, application)).rejects.toThrow('involved-in-application');
    await forwardQuestion(office(db), application, id, passed);
    const answer = { questionId: id, text: '每周开放六天。', fileIds: [] };
    await expect(answerQuestion(as(db, 'community-worker', '340111'), application, answer)).rejects.toThrow('not-allowed');
    await expect(answerQuestion(as(db, 'government-officer', neighbour), application, answer)).rejects.toThrow('application-not-found');
    await expect(askApplicant(office(db), a, question)).rejects.toThrow('not-allowed');
  });
});

describe('telling about questions', () => {
  test('names no reviewer to anybody, and no applicant to a reviewer who must not know', async ({ db }) => {
    const { application, a } = await aRound(db, true);
    await aUser(db, 'officer');
    await db.insert(roleGrants).values({ userId: 'officer', role: 'programme-officer', regionCode: '*', grantedBy: 'admin', grantedAt: today });
    const id = await askApplicant(expert(db, 'a'), a, question);
    const clock = ctxOf(db, system);
    await tellAskedQuestion(clock, id, 'r1');
    await forwardQuestion(office(db), application, id, passed);
    await tellForwarded(clock, id, 'r2');
    await answerQuestion(government(db), application, { questionId: id, text: '滨湖世纪社区每周开放六天。', fileIds: [] });
    await tellAnswered(clock, id, 'r3');
    const told = await db.select({ userId: messages.userId, kind: messages.kind, params: messages.params, link: messages.link }).from(messages);
    expect(told.map(({ userId, kind }) => `${userId} ${kind}`).toSorted()).toEqual(['a question-answered', 'applicant question-forwarded', 'b question-answered', 'officer question-answered', 'officer question-asked']);
    expect(JSON.stringify(told.filter(({ userId }) => userId !== 'a'))).not.toMatch(new RegExp(`专家|${a}`));
    expect(JSON.stringify(told.filter(({ userId }) => userId === 'a' || userId === 'b'))).not.toContain('滨湖');
  });

  test('reminds the applicant the day before, once', async ({ db }) => {
    const { application, a } = await aRound(db);
    await forwardQuestion(office(db), application, await askApplicant(expert(db, 'a'), a, question), passed);
    const at = (now: string) => remindQuestions(ctxOf(db, system, new Date(now)));
    expect([await at('2026-09-06T01:00:00Z'), await at('2026-09-07T01:00:00Z'), await at('2026-09-08T01:00:00Z'), await at('2026-09-09T01:00:00Z')]).toEqual(['0', '1', '0', '0']);
    expect(await db.select({ kind: messages.kind }).from(messages).where(eq(messages.userId, 'applicant'))).toEqual([{ kind: 'question-due' }]);
  });
});

describe('an answer to reviewers who must not know who applies', () => {
  test('comes without names, and its papers only as redacted copies', async ({ db }) => {
    const { application, a, b } = await aRound(db, true);
    await aUser(db, office(db).actor.id);
    const id = await askApplicant(expert(db, 'a'), a, question);
    await forwardQuestion(office(db), application, id, passed);
    const fileId = await paper(db);
    await answerQuestion(government(db), application, { questionId: id, text: '滨湖世纪社区每周开放六天。', fileIds: [fileId] });
    const shown = await listForReviewer(expert(db, 'b'), b);
    expect(shown.passedOn).toMatchObject([{ answer: '〔…〕每周开放六天。', papers: [{ name: 'paper-1', isHeldBack: true }] }]);
    expect(JSON.stringify(shown)).not.toContain('滨湖');
    await expect(openReviewAnswerPaper(expert(db, 'b'), b, id, fileId)).rejects.toThrow('paper-held-back');
    await redactAnswerPaper(office(db), id, fileId);
    expect((await openReviewAnswerPaper(expert(db, 'b'), b, id, fileId)).name).not.toContain('滨湖');
    await expect(makeRedacted(office(db), application, fileId)).rejects.toThrow('file-not-found');
    await expect(redactAnswerPaper(government(db), id, fileId)).rejects.toThrow('not-allowed');
  });
});
