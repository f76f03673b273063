import { randomUUID } from 'node:crypto';
import { type SQL, sql } from 'drizzle-orm';
import { describe, expect } from 'vitest';
import type { Db } from '#app/db/db.server.ts';
import { assignExpert } from '#app/domain/pilot/review/assign-expert.ts';
import { change } from '#app/platform/change.ts';
import { anApplication } from '#tests/cycle.ts';
import { anAssignment, anAttestation, anExpert, assign, office } from '#tests/reviews.ts';
import { hefei, test } from '#tests/world.ts';
import { recordTie } from './record-tie.ts';

/** What the database says to a statement of the app's own role; the statement alone is undone. */
async function saidTo(db: Db, statement: SQL): Promise<string> {
  try {
    await db.transaction((tx) => tx.execute(statement));
    return 'done';
  } catch (error) {
    const { cause } = error as { cause?: { code?: string } };
    return cause?.code ?? 'fault';
  }
}

const tied = (db: Db, id: string) => recordTie(office(db), id, { kind: 'family', regionCode: hefei, organisationName: '', reason: '负责人是我的亲属' });
const inserted = (application: string, expertId: string, state: string, id = randomUUID()) =>
  sql`insert into assignments (id, application_id, expert_id, state, assigned_by, assigned_at) values (${id}, ${application}, ${expertId}, ${state}, 'sql', now() - interval '1 minute')`;

