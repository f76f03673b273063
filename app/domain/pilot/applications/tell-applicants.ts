import { and, eq, inArray, sql } from 'drizzle-orm';
import type { MessageKind } from '#app/domain/base/inbox/model.ts';
import { tell } from '#app/domain/base/inbox/tell.ts';
import { regions } from '#app/domain/base/regions/tables.server.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { applicationAnswers, applications, submissions } from './tables.server.ts';
import { calls } from '#app/domain/pilot/calls/tables.server.ts';

/** 申报人: everybody who started, filled in or submitted an application. */
export async function peopleOf(ctx: Ctx, applicationId: string): Promise<string[]> {
  const { rows } = await ctx.db.execute<{ id: string }>(sql`
    select started_by as id from ${applications} where id = ${applicationId}
    union select saved_by from ${applicationAnswers} where application_id = ${applicationId}
    union select submitted_by from ${submissions} where application_id = ${applicationId}`);
  const found = rows.map((row) => row.id);
  const { rows: known } = await ctx.db.execute<{ id: string }>(sql`select id from users where ${inArray(sql`id`, found.length > 0 ? found : [''])} and disabled_at is null`);
  return known.map((row) => row.id);
}

/** 告知申报单位: how their application goes on; `cause` keeps it from being told twice. */
export async function tellApplicants(ctx: Ctx, applicationId: string, kind: MessageKind, cause: string): Promise<string> {
  const [row] = await ctx.db
    .select({ number: applications.number, unit: regions.name, day: applications.answerDueOn })
    .from(applications)
    .innerJoin(regions, eq(regions.code, applications.regionCode))
    .where(eq(applications.id, applicationId));
  if (!row) return '';
  return String(await tell(ctx, await peopleOf(ctx, applicationId), kind, { ...row, day: row.day ?? '' }, `/apply/${applicationId}`, cause));
}

/** 告知延期: everybody with an open draft of the call hears the new last day and its reason. */
export async function tellExtension(ctx: Ctx, callId: string, facts: Record<string, unknown>, cause: string): Promise<string> {
  const open = await ctx.db
    .select({ id: applications.id, title: calls.title })
    .from(applications)
    .innerJoin(calls, eq(calls.id, applications.callId))
    .where(and(eq(applications.callId, callId), eq(applications.status, 'draft')));
  let told = 0;
  for (const { id, title } of open) {
    told += await tell(ctx, await peopleOf(ctx, id), 'call-extended', { title, day: String(facts.to), reason: String(facts.reason) }, `/apply/${id}`, cause);
  }
  return String(told);
}
