import { type Document, mediaTypes } from './model.ts';

/** 送出文书: as a download under its own name; nobody keeps a copy on the way unless it is everybody's. */
export function serveDocument({ name, format, content }: Document, isPublic = false): Response {
  return new Response(content as Uint8Array<ArrayBuffer>, {
    headers: {
      'Content-Type': mediaTypes[format],
      'Content-Disposition': `attachment; filename="document.${format}"; filename*=UTF-8''${encodeURIComponent(`${name}.${format}`)}`,
      'Content-Length': String(content.byteLength),
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': isPublic ? 'public, max-age=300' : 'private, no-store',
    },
  });
}
