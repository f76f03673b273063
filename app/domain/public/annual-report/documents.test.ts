import { strFromU8, unzipSync } from 'fflate';
import { afterAll, describe, expect } from 'vitest';
import { endPress } from '#app/domain/base/documents/press.ts';
import { aPublishedCase, aPublishedReport } from '#tests/library.ts';
import { archivalMark, textOfPdf } from '#tests/pdf.ts';
import { as, ctxOf, neighbour, test } from '#tests/world.ts';
import { orderReport } from './order-report.ts';
import { findReport } from './read.ts';
import { annualDocument } from './report-document.ts';

afterAll(endPress);

const wordText = (content: Uint8Array) => strFromU8(unzipSync(content)['word/document.xml']!);

describe('the annual report as a document', () => {
  test('says in both formats what the page says, in Chinese and, for an English reader, in both languages, with its fingerprint', async ({ db }) => {
    await aPublishedCase(db);
    const id = await aPublishedReport(db);
    const visitor = ctxOf(db);
    const { hash } = await findReport(visitor, id);
    const { content, name } = await annualDocument({ ...visitor, locale: 'en' }, id, 'pdf');
    const pages = await textOfPdf(content);
    expect(archivalMark(content)).toBe('2A');
    expect(name).toBe('全国 2026 年度报告');
    for (const words of ['全国2026年度报告', '收入案例1（上一年0）', '这一年还没有任何结果', hash!]) expect(pages.join('')).toContain(words);
    expect(pages.at(-1)).toContain('Thenation:annualreport2026');
    const word = wordText((await annualDocument(visitor, id, 'docx')).content);
    for (const words of ['全国 2026 年度报告', '1（上一年 0）', hash!]) expect(word).toContain(words);
    expect(word).not.toContain('annual report 2026');
  });

  test('is for everybody once it is public, and nothing before it is made', async ({ db }) => {
    const id = await orderReport(as(db, 'programme-officer', '*'), { regionCode: '*', year: 2026 });
    await expect(annualDocument(as(db, 'programme-officer', '*'), id, 'pdf')).rejects.toMatchObject({ code: 'annual-report-not-made' });
    await expect(annualDocument(as(db, 'government-officer', neighbour), id, 'pdf')).rejects.toMatchObject({ code: 'annual-report-not-found' });
    await expect(annualDocument(ctxOf(db), await aPublishedReport(db, '34'), 'xlsx')).rejects.toMatchObject({ code: 'not-found' });
  });
});
