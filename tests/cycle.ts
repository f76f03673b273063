import { eq } from 'drizzle-orm';
import { users } from '#app/domain/base/accounts/tables.server.ts';
import { regions } from '#app/domain/base/regions/tables.server.ts';
import { kindOf, levelOf } from '#app/domain/base/regions/model.ts';
import { editions, sections } from '#app/domain/base/standard/tables.server.ts';
import type { Answer, QuestionSet } from '#app/domain/pilot/calls/model.ts';
import type { Status } from '#app/domain/pilot/applications/model.ts';
import { applicationAnswers, applications, submissions } from '#app/domain/pilot/applications/tables.server.ts';
import { calls, questionSets } from '#app/domain/pilot/calls/tables.server.ts';
import type { Db } from '#app/db/db.server.ts';
import { newCode } from '#app/platform/spoken-code.ts';
import { binhu, today } from './world.ts';

/** Builders for the pilot cycle: rows as the verbs would have left them, when a test is about what comes after. */
export const fiveSections = ['a', 'b', 'c', 'd', 'e'];

const words = (zh: string) => ({ zh, en: zh });

/** A question set of few questions, enough for the rules of the room. */
export const smallSet: QuestionSet = {
  id: 'small-set',
  version: 1,
  title: words('试题集'),
  sections: [
    {
      id: 'unit',
      title: words('单位'),
      questions: [
        { id: 'applicant-name', kind: 'text', label: words('申报单位'), isRequired: true },
        { id: 'applicant-code', kind: 'credit-code', label: words('信用代码'), isRequired: true },
        { id: 'unit-name', kind: 'text', label: words('试点单位'), isRequired: true },
        { id: 'population', kind: 'number', label: words('人口'), isRequired: true },
        { id: 'children-0-3', kind: 'number', label: words('0–3 岁'), isRequired: true },
        { id: 'sealed-opinion', kind: 'paper', paper: 'sealed-opinion', label: words('意见'), isRequired: true },
      ],
    },
  ],
};

export async function aRegion(db: Db, code: string, name = `区${code}`): Promise<string> {
  await db.insert(regions).values({ code, level: levelOf(code), name, kind: kindOf(code), pinyin: '', initials: '', words: '' }).onConflictDoNothing();
  return code;
}

export async function aUser(db: Db, id: string, name = id): Promise<string> {
  await db.insert(users).values({ id, name, email: `${id.replaceAll('*', 'all')}@example.cn` }).onConflictDoNothing();
  return id;
}

/** An edition with five sections and a question set, both published unless said otherwise. */
export async function aStandard(db: Db, state: 'published' | 'draft' = 'published', setPublishedAt: Date | null = today) {
  const editionId = `edition-${state}`;
  const known = await db.select({ id: editions.id }).from(editions).where(eq(editions.id, editionId));
  if (known.length === 0) {
    await db.insert(editions).values({ id: editionId, zh: '版本', en: 'Edition', effectiveFrom: '2026-01-01', sources: {}, hash: editionId });
    await db.insert(sections).values(fiveSections.map((id, position) => ({ editionId, id, position, zh: `板块${id}`, en: `Section ${id}` })));
    if (state === 'published') await db.update(editions).set({ state, publishedAt: today }).where(eq(editions.id, editionId));
  }
  const questionSetId = setPublishedAt ? smallSet.id : 'unpublished-set';
  await db.insert(questionSets).values({ id: questionSetId, content: { ...smallSet, id: questionSetId }, publishedAt: setPublishedAt }).onConflictDoNothing();
  return { editionId, questionSetId };
}

export async function aCall(db: Db, given: Partial<typeof calls.$inferInsert> = {}): Promise<string> {
  const standard = await aStandard(db);
  const [call] = await db
    .insert(calls)
    .values({
      title: '2026 年第一批', titleEn: 'First call of 2026', about: '说明', ...standard, places: 2, applicantLevels: ['township', 'district', 'city'],
      opensOn: '2026-08-01', closesOn: '2026-09-15', state: 'published', check: { checkDays: 10, returnDays: 10 },
      review: { reviewsPerApplication: 2, scoreFrom: 0, scoreTo: 100 }, notice: { noticeDays: 7, answerDays: 10 },
      createdBy: 'office', createdAt: today, publishedAt: today, ...given,
    })
    .returning({ id: calls.id });
  return call!.id;
}

export const goodAnswers: Record<string, Answer> = {
  'applicant-name': '滨湖世纪社区服务中心', 'applicant-code': '11340111MB1A23456X', 'unit-name': '滨湖世纪社区', population: '30000', 'children-0-3': '900',
};

let made = 0;

/** An application at some status; beyond a draft it has one submission with these answers. */
export async function anApplication(
  db: Db,
  { answers = goodAnswers, ...given }: Partial<typeof applications.$inferInsert> & { answers?: Record<string, Answer> } = {},
): Promise<string> {
  const regionCode = await aRegion(db, given.regionCode ?? binhu, '滨湖世纪社区');
  const applicantCode = await aRegion(db, given.applicantCode ?? regionCode.slice(0, 9));
  const callId = given.callId ?? (await aCall(db));
  const status: Status = given.status ?? 'submitted';
  const round = given.round ?? (status === 'draft' ? 0 : 1);
  made += 1;
  const [row] = await db
    .insert(applications)
    .values({
      number: `T-${process.pid}-${made}`, startedBy: 'applicant', createdAt: today, updatedAt: today,
      submittedAt: round > 0 ? today : null, checkDueOn: status === 'submitted' ? '2026-09-15' : null,
      ...given, regionCode, applicantCode, callId, status, round,
    })
    .returning({ id: applications.id });
  const applicationId = row!.id;
  for (const [questionId, value] of Object.entries(answers)) {
    await db.insert(applicationAnswers).values({ applicationId, questionId, value, savedBy: 'applicant', savedByName: '申报人', savedAt: today });
  }
  if (round > 0) await aSubmission(db, applicationId, round, answers);
  return applicationId;
}

export async function aSubmission(db: Db, applicationId: string, round: number, answers: Record<string, Answer> = goodAnswers) {
  await db.insert(submissions).values({
    applicationId, round, content: { answers, papers: [], selfCheck: [] }, hash: `hash-${round}`, receiptCode: newCode(),
    submittedBy: 'applicant', submittedByName: '申报人', submittedAt: today,
  });
}
