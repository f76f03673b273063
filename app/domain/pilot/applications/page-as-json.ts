import { type SQL, sql } from 'drizzle-orm';
import { allowAnywhere, mayAnywhere, regionsFor, type Verb } from '#app/domain/base/accounts/access.ts';
import type { Ctx } from '#app/platform/ctx.ts';
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
 * 一页申报, written as JSON once and without detours: for programs that read many. Governments see their own, drafts included; the
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
  const { rows } = await ctx.db.execute<Row>(sql`/* one plan */
    select a.id, a.number, a.status, a.call_id, c.title, a.region_code, r.english, r.name, a.applicant_code, a.round, a.submitted_at, a.check_due_on, a.answer_due_on, a.updated_at
    from (select * from applications where ${sql.join(where, sql` and `)} order by id desc limit ${size + 1}) a
    join regions r on r.code = a.region_code join calls c on c.id = a.call_id
    order by a.id desc`);
  const shown = rows.length > size ? rows.slice(0, size) : rows;
  return { items: `[${shown.map(lineOf).join(',')}]`, next: rows.length > size ? shown.at(-1)!.id : null };
}

type Row = {
  id: string; number: string; status: string; call_id: string; title: string; region_code: string; english: string | null; name: string; applicant_code: string; round: number;
  submitted_at: string | null; check_due_on: string | null; answer_due_on: string | null; updated_at: string;
};

/** One row as JSON. Only what people write needs care: codes, days and ids hold nothing that JSON would escape. */
function lineOf(row: Row): string {
  return (
    `{"id":"${row.id}","number":${JSON.stringify(row.number)},"state":"${row.status}","callId":"${row.call_id}","callTitle":${JSON.stringify(row.title)},"regionCode":"${row.region_code}",` +
    `"regionNameEn":${JSON.stringify(row.english)},"unitName":${JSON.stringify(row.name)},"applicantCode":"${row.applicant_code}","round":${row.round},"submittedAt":${quoted(instantOf(row.submitted_at))},` +
    `"checkDueOn":${quoted(row.check_due_on)},"answerDueOn":${quoted(row.answer_due_on)},"updatedAt":${quoted(instantOf(row.updated_at))}}`
  );
}

const quoted = (text: string | null) => (text === null ? 'null' : `"${text}"`);
const instantOf = (text: string | null) => (text === null ? null : new Date(text).toISOString());
