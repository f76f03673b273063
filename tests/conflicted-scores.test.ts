import fc from 'fast-check';
import { sql } from 'drizzle-orm';
import { expect } from 'vitest';
import type { Db } from '#app/db/db.server.ts';
import { roleGrants } from '#app/domain/base/accounts/tables.server.ts';
import { organisations } from '#app/domain/base/organisations/tables.server.ts';
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

test('no sequence of verbs, plans, jobs and statements of the app’s role yields a score by somebody in conflict', { timeout: 3_600_000 }, async ({ db }) => {
  const world = await fill(db);
  const seen = new Map<string, number>();
  const index = fc.nat({ max: 2 });
  const move = fc.record({ name: fc.constantFrom(...Object.keys(moves), 'assign', 'assignAll', 'assign', 'accept', 'accept', 'accept', 'save', 'save', 'submit', 'submit', 'declare', 'record'), who: index, application: index, other: index, n: fc.nat({ max: 1000 }) });
  await fc.assert(
    fc.asyncProperty(fc.array(move, { minLength: 12, maxLength: 40, size: 'max' }), async (sequence) => {
      await db.transaction(async (tx) => {
        for (const { name, who, application, other, n } of sequence) {
          const pick = { who: world.experts[who]!, application: world.applications[application]!, other: world.applications[other]!, n };
          const before = await givenByTied(tx);
          const outcome = await outcomeOf(tx, name, pick, world);
          const count = `${outcome === 'done' ? name : outcome}`;
          seen.set(count, (seen.get(count) ?? 0) + 1);
          expect(await wrong(tx), `after ${name}: ${outcome}`).toEqual([]);
          for (const [pair, given] of await givenByTied(tx)) expect(before.get(pair) ?? given, `what ${pair} gave, after ${name}: ${outcome}`).toBe(given);
        }
        for (const round of [1, 2]) {
          for (const { applicationId, expertId } of await readMarks(office(tx), { callId: world.callId, round })) {
            const { rows } = await tx.execute<{ tie: string | null }>(sql`select conflict_between(${expertId}, ${applicationId}) as tie`);
            expect(rows).toEqual([{ tie: null }]);
          }
        }
        throw new Undo();
      }).catch((error: unknown) => {
        if (!(error instanceof Undo)) throw error;
      });
    }),
    { numRuns: runs, seed },
  );
  if (process.env.PROPERTY_RUNS) console.log(JSON.stringify({ runs, seed, moves: [...seen.values()].reduce((sum, n) => sum + n, 0), seen: Object.fromEntries([...seen].toSorted((a, b) => b[1] - a[1])) }));
  for (const often of ['assign', 'assignAll', 'plan', 'accept', 'save', 'submit', 'declare', 'record', 'lift', 'edit', 'rawMarks', 'rawTie', 'CF001', 'CF002', '42501']) expect(seen.get(often) ?? 0, often).toBeGreaterThan(0);
});
