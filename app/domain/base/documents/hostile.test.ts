import { strToU8, zipSync } from 'fflate';
import { afterAll, describe, expect, test } from 'vitest';
import { aWordFile } from '#tests/office-files.ts';
import { endPress } from './press.ts';
import { readSheetUpload, readWordUpload } from './read-upload.ts';
import { writeSheets } from './write-sheet.ts';

afterAll(endPress);

const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const wordOf = (body: string) => `<w:document ${w}><w:body>${body}</w:body></w:document>`;
const cell = (text: string) => `<w:tbl><w:tr><w:tc><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:tc></w:tr></w:tbl>`;

describe('a Word file from a stranger', () => {
  test('is read where it is sound', async () => {
    const { tables } = await readWordUpload(aWordFile(wordOf(cell('社区'))));
    expect(tables).toEqual([{ rows: [[{ text: '社区', tags: [] }]] }]);
  });

  test.each([
    ['no zip at all', new Uint8Array([1, 2, 3]), 'document-damaged'],
    ['a zip cut short', aWordFile(wordOf(cell('社区'))).slice(0, 120), 'document-damaged'],
    ['broken XML', aWordFile('<w:document><w:body>'), 'document-damaged'],
    ['another kind of office file', zipSync({ 'xl/workbook.xml': strToU8('<workbook/>') }), 'document-not-word'],
    ['a document type with entities', aWordFile(`<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>${wordOf(cell('&x;'))}`), 'document-active'],
    ['entities that multiply', aWordFile(`<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>${wordOf(cell('&b;'))}`), 'document-active'],
    ['an entity nobody declared', aWordFile(wordOf(cell('&unknown;'))), 'document-damaged'],
    ['macros', aWordFile(wordOf(''), { 'word/vbaProject.bin': 'x' }), 'document-active'],
    ['a macro content type', aWordFile(wordOf(''), { '[Content_Types].xml': '<Types><Override ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/></Types>' }), 'document-active'],
    ['an embedded object', aWordFile(wordOf(''), { 'word/embeddings/oleObject1.bin': 'x' }), 'document-active'],
    ['elements nested without end', aWordFile(wordOf(`${'<w:sdt>'.repeat(400)}${'</w:sdt>'.repeat(400)}`)), 'document-too-heavy'],
    ['five hundred parts', aWordFile(wordOf(''), Object.fromEntries(Array.from({ length: 500 }, (_, at) => [`word/p${at}.xml`, '<a/>']))), 'document-too-heavy'],
    ['a zip bomb', aWordFile(wordOf(`<!--${' '.repeat(40_000_000)}-->`)), 'document-too-heavy'],
    ['a text that is said again by every table around it', aWordFile(wordOf(`${'<w:tbl><w:tr><w:tc>'.repeat(20)}<w:p><w:r><w:t>${'a'.repeat(500_000)}</w:t></w:r></w:p>${'</w:tc></w:tr></w:tbl>'.repeat(20)}`)), 'document-too-heavy'],
    ['more cells than any form has', aWordFile(wordOf(`<w:tbl><w:tr>${'<w:tc><w:p/></w:tc>'.repeat(20_001)}</w:tr></w:tbl>`)), 'document-too-heavy'],
    ['more bytes than anybody needs', new Uint8Array(5_000_001), 'document-too-big'],
  ])('is refused: %s', async (_, content, code) => {
    await expect(readWordUpload(content)).rejects.toThrow(code);
  });

  test('that claims less than it unpacks to is cut off at its claim', async () => {
    const bomb = aWordFile(wordOf(`<!--${'a'.repeat(3_000_000)}-->`));
    const view = Buffer.from(bomb);
    const at = view.indexOf(Buffer.from('word/document.xml'), view.indexOf(Buffer.from([0x50, 0x4b, 1, 2])));
    view.writeUInt32LE(100, at - 46 + 24);
    await expect(readWordUpload(new Uint8Array(view))).rejects.toThrow('document-damaged');
  });

  test('that was refused leaves the press in working order', async () => {
    await expect(readWordUpload(new Uint8Array([1]))).rejects.toThrow('document-damaged');
    expect((await readWordUpload(aWordFile(wordOf(cell('还在'))))).tables[0]!.rows[0]![0]!.text).toBe('还在');
  });

  test('with changes tracked reads as it stands after them', async () => {
    const body = `<w:tbl><w:tr><w:tc><w:p><w:del><w:r><w:delText>旧</w:delText></w:r></w:del><w:ins><w:r><w:t>新</w:t></w:r></w:ins></w:p></w:tc></w:tr></w:tbl>`;
    expect((await readWordUpload(aWordFile(wordOf(body)))).tables[0]!.rows[0]![0]!.text).toBe('新');
  });
});

