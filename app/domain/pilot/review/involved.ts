import { type SQL, sql } from 'drizzle-orm';
import { applications, submissions } from '#app/domain/pilot/applications/tables.server.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { assignments } from './tables.server.ts';

/** 参与其中: whether this person of the office was asked to review the application, or started or handed it in. */
export async function isInvolved(ctx: Ctx, applicationId: string): Promise<boolean> {
  const me = ctx.actor.id;
  const { rows } = await ctx.db.execute<{ yes: boolean }>(sql`
    select exists (select 1 from ${assignments} where ${assignments.applicationId} = ${applicationId} and ${assignments.expertId} = ${me})
      or exists (select 1 from ${applications} where ${applications.id} = ${applicationId} and ${applications.startedBy} = ${me})
      or exists (select 1 from ${submissions} where ${submissions.applicationId} = ${applicationId} and ${submissions.submittedBy} = ${me}) as yes`);
  return rows[0]!.yes;
}

/** Whoever has a part in an application reads and settles nothing of its review in the office's place. */
export async function refuseInvolved(ctx: Ctx, applicationId: string): Promise<void> {
  if (await isInvolved(ctx, applicationId)) throw new Refusal('involved-in-application', 403);
}

/** The applications in which this person has no part, for a list. */
export function notInvolved(ctx: Ctx): SQL {
  const me = ctx.actor.id;
  return sql`not (${applications.startedBy} = ${me} or exists (select 1 from ${assignments} mine where mine.application_id = ${applications.id} and mine.expert_id = ${me})
    or exists (select 1 from ${submissions} handed where handed.application_id = ${applications.id} and handed.submitted_by = ${me}))`;
}
