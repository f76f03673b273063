import { eq } from 'drizzle-orm';
import { allow } from '#app/domain/base/accounts/access.ts';
import { change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { addDays, beijingDay, daysBetween } from '#app/platform/dates.ts';
import { type Outcome, oneByOne } from '#app/platform/one-by-one.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { levelOn } from './award-levels.ts';
import { holdCertificate, openMeasureOf } from './hold.ts';
import { isRenewable, lastDayOf, standingOf } from './model.ts';
import { certificates } from './tables.server.ts';
import { replaceOld, writeCertificate } from './write-certificate.ts';

/** 申请换证: by the holder, once the end is near enough. */
export function askRenewal(ctx: Ctx, id: string, note: string): Promise<void> {
  return change(ctx, async (tx) => {
    const certificate = await holdCertificate(tx, id);
    allow(tx, 'certificate.answer', { regionCode: certificate.applicantCode });
    const today = beijingDay(tx.now);
    if (standingOf(certificate, today) !== 'valid') throw new Refusal('certificate-not-standing');
    const { renewalDays } = await levelOn(tx, certificate.level, today);
    if (!isRenewable({ renewalDays }, daysBetween(today, certificate.validUntil))) throw new Refusal('renewal-too-early');
    if (certificate.renewalAskedAt) throw new Refusal('renewal-asked');
    await tx.db.update(certificates).set({ renewalAskedAt: tx.now, renewalNote: note }).where(eq(certificates.id, id));
    await tx.record('certificate.renewal-asked', certificate, { number: certificate.number });
  });
}

/** 换证, row by row: the new one counts from today, adds its whole time to that of the old one, and takes its place. */
export function renewCertificates(ctx: Ctx, ids: readonly string[]): Promise<Outcome[]> {
  if (ids.length === 0) throw new Refusal('certificates-none-chosen', 400);
  return oneByOne(ids, (id) => renewCertificate(ctx, id));
}

export function renewCertificate(ctx: Ctx, id: string): Promise<{ id: string; number: string }> {
  return change(ctx, async (tx) => {
    const certificate = await holdCertificate(tx, id);
    allow(tx, 'certificate.issue', certificate);
    const today = beijingDay(tx.now);
    if (standingOf(certificate, today) !== 'valid') throw new Refusal('certificate-not-standing');
    if (await openMeasureOf(tx, id)) throw new Refusal('measure-open');
    const setting = await levelOn(tx, certificate.level, today);
    if (!isRenewable(setting, daysBetween(today, certificate.validUntil))) throw new Refusal('renewal-too-early');
    const { applicationId, noticeId, regionCode, level, grade } = certificate;
    const found = setting.grades.find((one) => one.id === grade);
    const content = { ...certificate.content, level: setting.name, about: setting.about, needs: setting.needs, grade: found ? { zh: found.zh, en: found.en } : certificate.content.grade };
    const validUntil = lastDayOf(addDays(certificate.validUntil, 1), setting.validMonths);
    const made = await writeCertificate(tx, { applicationId, noticeId, regionCode, level, grade, issuedOn: today, validUntil, replacesId: id, content });
    await replaceOld(tx, certificate, made.number, 'renewed');
    return made;
  });
}
