import { countDistinct, eq, sql } from 'drizzle-orm';
import { allow } from '#app/domain/base/accounts/access.ts';
import { readingProblems } from '#app/domain/children/child-versions/reading-level.ts';
import { citable } from '#app/domain/children/impact-assessments/read.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { within } from './inside-identity.ts';
import { purposes } from './model.ts';
import { currentNotice, type NoticeContent } from './notice.ts';
import { changesOf } from './notice-words.ts';
import { begunPurposes } from './publish-notice.ts';
import { consents, guardianships } from './tables.server.ts';

/**
 * 发布之前看一看: what is different from the rules in force, which child sentences are hard to read, which purposes need an assessment and
 * which ones can be cited, and how many guardians and children the new version asks again.
 */
export async function reviewNotice(ctx: Ctx, content: NoticeContent) {
  allow(ctx, 'child-notice.publish', { regionCode: '*' });
  const current = await currentNotice(ctx);
  const begun = begunPurposes(current.content, content);
  const { child, purposes: told } = content['zh-CN'];
  const sentences = [...child, ...purposes.map((purpose) => told[purpose].child)].map((text) => ({ text, problems: readingProblems(text, 'primary') }));
  const needed = [];
  for (const purpose of begun) needed.push({ purpose, citable: await citable(ctx, { purpose }) });
  return {
    version: current.version + 1,
    changes: changesOf(current.content, content),
    hard: sentences.filter(({ problems }) => problems.length > 0),
    begun: needed,
    asked: await countAsked(ctx, current.version),
  };
}

/** 要重新征求的: guardians who have a child here, and children of whom something is agreed to now. */
async function countAsked(ctx: Ctx, version: number): Promise<{ guardians: number; children: number }> {
  return within(ctx.db, async (db) => {
    const [people] = await db.select({ many: countDistinct(guardianships.userId) }).from(guardianships);
    const newest = db.selectDistinctOn([consents.childId, consents.purpose], { childId: consents.childId, decision: consents.decision, version: consents.noticeVersion }).from(consents).orderBy(consents.childId, consents.purpose, sql`${consents.id} desc`).as('newest');
    const [kids] = await db.select({ many: countDistinct(newest.childId) }).from(newest).where(sql`${eq(newest.decision, 'given')} and ${eq(newest.version, version)}`);
    return { guardians: people?.many ?? 0, children: kids?.many ?? 0 };
  });
}
