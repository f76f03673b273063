import { randomUUID } from 'node:crypto';
import { type SQL, sql } from 'drizzle-orm';
import type { Db } from '#app/db/db.server.ts';
import { carryOutPlan } from '#app/domain/pilot/assigning/lock-plan.ts';
import { declareTie } from '#app/domain/pilot/conflicts/declare-tie.ts';
import { liftTie } from '#app/domain/pilot/conflicts/lift-tie.ts';
import { recordTie } from '#app/domain/pilot/conflicts/record-tie.ts';
import { noteOpening } from '#app/domain/pilot/conflicts/note-opening.ts';
import { editExpert } from '#app/domain/pilot/experts/edit-expert.ts';
import { suspendExpert, verifyExpert } from '#app/domain/pilot/experts/verify-expert.ts';
import { openSecondRound } from '#app/domain/pilot/panels/second-round.ts';
import { acceptAssignment, declareConflict } from '#app/domain/pilot/review/answer-assignment.ts';
import { assignExpert } from '#app/domain/pilot/review/assign-expert.ts';
import { saveScores, submitReview } from '#app/domain/pilot/review/score.ts';
import { withdrawAssignment } from '#app/domain/pilot/review/withdraw-assignment.ts';
import { withdrawReviewsOf } from '#app/domain/pilot/review/withdraw-of-expert.ts';
import { system } from '#app/platform/ctx.ts';
import { attested, expert, marks, office } from '#tests/reviews.ts';
import { ctxOf } from '#tests/world.ts';

/** Who, which application, which of its neighbours, and a number for everything else. */
export type Pick = { who: string; application: string; other: string; n: number };
export type World = { experts: string[]; applications: string[]; places: string[]; names: string[]; organisation: string; callId: string };

type Move = (db: Db, pick: Pick, world: World) => Promise<unknown>;
const at = <T>(list: readonly T[], n: number): T => list[n % list.length]!;

/** The assignment of a pair, whatever became of it; an id of nobody when there is none. */
async function pairOf(db: Db, { who, application }: Pick): Promise<{ id: string; revision: number }> {
  const { rows } = await db.execute<{ id: string; revision: number }>(sql`select id, revision from assignments where expert_id = ${who} and application_id = ${application} order by round desc limit 1`);
  return rows[0] ?? { id: randomUUID(), revision: 0 };
}

/** Mostly an assignment for which the step is due, whoever's it is; now and then the picked pair, whose turn it may not be. */
async function due(db: Db, pick: Pick, state: 'assigned' | 'accepted'): Promise<{ id: string; revision: number; who: string }> {
  const { rows } = await db.execute<{ id: string; revision: number; who: string }>(sql`select id, revision, expert_id as who from assignments where state = ${state} order by md5(${String(pick.n)} || expert_id || application_id::text) limit 1`);
  return pick.n % 6 > 0 && rows[0] ? rows[0] : { ...(await pairOf(db, pick)), who: pick.who };
}

const raw = (statement: (pick: Pick, world: World) => SQL): Move => (db, pick, world) => db.execute(statement(pick, world));
const place = ({ n }: Pick, world: World) => at(world.places, n);
const ends = (pick: Pick, world: World) => (pick.n % 3 === 0 ? { regionCode: '', organisationName: at(world.names, pick.n) } : { regionCode: place(pick, world), organisationName: '' });
const kinds = ['trained-or-consulted', 'sponsor-tie', 'family', 'other-declared'] as const;

