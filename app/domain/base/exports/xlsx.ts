import type { FileHandle } from 'node:fs/promises';
import type { SheetFile } from './csv.ts';
import type { Cell, Column } from './model.ts';
import { zipFile } from './zip.ts';

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packages = 'http://schemas.openxmlformats.org/package/2006';

/** Style 0 is plain, 1 the head, 2 a text that stays a text when somebody edits it (49 is Excel's "@"). */
const styles =
  `${head}<styleSheet xmlns="${main}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>` +
  `<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFE8F1EE"/></patternFill></fill></fills>` +
  `<borders count="1"><border/></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>` +
  `<cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="49" fontId="1" fillId="2" borderId="0" xfId="0" applyFont="1" applyFill="1" applyNumberFormat="1"/>` +
  `<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs></styleSheet>`;

/** 列标: A, B, … Z, AA. */
export function letters(column: number): string {
  const rest = column % 26;
  const before = Math.floor(column / 26);
  return (before > 0 ? letters(before - 1) : '') + String.fromCodePoint(65 + rest);
}

const longest = 32_767;
const marked = /[&<>"\p{Cc}\uFFFE\uFFFF]/u;
const signs: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\n': '\n', '\t': '\t' };

/** Text as XML carries it: signs that XML has no place for are left out. */
export function escaped(text: string): string {
  const cut = text.length > longest ? text.slice(0, longest).toWellFormed() : text;
  const plain = marked.test(cut) ? cut.replace(/[&<>"\p{Cc}\uFFFE\uFFFF]/gu, (sign) => signs[sign] ?? '') : cut;
  return plain.includes('_x') ? plain.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_') : plain;
}

function rowXml(number: number, cells: readonly Cell[], style: number): string {
  let xml = `<row r="${number}">`;
  for (let i = 0; i < cells.length; i += 1) {
    const cell = cells[i];
    if (cell === null || cell === undefined || cell === '') continue;
    if (typeof cell === 'number') xml += `<c r="${letters(i)}${number}"><v>${cell}</v></c>`;
    else xml += `<c r="${letters(i)}${number}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`;
  }
  return `${xml}</row>`;
}

/** What a sheet may be called: 31 letters, without the signs that addresses are made of. */
function sheetName(title: string): string {
  return [...title.replace(/[[\]:*?/\\']/g, ' ')].slice(0, 31).join('').trim() || 'Sheet1';
}

/** A second sheet of few lines that says what the first one is. */
export type AboutSheet = { title: string; lines: readonly (readonly [name: string, text: string])[] };

/** XLSX: one sheet, written as the rows come; texts are texts and never formulas, the head stands still and filters; beside it perhaps a sheet about it. */
export async function xlsxFile(file: FileHandle, columns: readonly Column[], title: string, about?: AboutSheet): Promise<SheetFile> {
  const zip = await zipFile(file);
  const whole = (name: string, text: string) => zip.part(name, (give) => give(text));
  const last = letters(columns.length - 1);
  await whole('[Content_Types].xml', `${head}<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>${about ? '<Override PartName="/xl/worksheets/sheet2.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>' : ''}<Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/></Types>`);
  await whole('_rels/.rels', `${head}<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`);
  await whole('xl/workbook.xml', `${head}<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="${escaped(sheetName(title))}" sheetId="1" r:id="rId1"/>${about ? `<sheet name="${escaped(sheetName(about.title))}" sheetId="2" r:id="rId3"/>` : ''}</sheets></workbook>`);
  await whole('xl/_rels/workbook.xml.rels', `${head}<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${office}/styles" Target="styles.xml"/>${about ? `<Relationship Id="rId3" Type="${office}/worksheet" Target="worksheets/sheet2.xml"/>` : ''}</Relationships>`);
  await whole('xl/styles.xml', styles);
  if (about) await whole('xl/worksheets/sheet2.xml', `${head}<worksheet xmlns="${main}"><cols><col min="1" max="1" width="16" customWidth="1"/><col min="2" max="2" width="100" customWidth="1"/></cols><sheetData>${about.lines.map((line, at) => rowXml(at + 1, line, 2)).join('')}</sheetData></worksheet>`);

  const widths = columns.map(({ width }, i) => `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"/>`).join('');
  let give: (text: string) => Promise<void> = async () => undefined;
  const begun = Promise.withResolvers<void>();
  const filled = Promise.withResolvers<void>();
  const sheet = zip.part('xl/worksheets/sheet1.xml', async (text) => {
    give = text;
    await give(`${head}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${widths}</cols><sheetData>${rowXml(1, columns.map((column) => column.title), 1)}`);
    begun.resolve();
    await filled.promise;
  });
  sheet.catch(begun.reject);
  await begun.promise;

  let rows = 1;
  return {
    async add(batch) {
      let xml = '';
      for (const cells of batch) xml += rowXml((rows += 1), cells, 2);
      await give(xml);
    },
    async end() {
      await give(`</sheetData><autoFilter ref="A1:${last}${rows}"/></worksheet>`);
      filled.resolve();
      await sheet;
      await zip.end();
    },
  };
}
