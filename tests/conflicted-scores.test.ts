import fc from 'fast-check';
import { sql } from 'drizzle-orm';
import { expect } from 'vitest';
import type { Db } from '#app/db/db.server.ts';
import { roleGrants } from '#app/domain/base/accounts/tables.server.ts';
import { organisations } from '#app/domain/base/organisations/tables.server.ts';
import { conflictsOf } from '#app/domain/pilot/conflicts/conflicts-of.ts';
import { readMarks } from '#app/domain/pilot/review/read-marks.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { type Pick, moves, type World } from './conflicts/moves.ts';
import { aCall, anApplication, aRegion, aUser } from './cycle.ts';
import { anExpert, office } from './reviews.ts';
import { test, today } from './world.ts';

/** As many sequences in the gate; PROPERTY_RUNS and PROPERTY_SEED ask for others. */
const runs = Number(process.env.PROPERTY_RUNS ?? 20);
const seed = Number(process.env.PROPERTY_SEED ?? 20_261_122);

class Undo extends Error {}

async function fill(db: Db): Promise<World> {
  const places = ['340111', '340111001', '340111002', '3401', '320102', '320102001', '51'];
  for (const code of places) await aRegion(db, code);
  const callId = await aCall(db, { review: { reviewsPerApplication: 1, scoreFrom: 0, scoreTo: 100 } });
  const names = ['甲单位', '乙单位', '丙单位'];
  const applications: string[] = [];
  for (const [i, regionCode] of ['340111001', '340111002', '320102001'].entries()) applications.push(await anApplication(db, { callId, regionCode, status: 'complete', answers: { 'applicant-name': names[i]! } }));
  const experts = await Promise.all(['e1', 'e2', 'e3'].map((id) => anExpert(db, id)));
  for (const id of applications.slice(1)) await db.execute(sql`insert into second_rounds (application_id, ground, reason, wanted, counting, opened_by, opened_by_name, opened_at) values (${id}, 'other', '另请专家', 1, 'both', 'sql', 'sql', now())`);
  await aUser(db, 'officer');
  await aUser(db, 'applicant');
  await db.insert(roleGrants).values({ userId: 'officer', role: 'programme-officer', regionCode: '*', grantedBy: 'x', grantedAt: today });
  const [organisation] = await db.insert(organisations).values({ kind: 'institution', name: '丁单位', regionCode: '51', createdAt: today, updatedAt: today }).returning({ id: organisations.id });
  return { experts, applications, places, names, organisation: organisation!.id, callId };
}

/** What must not be: pairs that are tied and open, accepted without an attestation, or among the marks that count. */
async function wrong(db: Db): Promise<string[]> {
  const { rows } = await db.execute<{ fault: string }>(sql`
    select 'tied and ' || state || ': ' || conflict_between(expert_id, application_id) as fault from assignments
      where state in ('assigned', 'accepted', 'submitted') and set_aside_at is null and conflict_between(expert_id, application_id) is not null
    union all
    select 'no attestation: ' || state from assignments a where state in ('accepted', 'submitted') and set_aside_at is null
      and not exists (select from attestations t where t.assignment_id = a.id and t.expert_id = a.expert_id)`);
  return rows.map(({ fault }) => fault);
}

/** What tied pairs have given and opened so far. */
async function givenByTied(db: Db) {
  const { rows } = await db.execute<{ pair: string; given: string }>(sql`
    select a.id as pair, concat((select md5(string_agg(m::text, ',' order by item_id)) from marks m where m.assignment_id = a.id), (select count(*) from openings o where o.assignment_id = a.id)) as given
    from assignments a where conflict_between(expert_id, application_id) is not null`);
  return new Map(rows.map(({ pair, given }) => [pair, given]));
}

const refusedByDatabase = /^(CF00\d|42501|23\d{3})$/;

/** Does one move in a savepoint; a refusal of a verb or of the database is an answer, anything else a fault. */
async function outcomeOf(db: Db, name: string, pick: Pick, world: World): Promise<string> {
  try {
    await db.transaction((tx) => moves[name]!(tx, pick, world));
    return 'done';
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    const code = (error as { cause?: { code?: string } }).cause?.code ?? '';
    if (refusedByDatabase.test(code)) return code;
    throw error;
  }
}

