import { askPress, type PdfStandard } from './press.ts';

/** 制成 PDF: a template (its path under app/domain) with its data; tagged PDF/A-2a with embedded Chinese fonts, PDF/A-3a if it carries a file. */
export function compilePdf(template: string, data: unknown, standard: PdfStandard = 'a-2a'): Promise<Uint8Array> {
  return askPress<Uint8Array>({ task: 'pdf', template, data: JSON.stringify(data), standard });
}
