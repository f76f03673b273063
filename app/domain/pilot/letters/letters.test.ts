import { eq } from 'drizzle-orm';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, describe, expect } from 'vitest';
import { endPress } from '#app/domain/base/documents/press.ts';
import { checkItems } from '#app/domain/pilot/applications/tables.server.ts';
import { noticeEntries, notices } from '#app/domain/pilot/notices/tables.server.ts';
import { saveAdvice } from '#app/domain/pilot/panels/advice.ts';
import { decideExplained } from '#app/domain/pilot/panels/decide-explained.ts';
import { decisions } from '#app/domain/pilot/review/tables.server.ts';
import type { Db } from '#app/db/db.server.ts';
import { records } from '#app/platform/tables.server.ts';
import { anApplication } from '#tests/cycle.ts';
import { aRubricCall, aRubricReview } from '#tests/meetings.ts';
import { archivalMark, textOfPdf } from '#tests/pdf.ts';
import { anExpert } from '#tests/reviews.ts';
import { as, binhu, ctxOf, neighbour, test, today } from '#tests/world.ts';
import { TemplateInput } from './input.ts';
import { makeLetter } from './make-letter.ts';
import { fillIn, unknownIn } from './model.ts';
import { letterDocument, listLetters } from './read.ts';
import { restoreTemplate, saveTemplate } from './save-template.ts';
import { getTemplate, listTemplates } from './templates.ts';

afterAll(endPress);

const office = (db: Db) => as(db, 'programme-officer', '*');
const applicant = (db: Db) => as(db, 'government-officer', binhu);
const texts = { zhTitle: '关于{试点单位}的通知', zhTo: '{申报单位}：', zhBody: '请补正：\n{退回事项}\n期限{补正期限}。', enTitle: 'Notice to {unit}', enTo: '{applicant}:', enBody: 'Please mend:\n{returned items}' };
const version = (seen: number, change = {}) => ({ kind: 'return' as const, version: seen, ...texts, ...change });

async function returned(db: Db) {
  const id = await anApplication(db, { status: 'returned', answerDueOn: '2026-09-20' });
  await db.insert(checkItems).values({ applicationId: id, round: 1, item: 'q:population', verdict: 'return', reason: '与统计年报不一致 {申报编号}。', checkedBy: 'office', checkedAt: today });
  return id;
}

async function decided(db: Db, outcome: 'accepted' | 'declined') {
  const id = await anApplication(db, { status: outcome });
  await db.insert(decisions).values({ applicationId: id, outcome, reason: '目标明确，措施可行。', reviews: 2, decidedBy: 'office', decidedByName: '办公室', decidedAt: today });
  return id;
}

describe('a letter', () => {
  test('of return names every item and its reason, has a number, and is kept as it was made', async ({ db }) => {
    const id = await returned(db);
    const { id: letterId, number } = await makeLetter(office(db), id, 'return');
    expect(number).toBe('童友函〔2026〕1号');
    await saveTemplate(office(db), version(0));
    const { content } = await letterDocument(applicant(db), id, letterId, 'pdf');
    const text = (await textOfPdf(content)).join('');
    expect(archivalMark(content)).toBe('2A');
    for (const words of ['中国儿童友好社区促进计划办公室', '童友函〔2026〕1号', '关于补正试点申报材料的通知', '滨湖世纪社区服务中心：', '与统计年报不一致{申报编号}。', '2026年9月20日', '2026年9月1日']) expect(text).toContain(words);
    expect(text).not.toContain('请补正：');
    const word = unzipSync((await letterDocument(applicant(db), id, letterId, 'docx')).content);
    expect(strFromU8(word['word/document.xml']!)).toContain('关于补正试点申报材料的通知');
    expect(await db.select().from(records).where(eq(records.subjectId, id))).toMatchObject([{ event: 'letter.made', facts: { number, kind: 'return', templateVersion: 0 } }]);
  });

  test('of a decision carries its reasons, in English with the Chinese before it', async ({ db }) => {
    for (const [kind, outcome] of [['acceptance', 'accepted'], ['refusal', 'declined']] as const) {
      const id = await decided(db, outcome);
      const { id: letterId } = await makeLetter(office(db), id, kind);
      const pages = await textOfPdf((await letterDocument({ ...applicant(db), locale: 'en' }, id, letterId, 'pdf')).content);
      expect(pages[0]).toContain('目标明确，措施可行。');
      expect(pages[1]).toContain('Translation;theChinesetextcounts.');
      expect(pages[1]).toContain('1September2026');
    }
  });

  test('of a decision says what explains the decision, and leaves out the lines that would say nothing', async ({ db }) => {
    const id = await anApplication(db, { status: 'complete', callId: await aRubricCall(db) });
    await aRubricReview(db, id, await anExpert(db, 'a'), { a2: 'not' });
    await aRubricReview(db, id, await anExpert(db, 'b'), { a2: 'not' });
    await saveAdvice(office(db), id, { revision: 0, strengths: '', bySection: { a: '请落实经费。' } });
    await decideExplained(office(db), id, { outcome: 'declined', reason: '推进机制尚不具体，本次不列入。' });
    const { id: letterId } = await makeLetter(office(db), id, 'refusal');
    const text = (await textOfPdf((await letterDocument(applicant(db), id, letterId, 'pdf')).content)).join('');
    for (const words of ['推进机制尚不具体，本次不列入。', '得分：75分（满分100）', '合格线：60', '经费保障（未达到）', '制度：请落实经费。']) expect(text).toContain(words);
    expect(text).not.toContain('主要优点');
  });

  test('of public notice waits for the notice and names its days', async ({ db }) => {
    const id = await decided(db, 'accepted');
    await expect(makeLetter(office(db), id, 'notice')).rejects.toThrow('letter-notice-none');
    const [row] = await db.execute<{ id: string }>(`select call_id as id from applications where id = '${id}'`).then(({ rows }) => rows);
    const [notice] = await db.insert(notices).values({ callId: row!.id, title: '公示', state: 'published', startsOn: '2026-09-02', endsOn: '2026-09-08', workingDays: 5, createdBy: 'office', createdAt: today }).returning({ id: notices.id });
    await db.insert(noticeEntries).values({ noticeId: notice!.id, applicationId: id, regionCode: binhu, position: 1 });
    const { id: letterId, number } = await makeLetter(office(db), id, 'notice');
    expect(number).toBe('童友函〔2026〕1号');
    expect((await textOfPdf((await letterDocument(office(db), id, letterId, 'pdf')).content)).join('')).toContain('2026年9月2日至2026年9月8日');
  });

  test('is made once a round, and only when its time has come', async ({ db }) => {
    const id = await returned(db);
    await expect(makeLetter(office(db), id, 'acceptance')).rejects.toThrow('letter-not-now');
    await makeLetter(office(db), id, 'return');
    await expect(makeLetter(office(db), id, 'return')).rejects.toThrow('letter-exists');
  });

  test('is made by the office alone and seen by nobody but the applicant and the office', async ({ db }) => {
    const id = await returned(db);
    for (const other of [applicant(db), as(db, 'expert', '*'), as(db, 'programme-officer', '32'), ctxOf(db)]) {
      await expect(makeLetter(other, id, 'return')).rejects.toThrow('application-not-found');
    }
    const { id: letterId } = await makeLetter(office(db), id, 'return');
    for (const other of [as(db, 'government-officer', neighbour), as(db, 'expert', '*'), as(db, 'programme-officer', '32')]) {
      await expect(letterDocument(other, id, letterId, 'docx')).rejects.toThrow('letter-not-found');
      expect(await listLetters(other, id)).toEqual([]);
    }
    await expect(letterDocument(ctxOf(db), id, letterId, 'docx')).rejects.toThrow('sign-in-needed');
    await expect(letterDocument(applicant(db), '00000000-0000-7000-8000-000000000000', letterId, 'docx')).rejects.toThrow('letter-not-found');
    expect(await listLetters(applicant(db), id)).toMatchObject([{ kind: 'return' }]);
  });
});

