import { and, eq, isNull } from 'drizzle-orm';
import { pilots } from '#app/domain/base/communities/tables.server.ts';
import { getEdition } from '#app/domain/base/standard/read.ts';
import type { SelfCheckLevel } from '#app/domain/pilot/applications/model.ts';
import { applications, submissions } from '#app/domain/pilot/applications/tables.server.ts';
import { calls } from '#app/domain/pilot/calls/tables.server.ts';
import type { Ctx } from '#app/platform/ctx.ts';

/** 试点的自查: how far the community said it was, rule by rule, in the submission that was accepted, with the sections it looked at; its notes stay inside. */
export async function pilotSelfCheck(ctx: Ctx, pilotId: string) {
  const [row] = await ctx.db
    .select({ editionId: calls.editionId, content: submissions.content })
    .from(pilots)
    .innerJoin(applications, eq(applications.id, pilots.applicationId))
    .innerJoin(calls, eq(calls.id, applications.callId))
    .innerJoin(
      submissions,
      and(eq(submissions.applicationId, applications.id), eq(submissions.round, applications.round), isNull(submissions.withdrawnAt)),
    )
    .where(eq(pilots.id, pilotId));
  if (!row || row.content.selfCheck.length === 0) return undefined;
  const levels = Object.fromEntries(row.content.selfCheck.map(({ ruleId, level }) => [ruleId, level as SelfCheckLevel]));
  return { sections: (await getEdition(ctx, row.editionId)).sections, levels };
}
