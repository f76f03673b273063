import { createHash } from 'node:crypto';
import { desc, sql } from 'drizzle-orm';
import { allow } from '#app/domain/base/accounts/access.ts';
import { needAssessment } from '#app/domain/children/impact-assessments/need-assessment.ts';
import { canonicalJson } from '#app/platform/canonical-json.ts';
import { change } from '#app/platform/change.ts';
import { type Ctx, system } from '#app/platform/ctx.ts';
import { NoticeInput } from './input.ts';
import { type Purpose, purposes } from './model.ts';
import type { NoticeContent } from './notice.ts';
import { childNotices } from './tables.server.ts';

/** 评估编号 of each purpose that needs one. */
export type AssessedBy = Partial<Record<Purpose, string>>;

/**
 * 发布规则: the next version; from this moment consents under the one before count for nothing until they are renewed (个人信息保护法 14).
 * A purpose that is new, or that is now another under its old name, is begun only under an approved assessment (55).
 */
export async function publishChildNotice(ctx: Ctx, given: NoticeContent, assessedBy: AssessedBy = {}): Promise<number> {
  const content = NoticeInput.parse(given);
  if (ctx.actor.id !== system.id) allow(ctx, 'child-notice.publish', { regionCode: '*' });
  return change(ctx, async (tx) => {
    await tx.db.execute(sql`select pg_advisory_xact_lock(hashtextextended('child notices', 0))`);
    const [last] = await tx.db.select({ version: childNotices.version, content: childNotices.content }).from(childNotices).orderBy(desc(childNotices.version)).limit(1);
    const begun = begunPurposes(last ? (last.content as NoticeContent) : null, content);
    for (const purpose of begun) await needAssessment(tx, assessedBy[purpose], { purpose }, '*');
    const version = (last?.version ?? 0) + 1;
    const hash = createHash('sha256').update(canonicalJson(content)).digest('hex');
    await tx.db.insert(childNotices).values({ version, hash, content, publishedAt: tx.now, publishedByName: tx.actor.name });
    const assessments = Object.fromEntries(begun.map((purpose) => [purpose, assessedBy[purpose]]));
    await tx.record('child-notice.published', { id: `child-notice-${version}`, regionCode: '*' }, { version, hash, assessments });
    return version;
  });
}

/** 新开始的目的: those that the version before did not have, or told otherwise, in Chinese, which binds. */
export function begunPurposes(before: NoticeContent | null, content: NoticeContent): Purpose[] {
  const told = (notice: NoticeContent | null, purpose: Purpose) => {
    const text = notice?.['zh-CN'].purposes[purpose];
    return text ? `${text.name}\n${text.why}` : null;
  };
  return purposes.filter((purpose) => told(content, purpose) !== null && told(before, purpose) !== told(content, purpose));
}
