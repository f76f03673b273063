import { desc, eq } from 'drizzle-orm';
import { type Ctx, type Locale, system } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';
import type { Purpose } from './model.ts';
import { childNotices } from './tables.server.ts';

export type NoticePart = { heading: string; lines: string[] };
/** 规则正文: for adults part by part, for children sentence by sentence, and what each purpose means. */
export type NoticeText = { adult: NoticePart[]; child: string[]; purposes: Record<Purpose, { name: string; why: string; child: string; refusing: string }>; contact: string };
export type NoticeContent = Record<Locale, NoticeText>;
export type Notice = { version: number; hash: string; content: NoticeContent; publishedAt: Date };

const shown = { version: childNotices.version, hash: childNotices.hash, content: childNotices.content, publishedAt: childNotices.publishedAt };

/** 现行规则. */
export async function currentNotice(ctx: Ctx): Promise<Notice> {
  const [row] = await ctx.db.select(shown).from(childNotices).orderBy(desc(childNotices.version)).limit(1);
  if (!row) throw new Refusal('child-notice-missing', 503);
  return { ...row, content: row.content as NoticeContent };
}

/** 某一版规则, as it was published. */
export async function noticeOf(ctx: Ctx, version: number): Promise<Notice> {
  const [row] = await ctx.db.select(shown).from(childNotices).where(eq(childNotices.version, version));
  if (!row) throw new Refusal('not-found', 404);
  return { ...row, content: row.content as NoticeContent };
}

/** 历次版本, the newest first; what no person published is the system's. */
export async function listNotices(ctx: Ctx) {
  const rows = await ctx.db.select({ version: childNotices.version, hash: childNotices.hash, publishedAt: childNotices.publishedAt, publishedByName: childNotices.publishedByName }).from(childNotices).orderBy(desc(childNotices.version)).limit(50);
  return rows.map((row) => ({ ...row, isSystems: row.publishedByName === system.name }));
}
