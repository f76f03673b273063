import { encode, renderSVG } from 'uqr';
import { compilePdf } from '#app/domain/base/documents/compile-pdf.ts';
import type { Document, Format } from '#app/domain/base/documents/model.ts';
import { pngOf } from '#app/domain/base/documents/png.ts';
import type { PaperForm } from './model.ts';
import { wordForm } from './word-form.ts';

/** 制成申报表: the same content as PDF or Word. */
export async function makeForm(form: PaperForm, name: string, format: Exclude<Format, 'xlsx'>): Promise<Document> {
  if (format === 'pdf') return { name, format, content: await compilePdf('pilot/paper-forms/form.typ', form) };
  const png = form.receipt ? pngOf(encode(form.receipt.address, { border: 2, ecc: 'M' }).data, 6) : undefined;
  return { name, format, content: wordForm(form, png) };
}

/** 二维码 of an address, as a drawing. */
export function qrOf(address: string): string {
  return renderSVG(address, { border: 2, ecc: 'M' });
}
