import { compilePdf } from '#app/domain/base/documents/compile-pdf.ts';
import type { Document, Format } from '#app/domain/base/documents/model.ts';
import { paragraph, run, table } from '#app/domain/base/documents/word-xml.ts';
import { writeWord } from '#app/domain/base/documents/write-word.ts';
import { Refusal } from '#app/platform/refusal.ts';

/** 表格 of a sheet; widths are shares of the line. */
export type Grid = { head: string; columns: string[]; widths: number[]; rows: string[][] };
/** 一张纸. */
export type Sheet = { head: string; title: string; lines: string[]; grids: Grid[]; foot: string[] };
export type CouncilPaper = { title: string; lang: 'zh' | 'en'; madeOn: string; pageOf: [string, string, string]; sheets: Sheet[] };

/** 成文: as PDF or Word, the same words in both. */
export async function councilPaperAs(paper: CouncilPaper, format: Format): Promise<Document> {
  if (format === 'xlsx') throw new Refusal('not-found', 404);
  return { name: paper.title, format, content: format === 'pdf' ? await compilePdf('children/councils/council-paper.typ', paper) : wordOf(paper) };
}

const line = 9000;

function wordOf({ title, pageOf, sheets }: CouncilPaper): Uint8Array {
  return writeWord({ title, pageOf, foot: '', margins: { top: 25, bottom: 25, left: 25, right: 25 }, body: sheets.map((sheet, at) => sheetXml(sheet, at > 0)).join('') });
}

function sheetXml({ head, title, lines, grids, foot }: Sheet, pageBreak: boolean): string {
  return [
    paragraph(run(head), { align: 'center', pageBreak }), paragraph(run(title), { style: 'LetterTitle' }),
    ...lines.map((text) => paragraph(run(text), { align: 'both' })), ...grids.map(gridXml), ...foot.map((text) => paragraph(run(text), { align: 'right' })),
  ].join('');
}

function gridXml({ head, columns, widths, rows }: Grid): string {
  const whole = widths.reduce((sum, width) => sum + width, 0);
  const sizes = widths.map((width) => Math.round((line * width) / whole));
  const cells = (row: string[], shade: boolean) => ({ breaks: true, cells: row.map((text, at) => ({ width: sizes[at]!, shade, content: paragraph(run(text), { style: shade ? 'Label' : 'Cell' }) })) });
  return (head === '' ? '' : paragraph(run(head), { style: 'Heading1' })) + table(sizes, [cells(columns, true), ...rows.map((row) => cells(row, false))]) + paragraph('', { style: 'Gap' });
}
