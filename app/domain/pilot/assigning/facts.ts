import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import { applications, submissions } from '#app/domain/pilot/applications/tables.server.ts';
import { norms, rules } from '#app/domain/base/standard/tables.server.ts';
import type { calls } from '#app/domain/pilot/calls/tables.server.ts';
import { conflictsOf } from '#app/domain/pilot/conflicts/conflicts-of.ts';
import { readExperts } from '#app/domain/pilot/experts/experts.ts';
import { expertFields } from '#app/domain/pilot/experts/model.ts';
import { experts } from '#app/domain/pilot/experts/tables.server.ts';
import { assignments } from '#app/domain/pilot/review/tables.server.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { needsOf, placeOf } from './model.ts';

type Call = typeof calls.$inferSelect;
/** Of one application, or of one expert alone. */
type Only = { applicationId?: string; expertId?: string };

const mostPairs = 20_000_000;
const mostExperts = 10_000;

/** 分配所据的事实: the applications of a round with what they need, the experts who may be assigned today, what stands already and what may never be. */
export async function factsOf(ctx: Ctx, call: Pick<Call, 'id' | 'regionCode' | 'editionId'>, round: number, only: Only = {}) {
  const wanted = await applicationsOf(ctx, call, round, only);
  if (wanted.length === 0) throw new Refusal(only.applicationId === undefined ? 'plan-nothing-to-assign' : 'application-not-in-review');
  const all = await readExperts(ctx, only.expertId === undefined ? undefined : eq(experts.userId, only.expertId), [asc(experts.userId)], mostExperts);
  const listed = all
    .filter(({ reasons }) => reasons.every((reason) => reason === 'load-full'))
    .map(({ id, name, fields, regionCode, load, maxLoad }) => ({ id, name, regionCode, place: placeOf(regionCode, call.regionCode), fields: fields.map((field) => expertFields.indexOf(field)), room: Math.max(0, maxLoad - load) }));
  if (listed.length === 0) throw new Refusal('plan-no-experts');
  if (wanted.length * listed.length > mostPairs) throw new Refusal('plan-too-large');
  const [applicationIds, expertIds] = [wanted.map(({ id }) => id), listed.map(({ id }) => id)];
  return { applications: wanted, experts: listed, standing: await standingPairs(ctx, call.id, round, only), ties: await conflictsOf(ctx, applicationIds, expertIds) };
}

export type Facts = Awaited<ReturnType<typeof factsOf>>;

/** What waits for experts: what passed the check; in a second round what one was opened for. */
async function applicationsOf(ctx: Ctx, call: Pick<Call, 'id' | 'regionCode' | 'editionId'>, round: number, only: Only) {
  const latest = sql`(select s.content -> 'selfCheck' from ${submissions} s where s.application_id = ${applications.id} and s.withdrawn_at is null order by s.round desc limit 1)`;
  const gaps = sql<Record<string, number> | null>`(
    select jsonb_object_agg(section, gap) from (
      select n.section_id as section, avg(case said ->> 'level' when 'met' then 0 when 'partly' then 0.5 else 1 end) as gap
      from jsonb_array_elements(${latest}) said
      join ${rules} r on r.edition_id = ${call.editionId} and r.id = said ->> 'ruleId'
      join ${norms} n on n.edition_id = r.edition_id and n.id = r.norm_id
      group by n.section_id) by_section)`;
  const rows = await ctx.db
    .select({ id: applications.id, number: applications.number, regionCode: applications.regionCode, applicantCode: applications.applicantCode, gaps })
    .from(applications)
    .where(and(
      eq(applications.callId, call.id), only.applicationId === undefined ? undefined : eq(applications.id, only.applicationId), inArray(applications.status, ['complete', 'in-review']),
      round === 1 ? undefined : sql`second_round_is_open(${applications.id})`,
    ))
    .orderBy(applications.id);
  return rows.map(({ gaps, applicantCode, ...row }) => ({ ...row, needs: needsOf(gaps ?? allSections), place: placeOf(applicantCode, call.regionCode) }));
}

const allSections = { A: 0, B: 0, C: 0, D: 0, E: 0 };

/** What was assigned in this round before: open or done it stands; taken back, or closed by a conflict, it is not proposed again. */
async function standingPairs(ctx: Ctx, callId: string, round: number, only: Only) {
  const rows = await ctx.db
    .select({ applicationId: assignments.applicationId, expertId: assignments.expertId, state: assignments.state, setAsideAt: assignments.setAsideAt })
    .from(assignments)
    .innerJoin(applications, eq(applications.id, assignments.applicationId))
    .where(and(eq(applications.callId, callId), eq(assignments.round, round), only.applicationId === undefined ? undefined : eq(applications.id, only.applicationId)));
  const stands = ({ state, setAsideAt }: (typeof rows)[number]) => setAsideAt === null && ['assigned', 'accepted', 'submitted'].includes(state);
  return { held: rows.filter(stands), over: rows.filter((row) => !stands(row)) };
}
