import { eq, sql } from 'drizzle-orm';
import { describe, expect } from 'vitest';
import type { Db } from '#app/db/db.server.ts';
import { roleGrants } from '#app/domain/base/accounts/tables.server.ts';
import { organisationAgents, organisations } from '#app/domain/base/organisations/tables.server.ts';
import { regionLineage } from '#app/domain/base/regions/tables.server.ts';
import { usualBlindness } from '#app/domain/pilot/calls/blindness-settings.ts';
import { conflictWords } from '#app/i18n/conflicts.ts';
import { acceptAssignment } from '#app/domain/pilot/review/answer-assignment.ts';
import { assignments, marks as marksTable } from '#app/domain/pilot/review/tables.server.ts';
import { editExpert } from '#app/domain/pilot/experts/edit-expert.ts';
import { aCall, anApplication, aUser } from '#tests/cycle.ts';
import { anExpert, aReview, assign, attested, candidatesOf, eventsOf, expert, marks, office } from '#tests/reviews.ts';
import { as, baohe, binhu, hefei, neighbour, test, today } from '#tests/world.ts';
import { saveScores } from '#app/domain/pilot/review/score.ts';
import { findConflict } from './conflicts-of.ts';
import { declareTie } from './declare-tie.ts';
import { liftTie } from './lift-tie.ts';
import type { ConflictKind } from './model.ts';
import { listKeptFrom, listTies } from './read.ts';
import { recordTie } from './record-tie.ts';
import { attestations } from './tables.server.ts';

const nothing = { regionCode: '', organisationName: '', reason: '去年做过收费培训' };
const ready = (db: Db) => anApplication(db, { status: 'complete' });

async function anOrganisation(db: Db, given: Partial<typeof organisations.$inferInsert> = {}) {
  const [made] = await db.insert(organisations).values({ kind: 'institution', name: '示例单位', regionCode: neighbour, createdAt: today, updatedAt: today, ...given }).returning({ id: organisations.id });
  return made!.id;
}

describe('ties the records know by themselves', () => {
  const cases: readonly [string, ConflictKind, (db: Db, id: string, applicationId: string) => Promise<unknown>][] = [
    ['the credit code of the applicant', 'same-organisation', async (db) => db.execute(sql`update experts set organisation_id = ${await anOrganisation(db, { creditCode: '11340111MB1A23456X' })}`)],
    ['an agent of the applicant', 'same-organisation', async (db, id, applicationId) => {
      const organisationId = await anOrganisation(db);
      await db.execute(sql`update applications set organisation_id = ${organisationId} where id = ${applicationId}`);
      await db.insert(organisationAgents).values({ organisationId, userId: id, since: today });
    }],
    ['whoever handed it in', 'same-organisation', (db, id) => db.execute(sql`update applications set started_by = ${id}`)],
    ['home in a district that became this one', 'same-region', async (db) => {
      await db.execute(sql`update experts set region_code = '349999'`);
      await db.insert(regionLineage).values({ oldCode: '349999', endedAt: today, presentCode: baohe, isPrincipal: true });
    }],
    ['an office held above the unit', 'supervising-region', (db, id) => db.insert(roleGrants).values({ userId: id, role: 'government-officer', regionCode: hefei, grantedBy: 'x', grantedAt: today })],
    ['work for the authority above', 'supervising-region', async (db) => db.execute(sql`update experts set organisation_id = ${await anOrganisation(db, { kind: 'government', regionCode: hefei })}`)],
  ];
  test.for(cases)('by %s: %s', async ([, kind, tie], { db }) => {
    const applicationId = await ready(db);
    const id = await anExpert(db, 'a');
    expect(await findConflict(office(db), applicationId, id)).toBeUndefined();
    await tie(db, id, applicationId);
    expect(await findConflict(office(db), applicationId, id)).toMatchObject({ kind, applicationId, expertId: id });
    await expect(assign(db, applicationId, id)).rejects.toThrow(kind);
    expect((await candidatesOf(office(db), applicationId)).find((row) => row.id === id)!.whyNot).toBe(kind);
  });

  test('are shown for what is under review, to the office of the region alone', async ({ db }) => {
    const applicationId = await ready(db);
    const me = { id: await anExpert(db, 'a', { regionCode: baohe }), regionCode: baohe };
    expect(await listKeptFrom(office(db), me)).toMatchObject([{ id: applicationId, kinds: ['same-region'] }]);
    expect(await listKeptFrom(as(db, 'programme-officer', baohe), me)).toHaveLength(1);
    await expect(listKeptFrom(as(db, 'programme-officer', neighbour), me)).rejects.toThrow('not-allowed');
  });
});

