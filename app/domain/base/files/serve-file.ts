import { Readable } from 'node:stream';
import { Refusal } from '#app/platform/refusal.ts';
import type { StoredFile } from './read.ts';
import { readStored, sizeOf } from './storage.ts';

/** How a file is shown: nothing in it runs, nothing is loaded from elsewhere, only our own pages frame it. */
const shownAs = {
  pdf: `default-src 'none'; object-src 'self'; plugin-types application/pdf; style-src 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'self'`,
  picture: `default-src 'none'; img-src 'self' data:; style-src 'unsafe-inline'; sandbox; frame-ancestors 'self'`,
};

/** 送出附件: whole or in the piece a viewer asks for; the caller has checked who asks. */
export async function serveFile(file: StoredFile, request: Request): Promise<Response> {
  const query = new URL(request.url).searchParams;
  const isThumbnail = query.has('thumbnail') && file.thumbnailKey !== null;
  const key = isThumbnail ? file.thumbnailKey! : file.sha256;
  const size = await sizeOf(key);
  if (size === undefined) throw new Refusal('file-not-found', 404);

  const headers = new Headers({
    'Content-Type': isThumbnail ? 'image/webp' : file.mediaType,
    'Content-Disposition': `${query.has('download') ? 'attachment' : 'inline'}; filename*=UTF-8''${encodeURIComponent(file.name)}`,
    'Content-Security-Policy': file.mediaType === 'application/pdf' ? shownAs.pdf : shownAs.picture,
    'X-Content-Type-Options': 'nosniff',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Cache-Control': 'private, no-store',
    'Accept-Ranges': 'bytes',
    ETag: `"${key}"`,
  });
  const asked = request.headers.get('range');
  const range = asked ? rangeOf(asked, size) : undefined;
  if (range === 'outside') {
    headers.set('Content-Range', `bytes */${size}`);
    return new Response(null, { status: 416, headers });
  }
  headers.set('Content-Length', String(range ? range.end - range.start + 1 : size));
  if (range) headers.set('Content-Range', `bytes ${range.start}-${range.end}/${size}`);
  const body = request.method === 'HEAD' ? null : (Readable.toWeb(await readStored(key, range)) as ReadableStream);
  return new Response(body, { status: range ? 206 : 200, headers });
}

/** One range; several at once or nonsense get the whole file. */
export function rangeOf(asked: string, size: number): { start: number; end: number } | 'outside' | undefined {
  const match = /^bytes=(\d*)-(\d*)$/.exec(asked.trim());
  if (!match || (match[1] === '' && match[2] === '')) return undefined;
  const start = match[1] === '' ? Math.max(0, size - Number(match[2])) : Number(match[1]);
  const end = match[1] === '' || match[2] === '' ? size - 1 : Math.min(Number(match[2]), size - 1);
  return start > end || start >= size ? 'outside' : { start, end };
}
