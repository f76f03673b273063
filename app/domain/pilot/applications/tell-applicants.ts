import { and, asc, eq, gt, sql } from 'drizzle-orm';
import type { MessageKind, Params } from '#app/domain/base/inbox/model.ts';
import { tellEach } from '#app/domain/base/inbox/tell.ts';
import { regions } from '#app/domain/base/regions/tables.server.ts';
import { calls } from '#app/domain/pilot/calls/tables.server.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { inBatches } from '#app/platform/in-batches.ts';
import { applications } from './tables.server.ts';

/** 一份申报的消息: what everybody behind one application is told. */
export type News = { id: string; params: Params; link: string; cause: string };

/** 告知申报人: everybody who started, filled in or submitted these applications; two statements however many they are. */
export async function tellPeople(ctx: Ctx, kind: MessageKind, news: readonly News[]): Promise<number> {
  const people = await peopleOf(ctx, news.map(({ id }) => id));
  const tellings = news.flatMap(({ id, ...told }) => (people.get(id) ?? []).map((userId) => ({ userId, ...told })));
  return tellEach(ctx, kind, tellings);
}

async function peopleOf(ctx: Ctx, ids: readonly string[]): Promise<Map<string, string[]>> {
  const these = sql`any(${sql.param(ids)}::uuid[])`;
  const { rows } = await ctx.db.execute<{ id: string; people: string[] }>(sql`
    select worked.id, array_agg(users.id) as people
    from (
      select id, started_by as person from applications where id = ${these}
      union select application_id, saved_by from application_answers where application_id = ${these}
      union select application_id, submitted_by from submissions where application_id = ${these}
    ) worked
    join users on users.id = worked.person and users.disabled_at is null
    group by worked.id`);
  return new Map(rows.map((row) => [row.id, row.people]));
}

/** What a message says of an application: its number, its unit and the last day to answer. */
export function saidOf(ctx: Ctx) {
  return ctx.db
    .select({ id: applications.id, number: applications.number, unit: regions.name, day: sql<string>`coalesce(${applications.answerDueOn}::text, '')` })
    .from(applications)
    .innerJoin(regions, eq(regions.code, applications.regionCode))
    .$dynamic();
}

/** 告知申报单位: how their application goes on; `cause` keeps it from being told twice. */
export async function tellApplicants(ctx: Ctx, applicationId: string, kind: MessageKind, cause: string): Promise<string> {
  const [row] = await saidOf(ctx).where(eq(applications.id, applicationId));
  if (!row) return '';
  const { id, ...params } = row;
  return String(await tellPeople(ctx, kind, [{ id, params, link: `/apply/${id}`, cause }]));
}

/** 告知延期: everybody with an open draft of the call hears the new last day and its reason, so many applications at a time. */
export async function tellExtension(ctx: Ctx, callId: string, facts: Record<string, unknown>, cause: string, most?: number): Promise<string> {
  const [call] = await ctx.db.select({ title: calls.title }).from(calls).where(eq(calls.id, callId));
  if (!call) return '';
  const params = { title: call.title, day: String(facts.to), reason: String(facts.reason) };
  const drafts = (after: string, limit: number) =>
    ctx.db
      .select({ id: applications.id })
      .from(applications)
      .where(and(eq(applications.callId, callId), eq(applications.status, 'draft'), gt(applications.id, after)))
      .orderBy(asc(applications.id))
      .limit(limit);
  let told = 0;
  for await (const batch of inBatches(drafts, most)) {
    told += await tellPeople(ctx, 'call-extended', batch.map(({ id }) => ({ id, params, link: `/apply/${id}`, cause })));
  }
  return String(told);
}
