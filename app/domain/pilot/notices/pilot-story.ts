import { eq } from 'drizzle-orm';
import { holdsOf } from './holds.ts';
import { notices } from './tables.server.ts';
import { pilots } from '#app/domain/base/communities/tables.server.ts';
import { applications } from '#app/domain/pilot/applications/tables.server.ts';
import { decisions } from '#app/domain/pilot/review/tables.server.ts';
import type { Ctx } from '#app/platform/ctx.ts';

/** 从申报到试点: the days everybody may know of the way a pilot went; scores and names of reviewers stay inside. */
export async function pilotStory(ctx: Ctx, pilotId: string) {
  const [row] = await ctx.db
    .select({
      number: applications.number, submittedAt: applications.submittedAt, decidedAt: decisions.decidedAt, reviews: decisions.reviews,
      noticeId: notices.id, startsOn: notices.startsOn, endsOn: notices.endsOn, finalAt: notices.finalAt, since: pilots.since, holds: holdsOf(notices.id),
    })
    .from(pilots)
    .innerJoin(applications, eq(applications.id, pilots.applicationId))
    .innerJoin(notices, eq(notices.id, pilots.noticeId))
    .leftJoin(decisions, eq(decisions.applicationId, pilots.applicationId))
    .where(eq(pilots.id, pilotId));
  if (!row) return undefined;
  const { holds, ...story } = row;
  return { ...story, objections: holds.all };
}