describe('a workbook from a stranger', () => {
  const sheet = (rows: string) => `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows}</sheetData></worksheet>`;
  const bookOf = (part: string) => zipSync({ '[Content_Types].xml': strToU8('<Types/>'), 'xl/workbook.xml': strToU8('<workbook/>'), 'xl/worksheets/sheet1.xml': strToU8(part) });

  test('is read where it is sound, every cell as text', async () => {
    const content = await writeSheets([{ name: '表1', widths: [10, 10], hidden: [], rules: [], across: [], frozenRows: 0, rows: [[{ text: '名称' }, { text: '=1+1', looks: 'answer' }]] }]);
    expect(await readSheetUpload(content)).toEqual([{ name: '表1', rows: [['名称', '=1+1']] }]);
  });

  /** One text of a small file, shown by twenty cells. */
  const shared = (letters: number) => {
    const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
    const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
    const cells = Array.from({ length: 20 }, (_, at) => `<c r="${String.fromCharCode(65 + at)}1" t="s"><v>0</v></c>`).join('');
    return zipSync(Object.fromEntries(Object.entries({
      '[Content_Types].xml': '<Types/>',
      '_rels/.rels': `<Relationships><Relationship Id="r1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
      'xl/workbook.xml': `<workbook ${main} xmlns:r="${office}"><sheets><sheet name="S" sheetId="1" r:id="r1"/></sheets></workbook>`,
      'xl/_rels/workbook.xml.rels': `<Relationships><Relationship Id="r1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="${office}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
      'xl/worksheets/sheet1.xml': sheet(`<row r="1">${cells}</row>`),
      'xl/sharedStrings.xml': `<sst ${main}><si><t>${'a'.repeat(letters)}</t></si></sst>`,
    }).map(([name, text]) => [name, strToU8(text)])));
  };

  test('may show one text in many cells, but not a book in each', async () => {
    expect((await readSheetUpload(shared(3)))[0]!.rows[0]).toEqual(Array(20).fill('aaa'));
    await expect(readSheetUpload(shared(1_000_000))).rejects.toThrow('document-too-heavy');
  });

  test.each([
    ['a cell at the far end', bookOf(sheet('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>')), 'document-too-heavy'],
    ['a far row whose cells say no place', bookOf(sheet('<row r="1048576"><c><v>1</v></c></row>')), 'document-too-heavy'],
    ['a far row in other quotes', bookOf(sheet("<row spans='>' r='1048576'><c><v>1</v></c></row>")), 'document-too-heavy'],
    ['a far row spelled in entities', bookOf(sheet('<row r="&#49;048576"><c><v>1</v></c></row>')), 'document-too-heavy'],
    ['a document type', bookOf(`<!DOCTYPE a>${sheet('')}`), 'document-active'],
    ['a Word file', aWordFile(wordOf('')), 'document-not-excel'],
    ['nonsense', bookOf(sheet('')), 'document-damaged'],
  ])('is refused: %s', async (_, content, code) => {
    await expect(readSheetUpload(content)).rejects.toThrow(code);
  });
});

describe('the press', () => {
  test('that is killed at work refuses that work in a sentence and is started again', async () => {
    const heavy = aWordFile(wordOf(cell('社区').repeat(20_000)));
    const lost = Promise.allSettled([readWordUpload(heavy)]);
    endPress();
    expect(await lost).toMatchObject([{ reason: { code: 'document-too-heavy' } }]);
    expect((await readWordUpload(aWordFile(wordOf(cell('二'))))).tables).toHaveLength(1);
  });

  test('takes only so much work at once', async () => {
    const works = await Promise.allSettled(Array.from({ length: 60 }, () => readWordUpload(new Uint8Array([1]))));
    const codes = works.map((work) => (work.status === 'rejected' ? String(work.reason.message) : ''));
    expect(codes.filter((code) => code === 'documents-busy').length).toBeGreaterThan(10);
    expect(codes.filter((code) => code === 'document-damaged').length).toBeGreaterThan(30);
  });
});
