import { eq, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { within } from '#app/domain/base/accounts/scope.ts';
import { applications } from '#app/domain/pilot/applications/tables.server.ts';
import { decisions } from '#app/domain/pilot/review/tables.server.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { noDraft } from './advice.ts';
import { decisionDrafts, secondRoundClosings, secondRounds } from './tables.server.ts';

/** 决定的进展 in one question: the decision, the draft of its explanation, the second round, and how many of the call are accepted; for those who have asked already whether they may see the review. */
export async function decisionState(ctx: Ctx, applicationId: string) {
  const others = alias(applications, 'others');
  const taken = sql<number>`(select count(*)::int from ${applications} as others where ${others.callId} = ${applications.callId} and ${others.status} = 'accepted' and ${within(ctx, 'application.queue', others.regionCode)})`;
  const [row] = await ctx.db
    .select({ decision: decisions, draft: decisionDrafts, opening: secondRounds, closing: secondRoundClosings, taken })
    .from(applications)
    .leftJoin(decisions, eq(decisions.applicationId, applications.id))
    .leftJoin(decisionDrafts, eq(decisionDrafts.applicationId, applications.id))
    .leftJoin(secondRounds, eq(secondRounds.applicationId, applications.id))
    .leftJoin(secondRoundClosings, eq(secondRoundClosings.applicationId, applications.id))
    .where(eq(applications.id, applicationId));
  const { decision, draft, opening, closing } = row!;
  return { decision, draft: draft ?? noDraft, second: opening && { ...opening, closing }, taken: row!.taken };
}
