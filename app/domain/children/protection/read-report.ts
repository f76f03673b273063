import { and, asc, desc, eq, gt, type SQL, sql } from 'drizzle-orm';
import { unionAll } from 'drizzle-orm/pg-core';
import { inside } from '#app/db/sealed.ts';
import { unseal } from '#app/domain/base/accounts/sealed.ts';
import { getFile, type StoredFile } from '#app/domain/base/files/read.ts';
import { sharesFrom } from '#app/domain/children/sharing/read.ts';
import { change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { mayReadReports } from './duty.ts';
import { getReport } from './hold-report.ts';
import { readingMinutes } from './model.ts';
import { protectionKnowing, protectionReadings, protectionReports } from './tables.server.ts';

type At = { regionCode: string; id: string };
const most = 50;

/**
 * 保护报告 of a region: for whoever may read them all of them, without what they are about; and how far each has come that this person
 * opened here, not a word of what it says or what was done. One look into the sealed room for both.
 */
export async function listReports(ctx: Ctx, regionCode: string) {
  if (ctx.actor.id === '') return { mayRead: false, reports: [], own: [] };
  const mayRead = await mayReadReports(ctx, regionCode);
  const { id, state, openedAt, closedAt } = protectionReports;
  const here = eq(protectionReports.regionCode, regionCode);
  const rows = await inside(ctx.db, 'protection', (db) => {
    const lines = (isOwn: boolean, which: SQL | undefined) => db.select({ id, state, openedAt, closedAt, isOwn: sql<boolean>`${sql.raw(String(isOwn))}`.as('is_own') }).from(protectionReports).where(which).orderBy(desc(id)).limit(most);
    const own = lines(true, and(here, eq(protectionReports.openedBy, ctx.actor.id)));
    return mayRead ? unionAll(own, lines(false, here)) : own;
  });
  const newest = rows.toSorted((a, b) => (a.id < b.id ? 1 : -1));
  return {
    mayRead,
    reports: newest.filter(({ isOwn }) => !isOwn).map((row) => ({ id: row.id, state: row.state, openedAt: row.openedAt })),
    own: newest.filter(({ isOwn }) => isOwn).map((row) => ({ id: row.id, state: row.state, openedAt: row.openedAt, closedAt: row.closedAt })),
  };
}

/** 报告封面: when, where from, who was told and who knows; what it says and who reported it only while this person's reading lasts. */
export async function coverOf(ctx: Ctx, at: At) {
  const report = await getReport(ctx, at);
  const { knowing, readings, open } = await inside(ctx.db, 'protection', async (db) => ({
    knowing: await db.select().from(protectionKnowing).where(eq(protectionKnowing.reportId, at.id)).orderBy(asc(protectionKnowing.toldAt)),
    readings: await db.select({ name: protectionReadings.readByName, reason: protectionReadings.reason, at: protectionReadings.at }).from(protectionReadings).where(eq(protectionReadings.reportId, at.id)).orderBy(desc(protectionReadings.id)).limit(50),
    open: await db.select({ until: protectionReadings.until }).from(protectionReadings)
      .where(and(eq(protectionReadings.reportId, at.id), eq(protectionReadings.readBy, ctx.actor.id), gt(protectionReadings.until, ctx.now))).limit(1),
  }));
  const referred = report.state === 'open' ? [] : await sharesFrom(ctx, at.regionCode, 'protection', at.id);
  const { id, source, about, basis, state, openedAt, openedByName, closedAt, closedBy, closedByName, holdEnding, holdEndedAt, holdEndedByName } = report;
  return {
    id, source, about, basis, state, openedAt, closedAt, closedByName, holdEnding, holdEndedAt, holdEndedByName, knowing, readings, referred,
    mayEndHold: state === 'closed' && holdEndedAt === null && closedBy !== ctx.actor.id,
    content: open.length > 0 ? { openedByName, noticed: unseal(report.sealedNoticed, 'protection'), texts: JSON.parse(unseal(report.sealedEvidence, 'protection')) as { field: string; text: string }[], files: report.files, until: open[0]!.until, closing: report.sealedClosing ? unseal(report.sealedClosing, 'protection') : null,
      holdReason: report.sealedHoldReason ? unseal(report.sealedHoldReason, 'protection') : null } : null,
  };
}

/** 说明理由后查阅: the reading is written down before anything is shown, and ends by itself. */
export function openReading(ctx: Ctx, at: At, reason: string): Promise<void> {
  return change(ctx, async (tx) => {
    const report = await getReport(tx, at);
    if (reason.trim().length < 4) throw new Refusal('protection-reason', 422);
    await inside(tx.db, 'protection', (db) =>
      db.insert(protectionReadings).values({ reportId: report.id, readBy: tx.actor.id, readByName: tx.actor.name, reason: reason.trim(), at: tx.now, until: new Date(tx.now.getTime() + readingMinutes * 60_000) }));
    await tx.record('protection.read', report, { reason: reason.trim() });
  });
}

/** 打开证据附件, while one's reading lasts. */
export async function evidenceFile(ctx: Ctx, at: At, fileId: string): Promise<StoredFile> {
  const { content, holdEndedAt } = await coverOf(ctx, at);
  if (holdEndedAt || !content?.files.some((file) => file.fileId === fileId)) throw new Refusal('protection-not-found', 404);
  return getFile(ctx, fileId);
}
