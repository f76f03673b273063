import { eq, max, sql } from 'drizzle-orm';
import { allow } from '#app/domain/base/accounts/access.ts';
import { getRegion } from '#app/domain/base/regions/read.ts';
import { type Change, change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { beijingDay } from '#app/platform/dates.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { holdAssessment, ofVersion } from './hold.ts';
import type { AssessmentInput } from './input.ts';
import { type Content, mostYears } from './model.ts';
import { impactAssessments, impactVersions } from './tables.server.ts';

/** 新建评估: its first version, a draft. */
export function writeAssessment(ctx: Ctx, regionCode: string, input: AssessmentInput): Promise<string> {
  return change(ctx, async (tx) => {
    allow(tx, 'impact.write', { regionCode });
    if (regionCode !== '*') await getRegion(tx, regionCode);
    needValidUntil(tx, input);
    const { id, number } = await newAssessment(tx, regionCode, 'own');
    await tx.db.insert(impactVersions).values({ assessmentId: id, version: 1, ...written(tx, input) });
    await tx.record('impact.written', { id, regionCode }, { number, version: 1 });
    return id;
  });
}

/** 修改评估: a draft or a returned version as it stands; of an approved one the next version begins. */
export function reviseAssessment(ctx: Ctx, id: string, input: AssessmentInput): Promise<number> {
  return change(ctx, async (tx) => {
    const { assessment, version: last } = await holdAssessment(tx, id);
    allow(tx, 'impact.write', assessment);
    if (last.state === 'submitted') throw new Refusal('impact-submitted');
    needValidUntil(tx, input);
    const isNext = last.state === 'approved' || last.state === 'withdrawn';
    const version = isNext ? last.version + 1 : last.version;
    if (isNext) await tx.db.insert(impactVersions).values({ assessmentId: id, version, ...written(tx, input) });
    else await tx.db.update(impactVersions).set({ ...written(tx, input), state: 'draft', submittedAt: null, decidedBy: null, decidedByName: null, decidedAt: null, note: '' }).where(ofVersion(last));
    await tx.record('impact.written', assessment, { number: assessment.number, version });
    return version;
  });
}

/** The next number of the year: PIA-2026-003. */
export async function newAssessment(tx: Change, regionCode: string, origin: 'own' | 'delivered') {
  const year = Number(beijingDay(tx.now).slice(0, 4));
  await tx.db.execute(sql`select pg_advisory_xact_lock(hashtextextended('impact assessments', 0))`);
  const [last] = await tx.db.select({ running: max(impactAssessments.running) }).from(impactAssessments).where(eq(impactAssessments.year, year));
  const running = (last?.running ?? 0) + 1;
  const number = `PIA-${year}-${String(running).padStart(3, '0')}`;
  const [row] = await tx.db.insert(impactAssessments).values({ number, year, running, regionCode, origin, createdAt: tx.now, createdByName: tx.actor.name }).returning({ id: impactAssessments.id });
  return { id: row!.id, number };
}

/** What stands beside the content for lists and for the gate. */
export function written(tx: Change, content: Content) {
  const { title, purposes, triggers, validUntil } = content;
  return { title, purposes, triggers, validUntil, content, writtenBy: tx.actor.id, writtenByName: tx.actor.name, writtenAt: tx.now };
}

/** 有效期: from today on, and three years at most. */
export function needValidUntil(ctx: Ctx, { validUntil }: { validUntil: string }): void {
  const today = beijingDay(ctx.now);
  if (validUntil < today || validUntil > `${Number(today.slice(0, 4)) + mostYears}${today.slice(4)}`) throw new Refusal('impact-period', 422);
}
