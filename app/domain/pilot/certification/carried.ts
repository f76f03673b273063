/** 随附的凭证: what a PDF carries inside, the same on the server and in a browser; of the PDF nothing else is read, and nothing in it runs. */
const mostParts = 2000;
const mostUnfolded = 100_000;

export function isPdf(content: Uint8Array): boolean {
  return new TextDecoder('latin1').decode(content.subarray(0, 5)) === '%PDF-';
}

/** The different texts inside that read like a signed credential. Each part is unfolded by itself and left when it grows too large. */
export async function textsCarried(content: Uint8Array): Promise<string[]> {
  const plain = new TextDecoder('latin1').decode(content);
  const found = new Set<string>();
  let parts = 0;
  for (const { index, 0: word } of plain.matchAll(/\bstream\r?\n/g)) {
    parts += 1;
    if (parts > mostParts) return [];
    const from = index + word.length;
    const until = plain.indexOf('endstream', from);
    const part = content.subarray(from, until < 0 ? content.length : until);
    const text = (part[0]! & 0x0f) === 8 ? await unfolded(part) : part.length <= mostUnfolded ? new TextDecoder().decode(part) : '';
    if (/^\s*\{/.test(text) && text.includes('"proof"') && text.includes('/credentials/v2"')) found.add(text.trim());
  }
  return [...found];
}

async function unfolded(part: Uint8Array): Promise<string> {
  const unfolding = new DecompressionStream('deflate');
  const writer = unfolding.writable.getWriter();
  writer.write(part as Uint8Array<ArrayBuffer>).catch(() => undefined);
  writer.close().catch(() => undefined);
  const reader = unfolding.readable.getReader();
  const pieces: Uint8Array[] = [];
  let size = 0;
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      size += next.value.length;
      if (size > mostUnfolded) return '';
      pieces.push(next.value);
    }
  } catch {
    // the line break before endstream follows the end of the folded text: what was unfolded until there is whole
  } finally {
    reader.cancel().catch(() => undefined);
  }
  const whole = new Uint8Array(size);
  for (let at = 0, n = 0; n < pieces.length; at += pieces[n]!.length, n += 1) whole.set(pieces[n]!, at);
  return new TextDecoder().decode(whole);
}
