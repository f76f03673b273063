import { renderSVG } from 'uqr';
import { compilePdf } from '#app/domain/base/documents/compile-pdf.ts';
import type { Document } from '#app/domain/base/documents/model.ts';
import { certificationWords } from '#app/i18n/certification.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { shortDay } from '#app/platform/dates.ts';
import { limit } from '#app/platform/limit.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { houseAddress } from './keys.ts';
import { getByNumber } from './register.ts';

/** 证书 PDF: both languages on one sheet, the address of its check as a square code, the credential carried inside. Only one that stands is printed. */
export async function certificateDocument(ctx: Ctx, typed: string): Promise<Document> {
  const { number, content, issuedOn, validUntil, standing, credential, regionCode } = await getByNumber(ctx, typed);
  if (standing !== 'valid') throw new Refusal('certificate-not-valid', 410);
  await limit(ctx, `certificate-pdf:${ctx.address ?? ctx.actor.id}`, 60, 600); // the press is everybody's
  const address = `${houseAddress()}/certificates/${number}`;
  const [zh, en] = [certificationWords['zh-CN'].paper, certificationWords.en.paper];
  const day = (text: string, locale: string) => shortDay(text, locale).replaceAll(' ', locale === 'en' ? ' ' : '');
  const plan = {
    number, address, qr: renderSVG(address, { border: 0, ecc: 'M' }), issuedOn,
    attached: { name: 'certificate.json', content: JSON.stringify(credential, null, 1), about: zh.attached },
    unit: content.unit, place: content.place.join(''), regionCode, level: content.level, grade: content.grade,
    zh: { ...zh, body: zh.body(content.call.zh), issued: day(issuedOn, 'zh-CN'), until: day(validUntil, 'zh-CN') },
    en: { ...en, body: en.body(content.call.en), issued: day(issuedOn, 'en'), until: day(validUntil, 'en') },
  };
  return { name: `${content.unit} ${content.level.zh} ${number}`, format: 'pdf', content: await compilePdf('pilot/certification/certificate.typ', plan, 'a-3a') };
}
