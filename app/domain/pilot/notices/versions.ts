import { and, desc, eq, sql } from 'drizzle-orm';
import type { Ctx } from '#app/platform/ctx.ts';
import { canonicalJson } from '#app/platform/canonical-json.ts';
import { isId } from '#app/platform/is-id.ts';
import { Refusal } from '#app/platform/refusal.ts';
import type { NoticeContent } from './model.ts';
import { noticeVersions } from './tables.server.ts';

/** 更正记录: every version that was shown, newest first, for everybody; the newest with its method statement. */
export function listVersions(ctx: Ctx, noticeId: string) {
  return ctx.db
    .select({ version: noticeVersions.version, hash: noticeVersions.hash, reason: noticeVersions.reason, publishedAt: noticeVersions.publishedAt, method })
    .from(noticeVersions)
    .where(eq(noticeVersions.noticeId, noticeId))
    .orderBy(desc(noticeVersions.version))
    .limit(200);
}

const method = sql<NoticeContent['method']>`case when row_number() over (order by ${noticeVersions.version} desc) = 1 then nullif(${noticeVersions.content} -> 'method', 'null') end`;

/** 一版公示 with its text as it is hashed, byte for byte. */
export async function getVersion(ctx: Ctx, noticeId: string, version: number) {
  const [row] = isId(noticeId) && Number.isInteger(version) && version > 0 && version < 10_000
    ? await ctx.db.select().from(noticeVersions).where(and(eq(noticeVersions.noticeId, noticeId), eq(noticeVersions.version, version)))
    : [];
  if (!row) throw new Refusal('notice-version-not-found', 404);
  return { ...row, text: canonicalJson(row.content) };
}