describe('a letter template', () => {
  test('is saved as a new version, every older one can come back, and each step leaves a record', async ({ db }) => {
    expect(await saveTemplate(office(db), version(0))).toBe(1);
    expect(await saveTemplate(office(db), version(1, { zhTitle: '第二版' }))).toBe(2);
    expect(await restoreTemplate(office(db), { kind: 'return', version: 2, restore: 1 })).toBe(3);
    const { zh, versions } = await getTemplate(office(db), 'return');
    expect(zh.title).toBe(texts.zhTitle);
    expect(versions.map(({ version: at, restoredFrom }) => [at, restoredFrom])).toEqual([[3, 1], [2, null], [1, null]]);
    expect(await restoreTemplate(office(db), { kind: 'return', version: 3, restore: 0 })).toBe(4);
    expect((await listTemplates(office(db))).find(({ kind }) => kind === 'return')?.title).toBe('关于补正试点申报材料的通知');
    expect((await db.select().from(records)).filter(({ event }) => event === 'letter-template.saved')).toHaveLength(4);
  });

  test('of two officers, the second is told', async ({ db }) => {
    await saveTemplate(office(db), version(0));
    await expect(saveTemplate(office(db), version(0, { zhTitle: '别人的' }))).rejects.toThrow('changed-meanwhile');
    await expect(restoreTemplate(office(db), { kind: 'return', version: 1, restore: 9 })).rejects.toThrow('letter-version-not-found');
  });

  test('takes only placeholders that its letters can fill, with both braces', () => {
    expect(TemplateInput.safeParse(version(0)).success).toBe(true);
    for (const zhBody of ['{县长姓名}', '{决定理由}', '期限{补正期限', '}', '{{试点单位}}']) {
      const parsed = TemplateInput.safeParse(version(0, { zhBody }));
      expect(parsed.error?.issues).toMatchObject([{ path: ['zhBody'], message: 'letter-placeholder' }]);
    }
    expect(unknownIn('return', '{县长姓名}与{ 试点单位 }')).toEqual(['县长姓名']);
  });

  test('is filled in one pass, so that a fact brings in no other', () => {
    expect(fillIn('{reasons}，{未知}', { reason: '见{申报编号}', number: '1' })).toBe('见{申报编号}，{未知}');
  });

  test('is edited by the national office alone', async ({ db }) => {
    for (const other of [as(db, 'programme-officer', '34'), applicant(db), as(db, 'system-admin', '*')]) {
      await expect(saveTemplate(other, version(0))).rejects.toThrow('not-allowed');
      await expect(restoreTemplate(other, { kind: 'return', version: 0, restore: 0 })).rejects.toThrow('not-allowed');
      await expect(getTemplate(other, 'return')).rejects.toThrow('not-allowed');
      await expect(listTemplates(other)).rejects.toThrow('not-allowed');
    }
    await expect(getTemplate(office(db), 'nothing')).rejects.toThrow('not-found');
  });
});