/** Runs in a transaction of its own that is undone. */
async function undone<T>(db: Db, run: (tx: Db) => Promise<T>): Promise<T | undefined> {
  let result: T | undefined;
  try {
    await db.transaction(async (tx) => {
      result = await run(tx);
      throw new Undo();
    });
  } catch (error) {
    if (!(error instanceof Undo)) throw error;
  }
  return result;
}

const step = (name: string, who: number, application: number, n: number): Step => ({ name, who, application, other: application, n });

/** What every run sees, whatever ids its applications got: a review from assignment to the marks that count, a tie that comes and is lifted, and what the database refuses. */
const certain: Step[] = [
  ...['assign', 'accept', 'save', 'rawMarks', 'submit'].map((name) => step(name, 0, 0, 6)),
  ...['record', 'rawAssign', 'lift', 'declare', 'edit'].map((name) => step(name, 1, 0, 1)),
  ...['assignAll', 'plan', 'rawAssign', 'rawTie'].map((name) => step(name, 2, 2, 1)),
  step('rawForget', 1, 0, 0),
];

type Step = { name: string; who: number; application: number; other: number; n: number };

/** Plays a sequence and answers what went wrong after which move; nothing should. */
async function play(db: Db, world: World, sequence: readonly Step[], seen: Map<string, number>): Promise<string[]> {
  for (const { name, who, application, other, n } of sequence) {
    const pick = { who: world.experts[who]!, application: world.applications[application]!, other: world.applications[other]!, n };
    const before = await givenByTied(db);
    const outcome = await outcomeOf(db, name, pick, world);
    const what = outcome === 'done' ? name : outcome;
    seen.set(what, (seen.get(what) ?? 0) + 1);
    const changed = [...(await givenByTied(db))].filter(([pair, given]) => before.has(pair) && before.get(pair) !== given).map(([pair]) => `${pair} gave or opened something`);
    const faults = [...(await wrong(db)), ...changed];
    if (faults.length > 0) return faults.map((fault) => `${fault}, after ${name}: ${outcome}`);
  }
  return countedOfTied(db, world);
}

/** Marks of tied pairs among those that count. */
async function countedOfTied(db: Db, { callId }: World): Promise<string[]> {
  const counted = [...(await readMarks(office(db), { callId, round: 1 })), ...(await readMarks(office(db), { callId, round: 2 }))];
  const ties = await conflictsOf(office(db), counted.map(({ applicationId }) => applicationId), counted.map(({ expertId }) => expertId));
  return counted.filter((mark) => ties.some((tie) => tie.applicationId === mark.applicationId && tie.expertId === mark.expertId)).map(({ assignmentId }) => `${assignmentId} counts`);
}

test('no sequence of verbs, plans, jobs and statements of the app’s role yields a score by somebody in conflict', { timeout: 3_600_000 }, async ({ db }) => {
  const world = await fill(db);
  const seen = new Map<string, number>();
  const index = fc.nat({ max: 2 });
  const often = ['assign', 'assignAll', 'accept', 'save', 'submit', 'declare', 'record', 'assign', 'accept', 'accept', 'save', 'submit'];
  const anyStep = fc.record({ name: fc.constantFrom(...Object.keys(moves), ...often), who: index, application: index, other: index, n: fc.nat({ max: 1000 }) });
  await fc.assert(
    fc.asyncProperty(fc.array(anyStep, { minLength: 12, maxLength: 40, size: 'max' }), async (sequence) => {
      const faults = await undone(db, (tx) => play(tx, world, sequence, seen));
      if (faults && faults.length > 0) throw new Error(faults.join('; '));
    }),
    { numRuns: runs, seed, examples: [[certain]] },
  );
  if (process.env.PROPERTY_RUNS) console.log(JSON.stringify({ runs, seed, moves: [...seen.values()].reduce((sum, n) => sum + n, 0), seen: Object.fromEntries([...seen].toSorted((a, b) => b[1] - a[1])) }));
  const wanted = ['assign', 'assignAll', 'plan', 'accept', 'save', 'submit', 'declare', 'record', 'lift', 'edit', 'rawMarks', 'rawTie', 'CF001', 'CF002', '42501'];
  expect(wanted.filter((name) => !seen.has(name))).toEqual([]);
});
