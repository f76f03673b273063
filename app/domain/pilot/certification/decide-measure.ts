import { and, eq, ne } from 'drizzle-orm';
import { allow } from '#app/domain/base/accounts/access.ts';
import { change, type Change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { beijingDay } from '#app/platform/dates.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { levelOn } from './award-levels.ts';
import { holdCertificate, holdMeasure, openMeasureOf } from './hold.ts';
import type { DecideMeasureInput } from './input.ts';
import { mayDecide, standingOf } from './model.ts';
import { setState } from './set-state.ts';
import { certificateMeasures } from './tables.server.ts';
import { replaceOld, writeCertificate } from './write-certificate.ts';

type Held = Awaited<ReturnType<typeof holdMeasure>>;

/** 决定处置: by somebody other than who proposed it, after the holder answered or had the time to. */
export function decideMeasure(ctx: Ctx, measureId: string, { outcome, reason }: DecideMeasureInput): Promise<void> {
  return change(ctx, async (tx) => {
    const held = await holdMeasure(tx, measureId);
    const { certificate, measure } = held;
    allow(tx, 'certificate.decide', certificate);
    const today = beijingDay(tx.now);
    if (measure.state === 'decided') throw new Refusal('measure-decided');
    if (measure.openedBy === tx.actor.id) throw new Refusal('measure-own', 403);
    if (!mayDecide(measure, today)) throw new Refusal('reply-still-open');
    await tx.db
      .update(certificateMeasures)
      .set({ state: 'decided', outcome, reason, decidedByName: tx.actor.name, decidedAt: tx.now })
      .where(and(eq(certificateMeasures.id, measureId), ne(certificateMeasures.state, 'decided')));
    await tx.record('certificate.measure-decided', certificate, { number: certificate.number, measureId, kind: measure.kind, outcome, applicationId: certificate.applicationId });
    if (outcome === 'taken') await take(tx, held, reason, today);
    else if (measure.isInterim && certificate.state === 'suspended') await setState(tx, certificate, 'valid', reason);
  });
}

async function take(tx: Change, { certificate, measure }: Held, reason: string, today: string): Promise<void> {
  const standing = standingOf(certificate, today);
  if (measure.kind === 'withdraw') return setState(tx, certificate, 'withdrawn', reason);
  if (standing !== 'valid' && standing !== 'suspended') throw new Refusal('certificate-not-standing');
  if (measure.kind === 'suspend') return setState(tx, certificate, 'suspended', reason);
  const level = measure.toLevel!;
  const { name, about, needs, grades } = await levelOn(tx, level, today);
  const grade = grades.find(({ id }) => id === measure.toGrade);
  const { applicationId, noticeId, regionCode, validUntil, id: replacesId } = certificate;
  const content = { ...certificate.content, level: name, about, needs, grade: grade ? { zh: grade.zh, en: grade.en } : null };
  const made = await writeCertificate(tx, { applicationId, noticeId, regionCode, level, grade: measure.toGrade, issuedOn: today, validUntil, replacesId, content });
  return replaceOld(tx, certificate, made.number, 'lowered');
}

/** 恢复证书: a suspension that was decided ends when its cause is gone. */
export function reinstateCertificate(ctx: Ctx, id: string, reason: string): Promise<void> {
  return change(ctx, async (tx) => {
    const certificate = await holdCertificate(tx, id);
    allow(tx, 'certificate.decide', certificate);
    if (standingOf(certificate, beijingDay(tx.now)) !== 'suspended') throw new Refusal('certificate-not-suspended');
    if (await openMeasureOf(tx, id)) throw new Refusal('measure-open');
    await setState(tx, certificate, 'valid', reason);
  });
}
