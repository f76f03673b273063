import { createHash } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { allow } from '#app/domain/base/accounts/access.ts';
import { canonicalJson } from '#app/platform/canonical-json.ts';
import { change } from '#app/platform/change.ts';
import { type Ctx, system } from '#app/platform/ctx.ts';
import { NoticeInput } from './input.ts';
import type { NoticeContent } from './notice.ts';
import { childNotices } from './tables.server.ts';

/** 发布规则: the next version; from this moment consents under the one before count for nothing until they are renewed (个人信息保护法 14). */
export async function publishChildNotice(ctx: Ctx, given: NoticeContent): Promise<number> {
  const content = NoticeInput.parse(given);
  if (ctx.actor.id !== system.id) allow(ctx, 'child-notice.publish', { regionCode: '*' });
  return change(ctx, async (tx) => {
    await tx.db.execute(sql`select pg_advisory_xact_lock(hashtextextended('child notices', 0))`);
    const [last] = await tx.db.select({ version: sql<number>`coalesce(max(${childNotices.version}), 0)::int` }).from(childNotices);
    const version = last!.version + 1;
    const hash = createHash('sha256').update(canonicalJson(content)).digest('hex');
    await tx.db.insert(childNotices).values({ version, hash, content, publishedAt: tx.now, publishedByName: tx.actor.name });
    await tx.record('child-notice.published', { id: `child-notice-${version}`, regionCode: '*' }, { version, hash });
    return version;
  });
}
