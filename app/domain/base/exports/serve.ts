import { Readable } from 'node:stream';
import { beijingTime } from '#app/platform/dates.ts';
import { type Format, mediaTypes } from './model.ts';
import { readWritten } from './place.ts';

/** 文件名: what it is and when it was written. */
export function fileNameOf(title: string, readyAt: Date, format: Format): string {
  return `${title}-${beijingTime(readyAt).slice(0, 16).replace(/[-:]/g, '').replace(' ', '-')}.${format}`;
}

/** 送出导出文件: as a download that nobody keeps on the way; the caller has asked for the right. */
export function serveExport(found: { id: string; format: Format; size: number | null; readyAt: Date | null }, title: string): Response {
  const name = fileNameOf(title, found.readyAt ?? new Date(0), found.format);
  return new Response(Readable.toWeb(readWritten(found.id, found.format)) as ReadableStream, {
    headers: {
      'Content-Type': mediaTypes[found.format],
      'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
      'Content-Security-Policy': `default-src 'none'; sandbox`,
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': 'private, no-store',
      ...(found.size === null ? {} : { 'Content-Length': String(found.size) }),
    },
  });
}
