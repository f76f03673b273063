import { strFromU8, unzipSync } from 'fflate';
import { afterAll, describe, expect } from 'vitest';
import { endPress } from '#app/domain/base/documents/press.ts';
import { submitApplication } from '#app/domain/pilot/applications/submit.ts';
import { withdrawApplication } from '#app/domain/pilot/applications/withdraw.ts';
import { limit } from '#app/platform/limit.ts';
import { aDraft, aFullDraft, aPilotCall, fill } from '#tests/apply.ts';
import { archivalMark, textOfPdf } from '#tests/pdf.ts';
import { as, binhu, ctxOf, neighbour, test, today } from '#tests/world.ts';
import { blankForm, filledForm, handedForm } from './forms.ts';

afterAll(endPress);

const site = 'https://tongyou.example';
const wordText = (content: Uint8Array) => strFromU8(unzipSync(content)['word/document.xml']!);

describe('the blank form of a call', () => {
  test('is an archival PDF with every question, its hints and a page for the seal', async ({ db }) => {
    const { content, name } = await blankForm(ctxOf(db), await aPilotCall(db), 'pdf');
    const pages = await textOfPdf(content);
    const text = pages.join('');
    expect(archivalMark(content)).toBe('2A');
    expect(name).toContain('空白申报表');
    for (const words of ['1申报单位全称*', '18位，见统一社会信用代码证书', '☐居民委员会辖区', '12.2主要儿童空间', '开放时间', '五、五个板块的做法', '不超过800字']) expect(text).toContain(words);
    expect(pages.at(-1)).toContain('19所在街道（乡镇）的态度与意见');
    expect(pages.at(-1)).toContain('单位公章');
    expect(pages[0]).toContain(`第1页，共${pages.length}页`);
    expect(content.byteLength).toBeLessThan(600_000);
  });

  test('is a Word file and a workbook as well, in the language of whoever asks', async ({ db }) => {
    const callId = await aPilotCall(db);
    const word = wordText((await blankForm(ctxOf(db), callId, 'docx')).content);
    expect(word).toContain('<w:tag w:val="q:applicant-name"/>');
    expect(word).toContain('☐ 居民委员会辖区');
    const english = wordText((await blankForm({ ...ctxOf(db), locale: 'en' }, callId, 'docx')).content);
    expect(english).toContain('Full name of the applying government');
    expect(/[\u4e00-\u9fff]/.test(english.replaceAll(/<[^>]*>/g, '').replaceAll(/试点|（.*?）|批次/g, ''))).toBe(false);
    expect(Object.keys(unzipSync((await blankForm(ctxOf(db), callId, 'xlsx')).content))).toContain('xl/workbook.xml');
  });

  test('of a call that is not published is nobody’s but the editors’', async ({ db }) => {
    const callId = await aPilotCall(db, { state: 'draft' });
    await expect(blankForm(ctxOf(db), callId, 'docx')).rejects.toThrow('call-not-found');
    await blankForm(as(db, 'programme-officer', '*'), callId, 'docx');
  });

  test('is handed out sixty times in ten minutes to one address, not more', async ({ db }) => {
    const callId = await aPilotCall(db);
    const ctx = { ...ctxOf(db), address: '192.0.2.9' };
    for (let turn = 0; turn < 60; turn += 1) await blankForm(ctx, callId, 'docx');
    await expect(blankForm(ctx, callId, 'docx')).rejects.toThrow('too-many-tries');
  });
});

describe('the filled form', () => {
  test('is handed out a hundred and twenty times in ten minutes to one person, not more', async ({ db }) => {
    const { ctx, id } = await aFullDraft(db);
    for (let turn = 0; turn < 119; turn += 1) await limit(ctx, `paper:${ctx.actor.id}`, 120, 600);
    await filledForm(ctx, id, 'docx', site);
    await expect(filledForm(ctx, id, 'docx', site)).rejects.toThrow('too-many-tries');
  });

  test('of a draft carries the answers and says that it is a draft', async ({ db }) => {
    const { ctx, id, number } = await aFullDraft(db);
    const text = (await textOfPdf((await filledForm(ctx, id, 'pdf', site)).content)).join('');
    for (const words of [number, '合肥市包河区滨湖世纪社区服务中心', '改造八处口袋公园', '2027-06-30', '☒同意并牵头', '草稿']) expect(text).toContain(words);
    expect(text).not.toContain('提交回执');
    const word = unzipSync((await filledForm(ctx, id, 'docx', site)).content);
    expect(strFromU8(word['word/header1.xml']!)).toContain('草稿 未提交');
  });

  test('once submitted carries the receipt, its fingerprint and a code to check it', async ({ db }) => {
    const { ctx, id } = await aFullDraft(db);
    const receipt = await submitApplication(ctx, id, { truthful: 'yes' });
    const text = (await textOfPdf((await filledForm(ctx, id, 'pdf', site)).content)).join('');
    expect(text).toContain(receipt.code);
    expect(text).toContain(receipt.hash);
    expect(text).toContain(`tongyou.example/receipts/${receipt.code}`);
    expect(text).not.toContain('草稿');
    const word = unzipSync((await handedForm(as(db, 'programme-officer', '*'), id, 'docx', site)).content);
    expect(strFromU8(word['word/document.xml']!)).toContain(receipt.code);
    expect(word['word/media/qr.png']?.subarray(1, 4)).toEqual(new TextEncoder().encode('PNG'));
  });

  test('says so when it was withdrawn', async ({ db }) => {
    const { ctx, id } = await aFullDraft(db);
    await submitApplication(ctx, id, { truthful: 'yes' });
    await withdrawApplication(ctx, id);
    expect((await textOfPdf((await filledForm(ctx, id, 'pdf', site)).content)).join('')).toContain('草稿');
  });

  test('prints what people wrote as letters, whatever it means to a typesetter', async ({ db }) => {
    const { ctx, id } = await aDraft(db);
    const odd = '#panic("x") $sum$ *粗* = 题 \\ `a` <b> @c // https://example.cn/'.concat('x'.repeat(300));
    await fill(ctx, id, { 'work-space': odd, spaces: [{ name: '#import "x"', area: '1', hours: '</w:t><w:br/>' }] });
    const text = (await textOfPdf((await filledForm(ctx, id, 'pdf', site)).content)).join('');
    expect(text).toContain('#panic("x")$sum$*粗*=题\\`a`<b>@c//https://example.cn/xxx');
    expect(text).toContain('#import"x"');
    expect(wordText((await filledForm(ctx, id, 'docx', site)).content)).toContain('&lt;/w:t&gt;&lt;w:br/&gt;');
  });

  test('is for those who may read the application, and for the office once it was submitted', async ({ db }) => {
    const { id } = await aFullDraft(db);
    await expect(filledForm(as(db, 'government-officer', neighbour), id, 'docx', site)).rejects.toThrow('application-not-found');
    await expect(filledForm(ctxOf(db), id, 'docx', site)).rejects.toThrow('sign-in-needed');
    await expect(filledForm(as(db, 'expert', '*'), id, 'docx', site)).rejects.toThrow('application-not-found');
    await expect(handedForm(as(db, 'programme-officer', '*'), id, 'docx', site)).rejects.toThrow('application-not-found');
    await expect(handedForm(as(db, 'government-officer', binhu, today), id, 'docx', site)).rejects.toThrow('application-not-found');
  });
});
