import { createHash } from 'node:crypto';
import { and, asc, desc, eq, isNotNull, isNull, sql } from 'drizzle-orm';
import { canonicalJson } from '#app/platform/canonical-json.ts';
import { type Change, change } from '#app/platform/change.ts';
import { countyCode } from '#app/platform/county-code.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { beijingDay } from '#app/platform/dates.ts';
import type { Plan } from './due.ts';
import type { Expiry, Slice } from './expiry.ts';
import { oneAtATime } from './hold.ts';
import { type Figures, type RecordClass, recordClasses, type Results, rules, sliceSize } from './model.ts';
import { planOf, scheduleVersion } from './schedule.ts';
import { retentionCertificates, retentionRuns } from './tables.server.ts';

type Run = typeof retentionRuns.$inferSelect;
export type Certificate = typeof retentionCertificates.$inferSelect;

/** 开始今晚的清理: the run of this day, begun once; one that was broken off on an earlier day is closed with what it had done. */
export function openRun(ctx: Ctx): Promise<Run> {
  return change(ctx, async (tx) => {
    await tx.db.execute(oneAtATime);
    const day = beijingDay(tx.now);
    for (const left of await tx.db.select().from(retentionRuns).where(and(eq(retentionRuns.isDry, false), isNull(retentionRuns.finishedAt), sql`${retentionRuns.day} < ${day}`))) await close(tx, left);
    await tx.db.insert(retentionRuns).values({ day, scheduleVersion: await scheduleVersion(tx), startedByName: tx.actor.name, startedAt: tx.now }).onConflictDoNothing();
    const [run] = await tx.db.select().from(retentionRuns).where(and(eq(retentionRuns.day, day), eq(retentionRuns.isDry, false)));
    await tx.record('retention.run-began', { id: run!.id, regionCode: '*' }, { day, scheduleVersion: run!.scheduleVersion });
    return run!;
  });
}

/** 清理一类: slice by slice, each one change with its line of the certificate; broken off anywhere, what is done is done and counted. */
export async function runClass(ctx: Ctx, run: Pick<Run, 'id'>, expiry: Expiry): Promise<Figures> {
  const { due, held } = await expiry.count(ctx, await planOf(ctx, expiry.recordClass));
  let done = 0;
  let after: string | undefined;
  for (let left = due; left > 0; left -= sliceSize) {
    const slice = await takeSlice(ctx, run, expiry, after);
    done += slice.regionCodes.length;
    if (slice.regionCodes.length === 0) break;
    after = slice.after;
  }
  await change(ctx, async (tx) => {
    await tx.db.update(retentionCertificates).set({ held }).where(of(run, expiry.recordClass));
    await noteResult(tx, run, expiry.recordClass, { due, held, done });
    await tx.record('retention.class-done', { id: run.id, regionCode: '*' }, { recordClass: expiry.recordClass, due, held, done });
  });
  return { due, held, done };
}

const of = ({ id }: { id: string }, recordClass: RecordClass) => and(eq(retentionCertificates.runId, id), eq(retentionCertificates.recordClass, recordClass), isNull(retentionCertificates.closedAt));

function takeSlice(ctx: Ctx, run: { id: string }, expiry: Expiry, after: string | undefined): Promise<Slice> {
  return change(ctx, async (tx) => {
    await tx.db.execute(oneAtATime);
    const plan = await planOf(tx, expiry.recordClass);
    const slice = await expiry.expire(tx, plan, sliceSize, after);
    const { regionCodes, files } = slice;
    if (regionCodes.length > 0) await certify(tx, run, expiry.recordClass, plan, regionCodes, files);
    await tx.record('retention.slice-done', { id: run.id, regionCode: '*' }, { recordClass: expiry.recordClass, many: regionCodes.length, files });
    return slice;
  });
}