/** 可能的动作: every verb that touches a pair, and what the app's own role could write by hand. */
export const moves: Record<string, Move> = {
  assign: (db, { who, application, n }) => assignExpert(office(db), application, { expertId: who, dueOn: '', ...(n % 4 === 0 ? { round: 2 } : {}) }),
  assignAll: async (db, { application }, { experts }) => {
    for (const expertId of experts) await db.transaction((tx) => assignExpert(office(tx), application, { expertId, dueOn: '' })).catch(() => undefined);
  },
  plan: async (db, { n }, { experts, applications, callId }) => {
    const { rows } = await db.execute<{ id: string }>(sql`insert into assignment_plans (call_id, state, seed, settings, ordered_by, ordered_by_name, ordered_at, locked_by) values (${callId}, 'assigning', 1, '{"dueOn": ""}', 'officer', '', now(), 'officer') returning id`);
    for (const [i, application] of applications.entries()) await db.execute(sql`insert into assignment_plan_pairs (plan_id, application_id, expert_id, match, reasons) values (${rows[0]!.id}, ${application}, ${at(experts, n + i)}, 0, '{}')`);
    return carryOutPlan(ctxOf(db, system), rows[0]!.id);
  },
  secondRound: (db, { who, application }) => openSecondRound(office(db), application, { expertIds: [who], dueOn: '', ground: 'borderline', reason: '分数在边缘', counting: 'both', wanted: 1 } as never),
  withdraw: async (db, pick) => withdrawAssignment(office(db), pick.application, (await pairOf(db, pick)).id),
  accept: async (db, pick) => {
    const { id, who } = await due(db, pick, 'assigned');
    return acceptAssignment(expert(db, who), id, pick.n % 5 === 0 ? { attested: '' } : attested);
  },
  save: async (db, pick) => {
    const { id, who, revision } = await due(db, pick, 'accepted');
    return saveScores(expert(db, who), id, marks(revision, String(pick.n % 100)));
  },
  submit: async (db, pick) => {
    const { id, who, revision } = await due(db, pick, 'accepted');
    return submitReview(expert(db, who), id, marks(revision, String(pick.n % 100)));
  },
  open: async (db, pick) => noteOpening(expert(db, pick.who), { assignmentId: (await pairOf(db, pick)).id, applicationId: pick.application, fileId: null as never, regionCode: '*' }),
  stayAway: async (db, pick) => declareConflict(expert(db, pick.who), (await pairOf(db, pick)).id, { kind: at(kinds, pick.n), reason: '有关系' }),
  declare: (db, pick, world) => declareTie(expert(db, pick.who), { ...ends(pick, world), kind: at(kinds, pick.n), reason: '有关系' }),
  record: (db, pick, world) => recordTie(office(db), pick.who, { ...ends(pick, world), kind: at(kinds, pick.n), reason: '有关系' }),
  lift: async (db, { who }) => {
    const { rows } = await db.execute<{ id: string }>(sql`select id from conflicts where expert_id = ${who} and lifted_at is null order by id limit 1`);
    return liftTie(office(db), rows[0]?.id ?? randomUUID(), { reason: '核对以后没有这样的关系。' });
  },
  edit: (db, pick, world) => editExpert(office(db), pick.who, { fields: ['education'], regionCode: pick.n % 2 ? place(pick, world) : '*', organisationName: pick.n % 5 === 0 ? at(world.names, pick.n) : '' }),
  suspend: async (db, { who, n }) => {
    if (n % 2) return verifyExpert(office(db), who);
    await suspendExpert(office(db), who, { reason: '暂停一下' });
    return withdrawReviewsOf(ctxOf(db, system), who);
  },
  rawAssign: raw(({ who, application, n }) => sql`insert into assignments (application_id, expert_id, round, state, assigned_by, assigned_at) values (${application}, ${who}, ${1 + (n % 2)}, ${at(['assigned', 'accepted', 'submitted'], n)}, 'sql', now())`),
  rawState: raw(({ who, n }) => sql`update assignments set state = ${at(['assigned', 'accepted', 'submitted', 'withdrawn'], n)}, set_aside_at = null, submitted_at = now() where expert_id = ${who}`),
  rawOther: raw(({ who, application, other }) => sql`update assignments set application_id = ${other} where expert_id = ${who} and application_id = ${application}`),
  rawExpert: raw(({ who, application, n }, { experts }) => sql`update assignments set expert_id = ${at(experts, n)} where expert_id = ${who} and application_id = ${application}`),
  rawAttest: raw(({ who, application }) => sql`insert into attestations (expert_id, application_id, assignment_id, version, statement, attested_at) select expert_id, application_id, id, 'sql', 'sql', now() from assignments where expert_id = ${who} and application_id = ${application}`),
  rawMarks: raw(({ who, n }) => sql`insert into marks (assignment_id, item_id, score, saved_at) select id, ${at(['a', 'b', 'c'], n)}, ${n % 100}, now() from assignments where expert_id = ${who} on conflict (assignment_id, item_id) do update set score = excluded.score`),
  rawScore: raw(({ application, n }) => sql`update marks set score = ${n % 100} where assignment_id in (select id from assignments where application_id = ${application})`),
  rawMove: raw(({ who, other }) => sql`update marks set assignment_id = (select id from assignments where expert_id = ${who} and application_id = ${other} limit 1) where assignment_id in (select id from assignments where expert_id <> ${who} limit 1)`),
  rawOpen: raw(({ who, application }) => sql`insert into openings (expert_id, application_id, assignment_id, opened_at) select expert_id, application_id, id, now() from assignments where expert_id = ${who} and application_id = ${application}`),
  rawForget: raw(({ who, n }) => at([sql`delete from conflicts where expert_id = ${who}`, sql`update conflicts set until_on = '2001-01-01' where expert_id = ${who}`, sql`update conflicts set lifted_at = now(), lifted_by = 'sql', lift_reason = '核对以后没有这样的关系。' where expert_id = ${who} and lifted_at is null`], n)),
  rawTie: raw((pick, world) => sql`insert into conflicts (expert_id, kind, source, region_code, reason, declared_by, declared_by_name, declared_at) values (${pick.who}, 'family', 'recorded', ${place(pick, world)}, 'sql', 'sql', 'sql', now())`),
  rawHome: raw((pick, world) => sql`update experts set region_code = ${place(pick, world)}, organisation_name = ${at(world.names, pick.n)} where user_id = ${pick.who}`),
  rawRole: raw((pick, world) => (pick.n % 2 ? sql`insert into role_grants (user_id, role, region_code, granted_by, granted_at) values (${pick.who}, 'government-officer', ${place(pick, world)}, 'sql', now()) on conflict do nothing` : sql`delete from role_grants where user_id = ${pick.who} and role = 'government-officer'`)),
  rawAgent: raw(({ who, n }, { organisation }) => sql`insert into organisation_agents (organisation_id, user_id, since, until) values (${organisation}, ${who}, now(), ${n % 2 ? null : '2001-01-01'}) on conflict (organisation_id, user_id) do update set until = excluded.until`),
  rawOrganisation: raw((pick, world) => sql`update organisations set name = ${at(world.names, pick.n)}, kind = ${at(['government', 'institution'], pick.n)}, region_code = ${place(pick, world)} where id = ${world.organisation}`),
  rawEmployer: raw(({ who }, { organisation }) => sql`update experts set organisation_id = ${organisation} where user_id = ${who}`),
  rawApplicant: raw((pick, world) => sql`update applications set organisation_id = ${pick.n % 2 ? world.organisation : null}, applicant_code = ${place(pick, world)}, started_by = ${pick.n % 7 ? 'applicant' : pick.who} where id = ${pick.application}`),
  rawSubmission: raw(({ application, who, n }, { names }) => sql`insert into submissions (application_id, round, content, hash, receipt_code, submitted_by, submitted_by_name, submitted_at) select ${application}, max(round) + 1, ${JSON.stringify({ answers: { 'applicant-name': at(names, n) }, papers: [], selfCheck: [] })}::jsonb, 'h', ${randomUUID()}, ${n % 5 ? 'applicant' : who}, '', now() from submissions where application_id = ${application}`),
  rawLineage: raw((pick, world) => sql`insert into region_lineage (old_code, ended_at, present_code, is_principal) values (${place(pick, world)}, now(), ${at(world.places, pick.n + 1)}, true) on conflict do nothing`),
};
