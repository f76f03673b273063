import { largestMessage } from '#app/domain/city/statistics-database/message.ts';
import { Refusal } from '#app/platform/refusal.ts';

/** Word、Excel: a ZIP archive, or the container of older Office files. */
const isOffice = (bytes: Uint8Array) => [[0x50, 0x4b, 0x03, 0x04], [0xd0, 0xcf, 0x11, 0xe0]].some((start) => start.every((byte, at) => bytes[at] === byte));

/** 数据文件的文字: as it travels with the form, or as the file holds it. */
export async function textOf(form: FormData): Promise<string> {
  const sent = form.get('text');
  if (typeof sent === 'string' && sent !== '') return sent;
  const file = form.get('file');
  if (!(file instanceof File) || file.size === 0) throw new Refusal('document-missing', 400);
  if (file.size > largestMessage) throw new Refusal('document-too-big', 413);
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (isOffice(bytes)) throw new Refusal('exchange-office-file', 415);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new Refusal('exchange-not-text', 400);
  }
}
