import { strToU8, zipSync } from 'fflate';

export type BadFile = { name: string; type: string; content: Buffer };

const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const sheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const types = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>';
const zip = (parts: Record<string, string | Uint8Array>) => Buffer.from(zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, typeof text === 'string' ? strToU8(text) : text]))));
const book = (rows: string, more: Record<string, string> = {}) =>
  zip({ '[Content_Types].xml': types, 'xl/workbook.xml': '<workbook/>', 'xl/worksheets/sheet1.xml': `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows}</sheetData></worksheet>`, ...more });
const row = (cells: readonly string[]) => `<row r="1">${cells.map((cell, n) => `<c r="${String.fromCharCode(65 + n)}1" t="inlineStr"><is><t>${cell}</t></is></c>`).join('')}</row>`;
const pdf = '%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>\nendobj\nxref\n0 1\n0000000000 65535 f \ntrailer\n<< /Size 4 /Root 1 0 R >>\nstartxref\n9\n%%EOF\n';
const formulas = ['=cmd|&apos; /C calc&apos;!A0', '+1+1', '-2+3', '@SUM(A1)', '\t=1', '=HYPERLINK(&quot;http://evil.example&quot;)', '＝1'];
const small = zip({ 'a.txt': 'x' });

/** 坏文件: bombs, files that are two things, formulas, names that climb; each small enough to be sent often. */
export const badFiles: readonly BadFile[] = [
  { name: 'bomb.docx', type: word, content: zip({ '[Content_Types].xml': types, 'word/document.xml': `<w:document><!--${' '.repeat(30_000_000)}--></w:document>` }) },
  { name: 'bomb.xlsx', type: sheet, content: book(`<!--${' '.repeat(30_000_000)}-->`) },
  { name: 'many.xlsx', type: sheet, content: book('', Object.fromEntries(Array.from({ length: 600 }, (_, n) => [`xl/p${n}.xml`, '<a/>']))) },
  { name: 'wide.xlsx', type: sheet, content: book('<row r="1"><c r="XFD1048576" t="n"><v>1e308</v></c></row><row r="1048576"><c r="A1048576"/></row>') },
  { name: 'formulas.xlsx', type: sheet, content: book(row(formulas)) },
  { name: 'formulas.csv', type: 'text/csv', content: Buffer.from(`${formulas.join(',')}\n`.repeat(30)) },
  { name: 'quotes.csv', type: 'text/csv', content: Buffer.from(`"${'""'.repeat(5000)},"\n"`) },
  { name: 'long.csv', type: 'text/csv', content: Buffer.from(`${'a,'.repeat(20_000)}\n`) },
  { name: 'bytes.csv', type: 'text/csv', content: Buffer.from([0xff, 0xfe, 0, 0xd8, 0x80, 10, 0xc0, 0xaf]) },
  { name: 'entities.docx', type: word, content: zip({ '[Content_Types].xml': types, 'word/document.xml': '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>' }) },
  { name: 'climb.xlsx', type: sheet, content: zip({ '[Content_Types].xml': types, '../../../../etc/cron.d/x': 'x', 'xl/workbook.xml': '<workbook/>' }) },
  { name: 'in-itself.docx', type: word, content: zip({ 'word/document.xml': small, 'word/document.xml.zip': small }) },
  { name: 'both.pdf', type: 'application/pdf', content: Buffer.concat([Buffer.from(pdf), small]) },
  { name: 'both.docx', type: word, content: Buffer.concat([Buffer.from(pdf), small]) },
  { name: 'picture.png', type: 'image/png', content: Buffer.concat([Buffer.from('89504e470d0a1a0a0000000d49484452000f4240000f42400802000000', 'hex'), Buffer.alloc(64)]) },
  { name: 'script.jpg', type: 'image/jpeg', content: Buffer.concat([Buffer.from('ffd8ffe000104a464946', 'hex'), Buffer.from('<script>alert(1)</script>')]) },
  { name: 'page.svg', type: 'image/svg+xml', content: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>') },
  { name: 'deep.json', type: 'application/json', content: Buffer.from('['.repeat(40_000)) },
  { name: 'proto.json', type: 'application/json', content: Buffer.from('{"__proto__":{"id":"x"},"id":null,"principles":[{"id":{}}],"sections":"x","norms":1e999,"rules":[[]]}') },
  { name: 'con.pdf\u0000.exe', type: '../../x', content: Buffer.from(pdf.slice(0, 60)) },
  { name: '', type: '', content: Buffer.alloc(0) },
];