describe('ties that are declared or recorded', () => {
  test.for<[string, { regionCode?: string; organisationName?: string }]>([
    ['an organisation by its name', { organisationName: '滨湖世纪社区 服务中心' }],
    ['a region above', { regionCode: hefei }],
    ['the community', { regionCode: binhu }],
  ])('keep an expert from %s, and only from there', async ([, end], { db }) => {
    const [here, elsewhere] = [await ready(db), await anApplication(db, { status: 'complete', regionCode: '320102001', answers: {} })];
    const id = await anExpert(db, 'a');
    await declareTie(expert(db, id), { ...nothing, ...end, kind: 'trained-or-consulted' });
    expect(await eventsOf(db, id)).toEqual(['conflict.declared']);
    await expect(assign(db, here, id)).rejects.toThrow('expert-trained-or-consulted');
    await assign(db, elsewhere, id);
  });

  test('hold for their time alone', async ({ db }) => {
    const applicationId = await ready(db);
    const id = await anExpert(db, 'a');
    await recordTie(office(db), id, { ...nothing, regionCode: hefei, kind: 'sponsor-tie', fromOn: '2001-01-01', untilOn: '2001-12-31' });
    await assign(db, applicationId, id);
  });

  test('are lifted once, with the reason, by somebody else; what they closed stays closed until it is assigned again', async ({ db }) => {
    const applicationId = await ready(db);
    const id = await anExpert(db, 'a');
    const tie = await recordTie(office(db), id, { ...nothing, regionCode: hefei, kind: 'sponsor-tie' });
    expect(await listTies(expert(db, id), { id, regionCode: '*' })).toMatchObject([{ id: tie, source: 'recorded', regionCode: hefei, liftedAt: null }]);
    await expect(assign(db, applicationId, id)).rejects.toThrow('expert-sponsor-tie');
    await expect(liftTie({ ...office(db), actor: { ...office(db).actor, id } }, tie, { reason: '我觉得已经没有关系了。' })).rejects.toThrow('tie-of-oneself');
    await liftTie(office(db), tie, { reason: '核对合同，赞助关系并不存在。' });
    await expect(liftTie(office(db), tie, { reason: '核对合同，赞助关系并不存在。' })).rejects.toThrow('tie-lifted-already');
    expect(await eventsOf(db, id)).toEqual(['conflict.recorded', 'conflict.lifted']);
    await assign(db, applicationId, id);
  });

  test('are no business of governments, of other experts or of an office elsewhere', async ({ db }) => {
    const id = await anExpert(db, 'a', { regionCode: baohe });
    await anExpert(db, 'b');
    const tie = await recordTie(office(db), id, { ...nothing, regionCode: hefei, kind: 'family' });
    for (const other of [as(db, 'government-officer', baohe), expert(db, 'b'), as(db, 'programme-officer', neighbour)]) {
      await expect(recordTie(other, id, { ...nothing, regionCode: hefei, kind: 'family' })).rejects.toThrow('not-allowed');
      await expect(liftTie(other, tie, { reason: '没有这样的关系，请解除。' })).rejects.toThrow('not-allowed');
      await expect(listTies(other, { id, regionCode: baohe })).rejects.toThrow('not-allowed');
    }
    await aUser(db, 'stranger');
    await expect(declareTie(expert(db, 'stranger'), { ...nothing, regionCode: hefei, kind: 'family' })).rejects.toThrow('expert-not-listed');
    await expect(recordTie(office(db), 'nobody', { ...nothing, regionCode: hefei, kind: 'family' })).rejects.toThrow('expert-not-found');
    await expect(recordTie(office(db), id, { ...nothing, regionCode: '99', kind: 'family' })).rejects.toThrow('region-not-found');
    await expect(liftTie(office(db), 'nothing', { reason: '没有这样的关系，请解除。' })).rejects.toThrow('tie-not-found');
  });
});