async function certify(tx: Change, run: { id: string }, recordClass: RecordClass, plan: Plan, regionCodes: readonly string[], files: number): Promise<void> {
  const [before] = await tx.db.select().from(retentionCertificates).where(of(run, recordClass));
  const counties = { ...before?.counties };
  for (const code of regionCodes) counties[countyCode(code)] = (counties[countyCode(code)] ?? 0) + 1;
  const now = { many: (before?.many ?? 0) + regionCodes.length, files: (before?.files ?? 0) + files, counties };
  if (before) await tx.db.update(retentionCertificates).set(now).where(eq(retentionCertificates.id, before.id));
  else await tx.db.insert(retentionCertificates).values({ runId: run.id, recordClass, deed: rules[recordClass].deed, scheduleVersion: await scheduleVersion(tx), cutOffs: Object.fromEntries(plan.cutOffs), startedAt: tx.now, ...now });
}

async function noteResult(tx: Change, { id }: { id: string }, recordClass: RecordClass, now: Figures): Promise<void> {
  const [run] = await tx.db.select({ results: retentionRuns.results }).from(retentionRuns).where(eq(retentionRuns.id, id)).for('update');
  const earlier = run!.results[recordClass];
  const results: Results = { ...run!.results, [recordClass]: { due: now.due + (earlier?.done ?? 0), held: now.held, done: now.done + (earlier?.done ?? 0) } };
  await tx.db.update(retentionRuns).set({ results }).where(eq(retentionRuns.id, id));
}

/** 结束今晚的清理: every class that took something away gets its certificate. */
export function closeRun(ctx: Ctx, run: Pick<Run, 'id'>): Promise<number> {
  return change(ctx, async (tx) => {
    await tx.db.execute(oneAtATime);
    return close(tx, run);
  });
}

async function close(tx: Change, { id }: Pick<Run, 'id'>): Promise<number> {
  const open = await tx.db.select().from(retentionCertificates).where(and(eq(retentionCertificates.runId, id), isNull(retentionCertificates.closedAt)));
  const [last] = await tx.db.select({ number: retentionCertificates.number, hash: retentionCertificates.hash }).from(retentionCertificates).where(isNotNull(retentionCertificates.number)).orderBy(desc(retentionCertificates.number)).limit(1);
  let [number, previousHash] = [last?.number ?? 0, last?.hash ?? ''];
  for (const row of open.toSorted((a, b) => recordClasses.indexOf(a.recordClass) - recordClasses.indexOf(b.recordClass))) {
    number += 1;
    const closed = { ...row, number, previousHash, closedAt: tx.now };
    const hash = certificateHash(closed);
    await tx.db.update(retentionCertificates).set({ number, previousHash, hash, closedAt: tx.now }).where(eq(retentionCertificates.id, row.id));
    await tx.record('retention.certified', { id: row.id, regionCode: '*' }, { number, hash, recordClass: row.recordClass, many: row.many, files: row.files });
    previousHash = hash;
  }
  await tx.db.update(retentionRuns).set({ finishedAt: tx.now }).where(eq(retentionRuns.id, id));
  await tx.record('retention.run-ended', { id, regionCode: '*' }, { certificates: open.length });
  return open.length;
}

/** 证明的指纹: of everything it says and of the one before. */
export function certificateHash({ number, previousHash, runId, recordClass, deed, scheduleVersion: version, cutOffs, many, files, counties, held, startedAt, closedAt }: Omit<Certificate, 'hash' | 'id'>): string {
  const said = { number, previousHash, runId, recordClass, deed, version, cutOffs, many, files, counties, held, startedAt: startedAt.toISOString(), closedAt: closedAt?.toISOString() };
  return createHash('sha256').update(canonicalJson(said)).digest('hex');
}

/** 证明链是否完整: each hash is that of its row, and of the one before it. */
export async function isChainWhole(ctx: Ctx): Promise<boolean> {
  const rows = await ctx.db.select().from(retentionCertificates).where(isNotNull(retentionCertificates.number)).orderBy(asc(retentionCertificates.number));
  return rows.every((row, at) => row.number === at + 1 && row.previousHash === (rows[at - 1]?.hash ?? '') && row.hash === certificateHash(row));
}