describe('the database, asked by the role of the app', () => {
  test('assigns nobody who is tied, in any state, and takes no detour', async ({ db }) => {
    const [application, elsewhere] = [await anApplication(db, { status: 'in-review' }), await anApplication(db, { status: 'in-review', regionCode: '320102001', answers: {} })];
    await anExpert(db, 'free');
    await tied(db, await anExpert(db, 'tied'));
    for (const state of ['assigned', 'accepted', 'submitted']) expect(await saidTo(db, inserted(application, 'tied', state))).toBe('CF001');
    const other = await anAssignment(db, { applicationId: elsewhere, expertId: 'tied' });
    expect(await saidTo(db, sql`update assignments set application_id = ${application} where id = ${other}`)).toBe('CF001');
    const withdrawn = await anAssignment(db, { applicationId: application, expertId: 'tied', state: 'withdrawn' });
    expect(await saidTo(db, sql`update assignments set state = 'assigned' where id = ${withdrawn}`)).toBe('CF001');
    const free = await anAssignment(db, { applicationId: application, expertId: 'free' });
    expect(await saidTo(db, sql`update assignments set expert_id = 'tied', round = 2 where id = ${free}`)).toBe('CF001');
    expect(await saidTo(db, sql`alter table assignments disable trigger all`)).toBe('42501');
    expect(await saidTo(db, sql`set local session_replication_role = replica`)).toBe('42501');
  });

  test('asks nobody to read once more unless a second round stands open, and nobody beyond their limit', async ({ db }) => {
    const [application, elsewhere] = [await anApplication(db, { status: 'in-review' }), await anApplication(db, { status: 'in-review', regionCode: '320102001', answers: {} })];
    await anExpert(db, 'a', { maxLoad: 1 });
    const id = await anAssignment(db, { applicationId: application, expertId: 'a' });
    expect(await saidTo(db, inserted(elsewhere, 'a', 'assigned'))).toBe('CF005');
    expect(await saidTo(db, sql`update assignments set round = 2 where id = ${id}`)).toBe('CF006');
    await db.execute(sql`insert into second_rounds (application_id, ground, reason, wanted, counting, opened_by, opened_by_name, opened_at) values (${application}, 'other', '另请专家', 1, 'both', 'sql', 'sql', now())`);
    for (const [round, said] of [[3, 'CF006'], [2, 'done']] as const) expect(await saidTo(db, sql`update assignments set round = ${round} where id = ${id}`)).toBe(said);
    expect(await saidTo(db, sql`update second_rounds set wanted = 0`)).toBe('42501');
    await db.execute(sql`insert into second_round_closings (application_id, reason, closed_by, closed_by_name, closed_at) values (${application}, '另请专家', 'sql', 'sql', now())`);
    await db.execute(sql`update assignments set state = 'withdrawn' where id = ${id}`);
    expect(await saidTo(db, sql`update assignments set state = 'assigned' where id = ${id}`)).toBe('CF006');
    expect(await saidTo(db, sql`delete from second_round_closings`)).toBe('42501');
  });

  test('lets nobody accept or hand in without an attestation of that assignment', async ({ db }) => {
    const application = await anApplication(db, { status: 'in-review' });
    const id = await assign(db, application, await anExpert(db, 'a'));
    for (const state of ['accepted', 'submitted']) expect(await saidTo(db, sql`update assignments set state = ${state} where id = ${id}`)).toBe('CF002');
    await anAttestation(db, { id: randomUUID(), expertId: 'a', applicationId: application });
    expect(await saidTo(db, sql`update assignments set state = 'accepted' where id = ${id}`)).toBe('CF002');
    await anAttestation(db, { id, expertId: 'a', applicationId: application });
    expect(await saidTo(db, sql`update assignments set state = 'accepted' where id = ${id}`)).toBe('done');
    expect(await saidTo(db, sql`update assignments set state = 'accepted', assigned_at = now() + interval '1 year' where id = ${id}`)).toBe('CF002');
  });

  test('takes no marks and opens no papers for a pair that is tied', async ({ db }) => {
    const application = await anApplication(db, { status: 'in-review' });
    const id = await anAssignment(db, { applicationId: application, expertId: await anExpert(db, 'a'), state: 'accepted' });
    const scored = sql`insert into marks (assignment_id, item_id, score, saved_at) values (${id}, 'a', 80, now()) on conflict (assignment_id, item_id) do update set score = 81`;
    const opened = sql`insert into openings (expert_id, application_id, assignment_id, opened_at) values ('a', ${application}, ${id}, now())`;
    expect(await saidTo(db, scored)).toBe('done');
    expect(await saidTo(db, opened)).toBe('done');
    await tied(db, 'a');
    for (const statement of [scored, opened, sql`update marks set score = 99`, sql`update assignments set set_aside_at = null, state = 'accepted' where id = ${id}`]) expect(await saidTo(db, statement)).toBe('CF001');
    expect((await db.execute(sql`select score::float as score from marks`)).rows).toEqual([{ score: 80 }]);
  });

  test('forgets no tie, no attestation, no opening and no agreement, and lifts a tie once and with its reason', async ({ db }) => {
    await tied(db, await anExpert(db, 'a'));
    for (const table of ['conflicts', 'attestations', 'openings', 'expert_agreements']) {
      expect(await saidTo(db, sql.raw(`delete from ${table}`))).toBe('42501');
      expect(await saidTo(db, sql.raw(`truncate ${table}`))).toBe('42501');
    }
    for (const set of ['until_on = current_date - 1', `expert_id = 'b'`, `kind = 'other-declared'`, `reason = ''`]) expect(await saidTo(db, sql.raw(`update conflicts set ${set}`))).toBe('42501');
    const lifted = (reason: string) => sql`update conflicts set lifted_at = now(), lifted_by = 'sql', lift_reason = ${reason}`;
    expect(await saidTo(db, lifted('短'))).toBe('23514');
    await db.execute(lifted('核对以后没有这样的关系。'));
    expect(await saidTo(db, sql`update conflicts set lifted_at = null, lifted_by = null, lift_reason = null`)).toBe('CF003');
  });

  test('is heard as a sentence, whichever change it refuses', async ({ db }) => {
    const application = await anApplication(db, { status: 'complete' });
    await tied(db, await anExpert(db, 'a'));
    const bare = change(office(db), async (tx) => {
      await tx.db.execute(inserted(application, 'a', 'assigned'));
      await tx.record('review.assigned', { id: application, regionCode: '*' });
    });
    await expect(bare).rejects.toMatchObject({ code: 'expert-in-conflict', status: 409 });
    const id = await assign(db, application, await anExpert(db, 'b'));
    const unsaid = change(office(db), async (tx) => {
      await tx.db.execute(sql`update assignments set state = 'accepted' where id = ${id}`);
      await tx.record('review.accepted', { id, regionCode: '*' });
    });
    await expect(unsaid).rejects.toMatchObject({ code: 'attestation-missing' });
  });

  test('closes a review whoever writes the tie', async ({ db }) => {
    const application = await anApplication(db, { status: 'complete' });
    const id = await assignExpert(office(db), application, { expertId: await anExpert(db, 'a'), dueOn: '' });
    await db.execute(sql`insert into conflicts (expert_id, kind, source, application_id, reason, declared_by, declared_by_name, declared_at) values ('a', 'sponsor-tie', 'recorded', ${application}, '赞助', 'sql', 'sql', now())`);
    const { rows } = await db.execute(sql`select state, set_aside_at is not null as aside, (select facts ->> 'kind' from records where subject_id = ${id} and event = 'review.set-aside') as kind,
      (select count(*)::int from outbox where subject_id = ${id} and event = 'review.set-aside') as told from assignments where id = ${id}`);
    expect(rows).toEqual([{ state: 'conflict', aside: true, kind: 'sponsor-tie', told: 1 }]);
  });
});
