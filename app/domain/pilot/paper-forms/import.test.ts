import { eq } from 'drizzle-orm';
import { afterAll, describe, expect } from 'vitest';
import { endPress } from '#app/domain/base/documents/press.ts';
import { answersOf } from '#app/domain/pilot/applications/form.ts';
import { submitApplication } from '#app/domain/pilot/applications/submit.ts';
import { applications, checkItems } from '#app/domain/pilot/applications/tables.server.ts';
import type { Db } from '#app/db/db.server.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { records } from '#app/platform/tables.server.ts';
import { completeAnswers } from '#tests/answers.ts';
import { aDraft, aFullDraft, fill } from '#tests/apply.ts';
import { rewritten } from '#tests/office-files.ts';
import { as, binhu, ctxOf, neighbour, test } from '#tests/world.ts';
import { filledForm } from './forms.ts';
import type { ImportLine } from './model.ts';
import { previewImport } from './preview-import.ts';
import { listImports } from './read.ts';
import { takeImport, undoImport } from './take-import.ts';

afterAll(endPress);

const part = 'word/document.xml';

/** A draft whose own form was filled in on paper: the file of a full draft, the draft emptied again. */
async function filledFile(db: Db, format: 'docx' | 'xlsx', answers = completeAnswers) {
  const { ctx, id } = await aDraft(db);
  const before = Object.fromEntries((await answersOf(ctx, id)).map((row) => [row.questionId, row.value]));
  await fill(ctx, id, answers);
  const { content } = await filledForm(ctx, id, format, 'https://tongyou.example');
  const empty = Object.fromEntries(Object.entries(answers).map(([key, value]) => [key, before[key] ?? (Array.isArray(value) ? [] : '')]));
  await fill(ctx, id, empty);
  return { ctx, id, content };
}

const read = (ctx: Ctx, id: string, content: Uint8Array, name = '申报表.docx') => previewImport(ctx, id, { name, content });
const said = (lines: ImportLine[]) => Object.fromEntries(lines.map(({ questionId, value }) => [questionId, value]));
const chosen = (lines: ImportLine[]) => ({ fileName: '申报表.docx', sha256: 'a'.repeat(64), answers: lines.map(({ questionId, value, bases }) => ({ questionId, value, bases })) });
const answersNow = async (ctx: Ctx, id: string) => Object.fromEntries((await answersOf(ctx, id)).map((row) => [row.questionId, row.value]));

