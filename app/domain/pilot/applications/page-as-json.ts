import { type SQL, sql } from 'drizzle-orm';
import { allowAnywhere, mayAnywhere, regionsFor, type Verb } from '#app/domain/base/accounts/access.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { prepared } from '#app/platform/prepared.ts';
import type { Status } from './model.ts';

export type JsonPageFilter = { region?: string | undefined; state?: Status | undefined; callId?: string | undefined; after?: string | undefined };

/** The rows of these regions and below, as ranges of codes; the nation is every row. */
function inRegions(ctx: Ctx, verb: Verb): SQL {
  const codes = regionsFor(ctx.actor, verb);
  if (codes.length === 0) return sql`false`;
  if (codes.includes('*')) return sql`true`;
  return sql`(${sql.join(codes.map((code) => sql`(region_code >= ${code} and region_code < ${`${code}:`})`), sql` or `)})`;
}

/**
 * 一页申报, written as JSON by the database: for programs that read many. Governments see their own, drafts included; the
 * office sees what was handed in. Newest first; `next` is the key to go on from.
 */
export async function applicationsAsJson(ctx: Ctx, { region, state, callId, after }: JsonPageFilter, size: number): Promise<{ items: string; next: string | null }> {
  if (!mayAnywhere(ctx.actor, 'application.queue')) allowAnywhere(ctx, 'application.read');
  const where = [
    sql`(${inRegions(ctx, 'application.read')} or (status <> 'draft' and ${inRegions(ctx, 'application.queue')}))`,
    ...(state ? [sql`status = ${state}`] : []),
    ...(region ? [sql`region_code >= ${region} and region_code < ${`${region}:`}`] : []),
    ...(callId ? [sql`call_id = ${callId}`] : []),
    ...(after ? [sql`id < ${after}`] : []),
  ];
  const rows = await prepared<{ id: string; line: string }>(ctx.db, sql`
    select a.id, json_build_object('id', a.id, 'number', a.number, 'state', a.status, 'callId', a.call_id, 'callTitle', c.title,
      'regionCode', a.region_code, 'unitName', r.name, 'applicantCode', a.applicant_code, 'round', a.round,
      'submittedAt', to_char(a.submitted_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'checkDueOn', a.check_due_on,
      'answerDueOn', a.answer_due_on, 'updatedAt', to_char(a.updated_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))::text as line
    from (select * from applications where ${sql.join(where, sql` and `)} order by id desc limit ${size + 1}) a
    join regions r on r.code = a.region_code join calls c on c.id = a.call_id
    order by a.id desc`);
  const shown = rows.length > size ? rows.slice(0, size) : rows;
  return { items: `[${shown.map((row) => row.line).join(',')}]`, next: rows.length > size ? shown.at(-1)!.id : null };
}
