import { compilePdf } from '#app/domain/base/documents/compile-pdf.ts';
import type { Document, Format } from '#app/domain/base/documents/model.ts';
import { paragraph, run, table } from '#app/domain/base/documents/word-xml.ts';
import { writeWord } from '#app/domain/base/documents/write-word.ts';
import { Refusal } from '#app/platform/refusal.ts';

/** 一页纸: one language of a document, in parts with a head, facts by name, and paragraphs. */
export type PaperPage = { lang: 'zh' | 'en'; note: string; head: string; title: string; parts: PaperPart[]; foot: string[] };
export type PaperPart = { head: string; facts: [name: string, text: string][]; lines: string[] };
export type Paper = { name: string; title: string; madeOn: string; pageOf: [string, string, string]; pages: PaperPage[] };

/** 成文: as PDF or Word, the same words in both. */
export async function paperAs({ name, ...paper }: Paper, format: Format): Promise<Document> {
  if (format === 'xlsx') throw new Refusal('not-found', 404);
  return { name, format, content: format === 'pdf' ? await compilePdf('pilot/panels/paper.typ', paper) : wordPaper(paper) };
}

const widths = [2600, 6400];

function wordPaper({ title, pageOf, pages }: Omit<Paper, 'name'>): Uint8Array {
  return writeWord({ title, pageOf, foot: '', margins: { top: 26, bottom: 24, left: 26, right: 24 }, body: pages.map((page, at) => pageXml(page, at > 0)).join('') });
}

function pageXml({ note, head, title, parts, foot }: PaperPage, pageBreak: boolean): string {
  const partXml = ({ head: name, facts, lines }: PaperPart) => [
    name === '' ? '' : paragraph(run(name), { style: 'Heading1' }),
    facts.length === 0 ? '' : table(widths, facts.map(([term, text]) => ({
      breaks: true,
      cells: [{ width: widths[0]!, shade: true, content: paragraph(run(term), { style: 'Label' }) }, { width: widths[1]!, content: paragraph(run(text), { style: 'Cell' }) }],
    }))) + paragraph('', { style: 'Gap' }),
    ...lines.map((line) => paragraph(run(line), { align: 'both' })),
  ].join('');
  return [
    note === '' ? '' : paragraph(note, { style: 'Hint', pageBreak }),
    paragraph(run(head), { align: 'center', pageBreak: pageBreak && note === '' }),
    paragraph(run(title), { style: 'LetterTitle' }),
    ...parts.map(partXml),
    ...foot.map((line) => paragraph(line, { style: 'Hint' })),
  ].join('');
}