describe('a filled Word form', () => {
  test('comes back answer by answer, is written as typed answers are, and leaves records', async ({ db }) => {
    const { ctx, id, content } = await filledFile(db, 'docx');
    const { lines, unread } = await read(ctx, id, content);
    const expected = Object.fromEntries(Object.entries(completeAnswers).filter(([key]) => lines.some(({ questionId }) => questionId === key)));
    expect(said(lines)).toEqual(expected);
    expect(lines.length).toBeGreaterThan(18);
    expect(unread).toEqual([]);
    expect(lines.every(({ wrong }) => !wrong)).toBe(true);

    const { written } = await takeImport(ctx, id, chosen(lines));
    expect(written).toBe(lines.length);
    expect(await answersNow(ctx, id)).toMatchObject(completeAnswers);
    const events = (await db.select().from(records).where(eq(records.subjectId, id))).map(({ event }) => event);
    expect(events).toContain('application.imported');
    expect(events.at(-1)).toBe('application.imported');
    expect(await listImports(ctx, id)).toMatchObject([{ fileName: '申报表.docx', count: lines.length, undoneAt: null }]);
    expect((await read(ctx, id, content)).lines).toEqual([]);
  });

  test('is found again by numbers and words when an office program has thrown our controls away', async ({ db }) => {
    const { ctx, id, content } = await filledFile(db, 'docx');
    const bare = rewritten(content, part, (xml) => xml.replaceAll(/<w:sdt>|<\/w:sdt>|<w:sdtPr>.*?<\/w:sdtPr>|<\/?w:sdtContent>/g, ''));
    expect(said((await read(ctx, id, bare)).lines)).toEqual(said((await read(ctx, id, content)).lines));
  });

  test('is read as people fill it in: split runs, a tick of their own, a unit, a written day, one more row', async ({ db }) => {
    const { ctx, id, content } = await filledFile(db, 'docx');
    const row = /<w:tr>(?:(?!<w:tr>).)*改造八处口袋公园.*?<\/w:tr>/s;
    const edited = rewritten(content, part, (xml) =>
      xml
        .replace('☒ 同意并牵头', '√ 同意并牵头')
        .replace('>120000<', '>120，000 人<')
        .replace('>2026-10-01<', '>2026年10月1日<')
        .replace('>李敏</w:t></w:r>', '>李</w:t></w:r><w:proofErr/><w:r><w:rPr><w:b/></w:rPr><w:t>敏</w:t></w:r>')
        .replace(row, (found) => `${found}${found.replace('改造八处口袋公园', '办一次儿童议事会').replace('>1<', '>2<')}`),
    );
    const answers = said((await read(ctx, id, edited)).lines);
    expect(answers).toMatchObject({ attitude: 'agree-lead', population: '120000', 'leader-name': '李敏' });
    expect(answers.tasks).toMatchObject([{ task: '改造八处口袋公园', from: '2026-10-01' }, { task: '办一次儿童议事会' }]);
  });

  test('names what is wrong and where, and what it could not read', async ({ db }) => {
    const { ctx, id, content } = await filledFile(db, 'docx');
    const edited = rewritten(content, part, (xml) =>
      xml.replace('>120000<', '>十二万<').replace('>2027-06-30<', '>明年六月<').replace('☐ 同意，由区级政府牵头', '☑ 同意，由区级政府牵头'),
    );
    const { lines, unread } = await read(ctx, id, edited);
    const wrong = Object.fromEntries(lines.filter((line) => line.wrong).map((line) => [line.questionId, line.wrong]));
    expect(wrong.population).toEqual({ why: 'not-number', figure: '', place: '第三部分 9.1 常住人口' });
    expect(wrong.tasks).toEqual({ why: 'row-day', figure: '1', place: '第六部分 18.1 主要任务 第 1 行' });
    expect(unread).toMatchObject([{ place: expect.stringContaining('街道（乡镇）主要负责人是否同意申报') }]);
    expect(lines.some(({ questionId }) => questionId === 'attitude')).toBe(false);
  });

  test('tells a difference from a new answer and leaves what it does not say as it is', async ({ db }) => {
    const { ctx, id, content } = await filledFile(db, 'docx');
    await fill(ctx, id, { 'leader-name': '张三', volunteers: '40' });
    const { lines } = await read(ctx, id, content);
    expect(lines.find(({ questionId }) => questionId === 'leader-name')).toMatchObject({ state: 'differs', current: '张三', value: '李敏' });
    expect(lines.find(({ questionId }) => questionId === 'department')).toMatchObject({ state: 'new' });
    expect(lines.some(({ questionId }) => questionId === 'volunteers')).toBe(false);
  });

  test('never overwrites what a colleague wrote after the preview', async ({ db }) => {
    const { ctx, id, content } = await filledFile(db, 'docx');
    const { lines } = await read(ctx, id, content);
    await fill(ctx, id, { 'leader-name': '张三' });
    await takeImport(ctx, id, chosen(lines.filter(({ questionId }) => questionId === 'leader-name')));
    const row = (await answersOf(ctx, id)).find(({ questionId }) => questionId === 'leader-name')!;
    expect([row.value, ...row.rivals.map(({ value }) => value)].toSorted()).toEqual(['张三', '李敏'].toSorted());
  });
});

describe('a filled workbook', () => {
  test('comes back the same', async ({ db }) => {
    const { ctx, id, content } = await filledFile(db, 'xlsx');
    const { lines, unread } = await read(ctx, id, content, '申报表.xlsx');
    expect(said(lines)).toEqual(Object.fromEntries(Object.entries(completeAnswers).filter(([key]) => lines.some(({ questionId }) => questionId === key))));
    expect(unread).toEqual([]);
  });

  test('says in which cell of which sheet something is wrong', async ({ db }) => {
    const broken = { ...completeAnswers, population: '很多', tasks: [{ task: '改造', from: '2026-10-01', to: '2027-06-30', owner: '甲' }, { task: '修路', from: '2026-10-01', to: '后年', owner: '乙' }], surroundings: ['old', 'mixed'] };
    const { ctx, id, content } = await filledFile(db, 'xlsx', broken);
    const { lines } = await read(ctx, id, content, '申报表.xlsx');
    const wrong = Object.fromEntries(lines.filter((line) => line.wrong).map((line) => [line.questionId, line.wrong!.place]));
    expect(wrong.tasks).toMatch(/^表4 C5$/);
    expect(wrong.population).toMatch(/^填报 C\d+$/);
    expect(said(lines).surroundings).toEqual(['old', 'mixed']);
  });
});