describe('accepting', () => {
  test('keeps the words that were confirmed; without them, or under old ones, it is refused', async ({ db }) => {
    const id = await assign(db, await ready(db), await anExpert(db, 'a'));
    await expect(acceptAssignment(expert(db, 'a'), id, { attested: '' })).rejects.toThrow('attestation-missing');
    await expect(acceptAssignment(expert(db, 'a'), id, { attested: '2020-1' })).rejects.toThrow('attestation-outdated');
    await acceptAssignment(expert(db, 'a'), id, attested);
    expect(await db.select().from(attestations)).toMatchObject([{ assignmentId: id, expertId: 'a', version: attested.attested, statement: conflictWords['zh-CN'].statement.join('\n') }]);
  });

  test('speaks of no applicant where none is shown', async ({ db }) => {
    const callId = await aCall(db, { review: { reviewsPerApplication: 1, scoreFrom: 0, scoreTo: 100, blindness: { ...usualBlindness, first: { ...usualBlindness.first, reviewersSeeApplicant: false } } } });
    const id = await assign(db, await anApplication(db, { status: 'complete', callId }), await anExpert(db, 'a'));
    await acceptAssignment(expert(db, 'a'), id, attested);
    expect(await db.select({ statement: attestations.statement }).from(attestations)).toEqual([{ statement: conflictWords['zh-CN'].statementUnnamed.join('\n') }]);
  });
});

describe('when every expert is in conflict', () => {
  test('each is shown with the reason, none is assigned, the application waits, and one more expert is the way out', async ({ db }) => {
    const applicationId = await ready(db);
    await anExpert(db, 'near', { regionCode: baohe });
    await anExpert(db, 'kin');
    await declareTie(expert(db, 'kin'), { ...nothing, regionCode: binhu, kind: 'family' });
    const found = await candidatesOf(office(db), applicationId);
    expect(found.map(({ id, whyNot }) => [id, whyNot]).toSorted()).toEqual([['kin', 'family'], ['near', 'same-region']]);
    for (const [id, code] of [['near', 'expert-same-region'], ['kin', 'expert-family-tie']] as const) await expect(assign(db, applicationId, id)).rejects.toThrow(code);
    expect((await db.execute(sql`select status from applications where id = ${applicationId}`)).rows).toEqual([{ status: 'complete' }]);
    await assign(db, applicationId, await anExpert(db, 'far'));
  });
});

describe('a tie that arises later', () => {
  test('closes what is open, sets submitted marks aside, deletes nothing and leaves records', async ({ db }) => {
    const [open, done] = [await ready(db), await anApplication(db, { status: 'complete', regionCode: '340111001', applicantCode: '340111001' })];
    const id = await anExpert(db, 'a');
    const half = await assign(db, open, id);
    await acceptAssignment(expert(db, id), half, attested);
    await saveScores(expert(db, id), half, marks(0));
    const whole = await aReview(db, done, await anExpert(db, 'b'));
    for (const who of ['a', 'b']) await editExpert(office(db), who, { fields: ['education'], regionCode: baohe, organisationName: '' });

    const states = await db.select({ id: assignments.id, state: assignments.state, setAsideAt: assignments.setAsideAt }).from(assignments);
    expect(states.map(({ id: one, state, setAsideAt }) => [one, state, setAsideAt !== null]).toSorted()).toEqual([[half, 'conflict', true], [whole, 'submitted', true]].toSorted());
    for (const one of [half, whole]) {
      expect((await eventsOf(db, one)).at(-1)).toBe('review.set-aside');
      expect(await db.$count(marksTable, eq(marksTable.assignmentId, one))).toBeGreaterThan(0);
    }
  });
});
