import { and, asc, eq, gt, gte, inArray, lt, lte, sql } from 'drizzle-orm';
import type { MessageKind } from '#app/domain/base/inbox/model.ts';
import { tell } from '#app/domain/base/inbox/tell.ts';
import { whoMay } from '#app/domain/base/inbox/who-may.ts';
import { tellPeople } from '#app/domain/pilot/applications/tell-applicants.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { addDays, beijingDay, daysBetween } from '#app/platform/dates.ts';
import { inBatches } from '#app/platform/in-batches.ts';
import { certificateMeasures, certificates } from './tables.server.ts';

const said = {
  id: certificates.id, applicationId: certificates.applicationId, regionCode: certificates.regionCode, number: certificates.number,
  unit: sql<string>`${certificates.content} ->> 'unit'`, validUntil: certificates.validUntil,
};
const pageOf = (applicationId: string) => `/apply/${applicationId}/certificate`;

/** 告知持证单位: that a certificate was issued or replaced, suspended, reinstated or withdrawn. */
export async function tellHolder(ctx: Ctx, certificateId: string, kind: MessageKind, cause: string): Promise<string> {
  const [row] = await ctx.db.select(said).from(certificates).where(eq(certificates.id, certificateId));
  if (!row) return '';
  const params = { unit: row.unit, number: row.number, day: row.validUntil };
  return String(await tellPeople(ctx, kind, [{ id: row.applicationId, params, link: pageOf(row.applicationId), cause }]));
}

async function measureOf(ctx: Ctx, measureId: string) {
  const [row] = await ctx.db
    .select({ ...said, day: certificateMeasures.replyDueOn, openedBy: certificateMeasures.openedBy })
    .from(certificateMeasures)
    .innerJoin(certificates, eq(certificates.id, certificateMeasures.certificateId))
    .where(eq(certificateMeasures.id, measureId));
  return row;
}

/** 告知处置: that a measure is meant and until when it can be answered, or how it was decided. */
export async function tellMeasure(ctx: Ctx, measureId: string, kind: 'certificate-measure' | 'certificate-decided', cause: string): Promise<string> {
  const row = await measureOf(ctx, measureId);
  if (!row) return '';
  const params = { unit: row.unit, number: row.number, day: row.day };
  return String(await tellPeople(ctx, kind, [{ id: row.applicationId, params, link: pageOf(row.applicationId), cause }]));
}

/** 告知办公室: the holder has answered; whoever may decide hears of it, but not who proposed the measure. */
export async function tellDeciders(ctx: Ctx, measureId: string, cause: string): Promise<string> {
  const row = await measureOf(ctx, measureId);
  if (!row) return '';
  const people = (await whoMay(ctx, 'certificate.decide', row.regionCode)).filter((id) => id !== row.openedBy);
  return String(await tell(ctx, people, 'certificate-to-decide', { unit: row.unit, number: row.number }, `/desk/certificates/${row.id}`, cause));
}

/** 告知办公室有人申请换证. */
export async function tellRenewal(ctx: Ctx, certificateId: string, cause: string): Promise<string> {
  const [row] = await ctx.db.select(said).from(certificates).where(eq(certificates.id, certificateId));
  if (!row) return '';
  return String(await tell(ctx, await whoMay(ctx, 'certificate.issue', row.regionCode), 'certificate-renewal-asked', { unit: row.unit, number: row.number }, `/desk/certificates/${row.id}`, cause));
}

/** Days before the end at which the holder is reminded; each once. */
const reminders = [180, 90, 30, 7];

/** 到期提醒: the holders of what ends soon, and the office of what is ripe for a decision; run twice it says nothing twice. */
export async function watchCertificates(ctx: Ctx): Promise<string> {
  const today = beijingDay(ctx.now);
  const ending = (after: string, most: number) =>
    ctx.db
      .select(said)
      .from(certificates)
      .where(and(inArray(certificates.state, ['valid', 'suspended']), gte(certificates.validUntil, today), lte(certificates.validUntil, addDays(today, reminders[0]!)), gt(certificates.id, after)))
      .orderBy(asc(certificates.id))
      .limit(most);
  let told = 0;
  for await (const batch of inBatches(ending)) {
    const news = batch.map((row) => {
      const nearest = reminders.filter((days) => daysBetween(today, row.validUntil) <= days).at(-1)!;
      return { id: row.applicationId, params: { unit: row.unit, number: row.number, day: row.validUntil }, link: pageOf(row.applicationId), cause: `ends:${row.id}:${nearest}` };
    });
    told += await tellPeople(ctx, 'certificate-ending', news);
  }
  const ripe = await ctx.db
    .select({ id: certificateMeasures.id })
    .from(certificateMeasures)
    .where(and(eq(certificateMeasures.state, 'notified'), lt(certificateMeasures.replyDueOn, today)))
    .limit(500);
  for (const { id } of ripe) told += Number(await tellDeciders(ctx, id, `ripe:${id}`));
  return String(told);
}
