import { renderSVG } from 'uqr';
import { compilePdf } from '#app/domain/base/documents/compile-pdf.ts';
import type { Document } from '#app/domain/base/documents/model.ts';
import { objectionsWords } from '#app/i18n/objections.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { beijingDay } from '#app/platform/dates.ts';
import { trackObjection } from './track.ts';

/** 异议回执 as PDF, for whoever holds the code: what was handed in, by when it is answered, and its fingerprint. */
export async function objectionReceipt(ctx: Ctx, code: string, site: string): Promise<Document> {
  const objection = await trackObjection(ctx, code);
  const all = objectionsWords[ctx.locale];
  const { lines: names, files, note, office, title, pageOf, file } = all.receiptPdf;
  const address = new URL(`/objections/${objection.code}`, site).href;
  const lines = [
    [names.code, objection.code], [names.notice, objection.noticeTitle], [names.about, objection.about ? `${objection.about} · ${all.kinds[objection.kind]}` : all.aboutAll],
    [names.received, beijingDay(objection.receivedAt)], [names.due, objection.answerDueOn], [names.manner, objection.isAnonymous ? all.anonymous : all.named],
    [names.evidence, files(objection.files.length)], [names.hash, objection.hash.replace(/(.{32})(?=.)/, '$1 ')],
  ];
  const plan = { title, office, madeOn: beijingDay(objection.receivedAt), lines, note, address, qr: renderSVG(address, { border: 2, ecc: 'M' }), pageOf };
  return { name: file(objection.code), format: 'pdf', content: await compilePdf('pilot/objections/receipt.typ', plan) };
}
