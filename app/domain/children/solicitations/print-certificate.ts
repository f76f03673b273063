import { allow } from '#app/domain/base/accounts/access.ts';
import { compilePdf } from '#app/domain/base/documents/compile-pdf.ts';
import type { Document } from '#app/domain/base/documents/model.ts';
import { officially } from '#app/domain/base/regions/name-in.ts';
import { getRegion } from '#app/domain/base/regions/read.ts';
import { solicitationsWords } from '#app/i18n/solicitations.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { beijingDay, longDay } from '#app/platform/dates.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { findSolicitation } from './find.ts';
import { shownWorks } from './read.ts';

/** 荣誉证书 of one honoured work; the author's name is written in by hand. */
export async function printCertificate(ctx: Ctx, id: string, workId: string): Promise<Document> {
  const solicitation = await findSolicitation(ctx, id);
  allow(ctx, 'solicitation.edit', solicitation);
  const [work] = await shownWorks(ctx, solicitation, [workId]);
  if (!work || work.prize === '' || !solicitation.decidedAt) throw new Refusal('work-not-found', 404);
  const words = solicitationsWords[ctx.locale].certificate;
  const { name: place } = await getRegion(officially(ctx), solicitation.regionCode);
  const plan = {
    title: words.title, name: words.name, text: words.text(solicitation.title, work.title), prize: work.prize, thanks: words.thanks, place, madeOn: beijingDay(solicitation.decidedAt), day: longDay(beijingDay(solicitation.decidedAt), ctx.locale),
    lang: ctx.locale === 'en' ? 'en' : 'zh',
  };
  return { name: words.file(work.number), format: 'pdf', content: await compilePdf('children/solicitations/certificate.typ', plan) };
}
