import { Refusal } from '#app/platform/refusal.ts';

/** What a paper has no use for: programs, starting others, files inside, moving pictures. */
const active = /\/(JavaScript|Launch|EmbeddedFiles?|RichMedia|XFA)\b/;

/**
 * 查验 PDF: begins and ends as one and is nothing else besides; not locked; claims no active content.
 * Gives the number of pages where it can be read off. This looks at claims: it is no malware scan.
 */
export function inspectPdf(content: Buffer): number | null {
  const text = content.toString('latin1');
  if (!/^%PDF-[12]\.\d/.test(text)) throw new Refusal('file-damaged', 400);
  const end = text.lastIndexOf('%%EOF');
  if (end < 0 || text.slice(end + 5).trim().replaceAll('\0', '') !== '' || !text.includes('startxref')) throw new Refusal('file-damaged', 400);
  const names = plainNames(text);
  if (/\/Encrypt\s+\d+\s+\d+\s+R|\/Encrypt\s*<</.test(names)) throw new Refusal('file-locked', 400);
  if (active.test(names)) throw new Refusal('file-active', 400);
  const pages = text.match(/\/Type\s*\/Page(?![A-Za-z])/g)?.length ?? 0;
  return pages > 0 ? pages : null;
}

/** Names may hide letters as #4A; here they are spelt out. */
function plainNames(text: string): string {
  return text.replace(/#([0-9A-Fa-f]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}
