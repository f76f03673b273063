import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

/** An office file with one of its parts rewritten, as an office program or a stranger might. */
export function rewritten(content: Uint8Array, part: string, change: (text: string) => string): Uint8Array {
  const parts = unzipSync(content);
  return zipSync({ ...parts, [part]: strToU8(change(strFromU8(parts[part]!))) });
}

/** A Word file of these parts. */
export function aWordFile(document: string, more: Record<string, string | Uint8Array> = {}): Uint8Array {
  const parts = { '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>', 'word/document.xml': document, ...more };
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, typeof text === 'string' ? strToU8(text) : text])));
}
