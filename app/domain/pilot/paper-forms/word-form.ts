import { writeWord } from '#app/domain/base/documents/write-word.ts';
import { type Cell, control, paragraph, picture, type Row, run, table } from '#app/domain/base/documents/word-xml.ts';
import type { PaperBlock, PaperField, PaperForm } from './model.ts';

const whole = 9240;
const narrow = 2200;

/** 申报表 as Word: the same layout as the PDF, each answer in a control that the import finds again. */
export function wordForm(form: PaperForm, png?: Uint8Array<ArrayBuffer>): Uint8Array {
  const body = [coverXml(form), notesXml(form), ...form.sections.map((section, at) => sectionXml(form, section, at === 0)), sealXml(form), receiptXml(form)].join('');
  return writeWord({
    title: form.title, body, margins: { top: 25, bottom: 23, left: 23, right: 23 }, foot: form.foot, pageOf: form.pageOf,
    watermark: form.watermark || undefined, ...(png ? { pictures: { qr: png } } : {}),
  });
}

function coverXml({ title, callTitle, cover }: PaperForm): string {
  const rows = cover.map(([term, text]): Row => ({ cells: [{ content: paragraph(term, { style: 'CoverLine' }), width: 2400 }, { content: paragraph(text, { style: 'CoverLine', align: 'center' }), width: 5400 }] }));
  return paragraph(title, { style: 'CoverTitle' }) + paragraph(callTitle, { style: 'CoverLine', align: 'center' }) + paragraph('').repeat(4) + table([2400, 5400], rows);
}

function notesXml({ notesTitle, notes }: PaperForm): string {
  return paragraph(notesTitle, { style: 'Heading1', align: 'center', pageBreak: true }) + notes.map((note, at) => paragraph(`${at + 1}. ${note}`)).join('');
}

function sectionXml(form: PaperForm, { title, intro, blocks }: PaperForm['sections'][number], isFirst: boolean): string {
  const spaced = blocks.map((block) => blockXml(form, block)).join(paragraph('', { style: 'Gap' }));
  return paragraph(title, { style: 'Heading1', pageBreak: isFirst }) + (intro ? paragraph(intro, { style: 'Hint', keepNext: true }) : '') + spaced;
}

function labelXml(form: PaperForm, { number, label, hint, isRequired, kind, tag }: PaperField): string {
  const name = run(`${number ? `${number} ` : ''}${label}${isRequired ? form.words.required : ''}`);
  return paragraph(kind === 'table' ? control(tag, label, name) : name, { style: 'Label' }) + (hint ? paragraph(hint, { style: 'Hint' }) : '');
}

/** The place for an answer; every line of a text is a paragraph of its own. */
function answerXml(field: PaperField): string {
  const lines = field.options.length > 0 ? field.options.map(({ label, isChosen }) => `${isChosen ? '☒' : '☐'} ${label}`) : field.text.split('\n');
  const isNamed = (at: number) => at === 0 && field.kind !== 'paper';
  return lines.map((line, at) => paragraph(isNamed(at) ? control(field.tag, field.label, run(line)) : run(line), { style: 'Cell' })).join('');
}

function blockXml(form: PaperForm, { kind, fields }: PaperBlock): string {
  const [field, second] = fields as [PaperField, PaperField | undefined];
  const labelled = (one: PaperField): Cell => ({ content: labelXml(form, one), width: narrow, shade: true });
  const answered = (one: PaperField, width: number): Cell => ({ content: answerXml(one), width });
  if (kind === 'table') return tableXml(form, field);
  if (kind === 'long') {
    const rows: Row[] = [{ cells: [{ content: labelXml(form, field), width: whole, shade: true }] }, { cells: [answered(field, whole)], height: field.text ? 600 : 2000, breaks: true }];
    return table([whole], rows);
  }
  if (!second) return table([narrow, whole - narrow], [{ cells: [labelled(field), answered(field, whole - narrow)], height: 480 }]);
  const half = whole / 2 - narrow;
  return table([narrow, half, narrow, half], [{ cells: [labelled(field), answered(field, half), labelled(second), answered(second, half)], height: 480 }]);
}

function tableXml(form: PaperForm, field: PaperField): string {
  const index = 620;
  const width = Math.floor((whole - index) / field.columns.length);
  const widths = [index, ...field.columns.map(() => width)];
  const total = index + width * field.columns.length;
  const cell = (text: string, style: 'Cell' | 'Label'): Cell => ({ content: paragraph(text ? run(text) : '', { style }), width, shade: style === 'Label' });
  const rows: Row[] = [
    { cells: [{ content: labelXml(form, field), width: total, span: widths.length, shade: true }], isHead: true },
    { cells: [{ ...cell(form.words.index, 'Label'), width: index }, ...field.columns.map(({ label }) => cell(label, 'Label'))], isHead: true },
    ...field.rows.map((row, at): Row => ({ cells: [{ ...cell(String(at + 1), 'Cell'), width: index }, ...row.map((text) => cell(text, 'Cell'))], height: 440 })),
  ];
  return table(widths, rows);
}

function sealXml({ seal }: PaperForm): string {
  if (!seal) return '';
  const blank = paragraph('', { style: 'Cell' });
  const content = paragraph(seal.opinion, { style: 'Label' }) + blank.repeat(24) + paragraph(`${seal.leader}＿＿＿＿＿＿＿＿`, { style: 'Cell' }) + blank.repeat(2)
    + paragraph(`${seal.stamp}　　　　`, { style: 'Cell', align: 'right' }) + blank + paragraph(`${seal.day}　`, { style: 'Cell', align: 'right' });
  return paragraph(seal.title, { style: 'Heading1', pageBreak: true }) + paragraph(seal.hint, { style: 'Hint' }) + table([whole], [{ cells: [{ content, width: whole }] }]);
}

function receiptXml({ receipt, receiptTitle }: PaperForm): string {
  if (!receipt) return '';
  const rows = receipt.lines.map(([term, text]): Row => ({ cells: [{ content: paragraph(term, { style: 'Label' }), width: 2600, shade: true }, { content: paragraph(text, { style: 'Cell' }), width: whole - 2600 }] }));
  return paragraph(receiptTitle, { style: 'Heading1', pageBreak: true }) + table([2600, whole - 2600], rows)
    + paragraph(picture('qr', receipt.address, 34)) + paragraph(receipt.note) + paragraph(receipt.address);
}