describe('undoing an import', () => {
  test('brings back what stood before, except where somebody changed it since', async ({ db }) => {
    const { ctx, id, content } = await filledFile(db, 'docx');
    await fill(ctx, id, { 'leader-name': '张三' });
    const before = await answersNow(ctx, id);
    const { importId } = await takeImport(ctx, id, chosen((await read(ctx, id, content)).lines));
    await fill(ctx, id, { department: '新的部门' });
    const { restored, kept } = await undoImport(ctx, id, importId);
    expect(kept).toBeGreaterThan(0);
    expect(restored).toBeGreaterThan(15);
    expect(await answersNow(ctx, id)).toEqual({ ...before, department: '新的部门' });
    await expect(undoImport(ctx, id, importId)).rejects.toThrow('form-import-undone');
    expect((await db.select().from(records).where(eq(records.subjectId, id))).map(({ event }) => event)).toContain('application.import-undone');
  });

  test('is refused for an import of another application', async ({ db }) => {
    const { ctx, id } = await aDraft(db);
    await expect(undoImport(ctx, id, '00000000-0000-7000-8000-000000000000')).rejects.toThrow('form-import-not-found');
  });
});

describe('an import', () => {
  test('is for those who may fill in this application', async ({ db }) => {
    const { ctx, id, content } = await filledFile(db, 'docx');
    const { lines } = await read(ctx, id, content);
    for (const other of [as(db, 'government-officer', neighbour), as(db, 'expert', '*'), as(db, 'programme-officer', '*')]) {
      await expect(read(other, id, content)).rejects.toThrow('application-not-found');
      await expect(takeImport(other, id, chosen(lines))).rejects.toThrow('application-not-found');
      await expect(undoImport(other, id, '00000000-0000-7000-8000-000000000000')).rejects.toThrow('application-not-found');
      await expect(listImports(other, id)).rejects.toThrow('application-not-found');
    }
    await expect(read(ctxOf(db), id, content)).rejects.toThrow('sign-in-needed');
    await takeImport(as(db, 'community-worker', binhu), id, chosen(lines.slice(0, 1)));
  });

  test('is refused once the application was submitted', async ({ db }) => {
    const { ctx, id } = await aFullDraft(db);
    const { content } = await filledForm(ctx, id, 'docx', 'https://tongyou.example');
    await submitApplication(ctx, id, { truthful: 'yes' });
    await expect(read(ctx, id, content)).rejects.toThrow('application-not-open');
    await expect(takeImport(ctx, id, { ...chosen([]), answers: [{ questionId: 'population', value: '1', bases: [1] }] })).rejects.toThrow('application-not-open');
  });

  test('touches only what was returned', async ({ db }) => {
    const { ctx, id, content } = await filledFile(db, 'docx');
    await db.update(applications).set({ status: 'returned', round: 1, answerDueOn: '2026-09-20' }).where(eq(applications.id, id));
    await db.insert(checkItems).values({ applicationId: id, round: 1, item: 'q:population', verdict: 'return', reason: '核对', checkedBy: 'office', checkedAt: ctx.now });
    const { lines, locked } = await read(ctx, id, content);
    expect(lines.map(({ questionId }) => questionId)).toEqual(['population']);
    expect(locked).toContain('leader-name');
  });

  test('of another kind of file, or of a form that is not ours, is refused', async ({ db }) => {
    const { ctx, id, content } = await filledFile(db, 'docx');
    for (const name of ['申报表.doc', '照片.jpg', '申报表']) await expect(read(ctx, id, content, name)).rejects.toThrow('document-kind');
    const strange = rewritten(content, part, (xml) => xml.replaceAll(/<w:tbl>.*?<\/w:tbl>/gs, ''));
    await expect(read(ctx, id, strange)).rejects.toThrow('document-not-our-form');
  });
});
