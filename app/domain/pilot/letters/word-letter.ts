import { paragraph, run } from '#app/domain/base/documents/word-xml.ts';
import { writeWord } from '#app/domain/base/documents/write-word.ts';
import type { LetterPage } from './model.ts';

type Plan = { title: string; pageOf: [string, string, string]; pages: LetterPage[] };

/** 文书 as Word: head, number, title, addressee, body, signer, place for the seal. */
export function wordLetter({ title, pageOf, pages }: Plan): Uint8Array {
  const body = pages.map((page, at) => pageXml(page, at > 0)).join('');
  return writeWord({ title, body, margins: { top: 37, bottom: 35, left: 28, right: 26 }, foot: '', pageOf });
}

function pageXml({ head, number, title, to, body, signer, day, seal, note, lang }: LetterPage, pageBreak: boolean): string {
  return [
    lang === 'en' ? paragraph(note, { style: 'Hint', pageBreak }) : '',
    paragraph(run(head), { style: 'LetterHead', pageBreak: pageBreak && lang === 'zh' }),
    paragraph(run(number), { style: 'LetterNumber' }),
    paragraph(run(title), { style: 'LetterTitle' }),
    paragraph(run(to), { style: 'LetterTo' }),
    ...body.map((line) => paragraph(line ? run(line) : '', { style: 'LetterBody' })),
    paragraph('', { style: 'LetterEnd' }).repeat(2),
    paragraph(run(`${signer}　　`), { style: 'LetterEnd' }),
    paragraph(run(seal, { grey: true, size: 10 }), { style: 'LetterEnd' }),
    paragraph(run(`${day}　　`), { style: 'LetterEnd' }),
  ].join('');
}
