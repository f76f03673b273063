const aPiece = 64 * 1024;
/** So long others wait at most while something long is written. */
const aMoment = 4;

/** 分段写成: a long text out of many short ones, as bytes; whenever a moment has passed the server answers others. */
export async function inPieces(texts: Iterable<string>): Promise<Uint8Array[]> {
  const pieces: Uint8Array[] = [];
  let text = '';
  let since = performance.now();
  for (const each of texts) {
    text += each;
    if (text.length >= aPiece) {
      pieces.push(Buffer.from(text));
      text = '';
    }
    if (performance.now() - since < aMoment) continue;
    await new Promise(setImmediate);
    since = performance.now();
  }
  return text === '' ? pieces : [...pieces, Buffer.from(text)];
}

/** 逐段送出: as fast as whoever asked takes them. */
export function streamOf(pieces: readonly Uint8Array[]): ReadableStream<Uint8Array> {
  let at = 0;
  return new ReadableStream({
    pull(controller) {
      if (at < pieces.length) controller.enqueue(pieces[at++]!);
      else controller.close();
    },
  });
}
