import { askPress } from './press.ts';

/** 制成 PDF: a template (its path under app/domain) with its data; tagged PDF/A-2a with embedded Chinese fonts. */
export function compilePdf(template: string, data: unknown): Promise<Uint8Array> {
  return askPress<Uint8Array>({ task: 'pdf', template, data: JSON.stringify(data) });
}
