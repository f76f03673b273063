import { allow } from '#app/domain/base/accounts/access.ts';
import { addWorkdays } from '#app/domain/base/calendar/read.ts';
import { change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { beijingDay } from '#app/platform/dates.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { levelOn } from './award-levels.ts';
import { holdCertificate, openMeasureOf } from './hold.ts';
import type { OpenMeasureInput } from './input.ts';
import { canBeMeasured, isLower, type Level, levels, standingOf } from './model.ts';
import { setState } from './set-state.ts';
import { certificateMeasures } from './tables.server.ts';

/**
 * 提出处置: suspension, downgrade or withdrawal, with its grounds; the holder has working days to answer before anything is decided.
 * Where it cannot wait, the certificate is suspended meanwhile.
 */
export function openMeasure(ctx: Ctx, certificateId: string, { kind, to, grounds, isInterim }: OpenMeasureInput): Promise<string> {
  return change(ctx, async (tx) => {
    const certificate = await holdCertificate(tx, certificateId);
    allow(tx, 'certificate.measure', certificate);
    const today = beijingDay(tx.now);
    const standing = standingOf(certificate, today);
    if (!canBeMeasured(standing, kind)) throw new Refusal('certificate-not-standing');
    if (await openMeasureOf(tx, certificateId)) throw new Refusal('measure-open');
    const setting = await levelOn(tx, certificate.level, today);
    const lower = kind === 'downgrade' ? await lowerOf(tx, certificate, to) : { level: null, grade: null };
    const replyDueOn = await addWorkdays(tx, today, setting.replyDays);
    const [row] = await tx.db
      .insert(certificateMeasures)
      .values({
        certificateId, kind, toLevel: lower.level, toGrade: lower.grade, grounds, isInterim: isInterim && standing === 'valid', replyDueOn,
        openedBy: tx.actor.id, openedByName: tx.actor.name, openedAt: tx.now,
      })
      .returning({ id: certificateMeasures.id });
    await tx.record('certificate.measure-opened', certificate, { number: certificate.number, measureId: row!.id, kind, replyDueOn, applicationId: certificate.applicationId });
    if (isInterim && standing === 'valid') await setState(tx, certificate, 'suspended', grounds);
    return row!.id;
  });
}

/** What a downgrade leads to: level and grade, as `certified:good`. */
async function lowerOf(ctx: Ctx, from: { level: Level; grade: string | null }, to: string): Promise<{ level: Level; grade: string | null }> {
  const [name, grade = ''] = to.split(':');
  const level = levels.find((one) => one === name);
  if (!level) throw new Refusal('certificate-not-lower', 400);
  const { grades } = await levelOn(ctx, level, beijingDay(ctx.now));
  const isKnown = grades.length === 0 ? grade === '' : grades.some(({ id }) => id === grade);
  if (!isKnown || !isLower(from, { level, grade: grade || null }, grades)) throw new Refusal('certificate-not-lower', 400);
  return { level, grade: grade || null };
}
