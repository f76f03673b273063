import { eq, sql } from 'drizzle-orm';
import { describe, expect } from 'vitest';
import { system } from '#app/platform/ctx.ts';
import { records } from '#app/platform/tables.server.ts';
import { aChild, anOpenBallot, asChild, charter, keeper } from '#tests/councils.ts';
import { as, binhu, neighbour, test } from '#tests/world.ts';
import { addPaperVotes, castBallot, makeSlips } from './ballot.ts';
import { countBallot } from './count-ballot.ts';
import { foundCouncil } from './found-council.ts';
import { nominateSelf } from './nominate.ts';
import { endTerms, openTerm } from './open-term.ts';
import { councilDesk } from './read.ts';
import { councilCandidates, councilMembers, councilSlips, councilTerms, councilVoters } from './tables.server.ts';

describe('putting names forward', () => {
  test('needs an account, the guardian’s consent and the place; once each', async ({ db }) => {
    const councilId = await foundCouncil(keeper(db), binhu, { name: '滨湖儿童议事会', charter });
    const termId = await openTerm(keeper(db), councilId, '2026-09-10');
    const said = { nickname: '小海豚', statement: '', isShown: false };
    await expect(nominateSelf(asChild(db, null), termId, said)).rejects.toThrow('council-account-needed');
    await expect(nominateSelf(asChild(db, await aChild(db, { participates: false })), termId, said)).rejects.toThrow('council-consent-needed');
    const childId = await aChild(db);
    await expect(nominateSelf(asChild(db, childId, neighbour), termId, said)).rejects.toThrow('council-of-another-place');
    await nominateSelf(asChild(db, childId), termId, said);
    await expect(nominateSelf(asChild(db, childId), termId, said)).rejects.toThrow('council-named-already');
    const lines = await db.select().from(records).where(eq(records.event, 'council.candidate-named'));
    expect(lines).toMatchObject([{ actorId: '', actorName: '', facts: { seatKind: 'self', onPaper: false } }]);
    expect(JSON.stringify(lines)).not.toContain(childId);
    await expect(nominateSelf(asChild(db, await aChild(db), binhu, new Date('2026-09-11T02:00:00Z')), termId, said)).rejects.toThrow('council-nominations-over');
  });
});

describe('a secret ballot', () => {
  test('takes one voice for an account and one for a slip, and never more names than seats', async ({ db }) => {
    const childId = await aChild(db);
    const { ctx, termId, candidates } = await anOpenBallot(db, { named: 6 });
    await castBallot(asChild(db, childId), termId, [candidates[0]!]);
    await expect(castBallot(asChild(db, childId), termId, [candidates[1]!])).rejects.toThrow('council-voted-already');
    await expect(castBallot(asChild(db, await aChild(db)), termId, candidates)).rejects.toThrow('council-chose-too-many');
    await expect(castBallot(asChild(db, await aChild(db)), termId, [])).rejects.toThrow('council-choose-one');
    const [slip] = await makeSlips(ctx, termId, 3);
    await castBallot(asChild(db, null), termId, [candidates[1]!], slip!.toLowerCase());
    await expect(castBallot(asChild(db, null), termId, [candidates[1]!], slip)).rejects.toThrow('council-slip-unknown');
    await expect(castBallot(as(db, 'community-worker', binhu), termId, [candidates[1]!])).rejects.toThrow('child-code-needed');
    await expect(castBallot(asChild(db, await aChild(db, { regionCode: neighbour }), neighbour), termId, [candidates[1]!])).rejects.toThrow('council-of-another-place');
    expect((await db.select().from(councilTerms))[0]).toMatchObject({ voices: 2 });
  });

  test('can never be laid beside the voter list: sums only, no ids, no times; emptied at the count', async ({ db }) => {
    const childId = await aChild(db);
    const { ctx, termId, candidates } = await anOpenBallot(db);
    await castBallot(asChild(db, childId), termId, [candidates[0]!]);
    const { rows: columns } = await db.execute<{ name: string }>(sql`select column_name as name from information_schema.columns where table_name in ('council_voters', 'council_slips') order by 1`);
    expect([...new Set(columns.map(({ name }) => name))]).toEqual(['county_code', 'slip_hash', 'term_id', 'voter_hash']);
    expect(JSON.stringify(await db.select().from(councilVoters))).not.toContain(childId);
    const desk = await councilDesk(ctx, binhu);
    expect(desk.council && desk.term).toMatchObject({ voices: 1, counts: {}, drawSeed: '' });
    expect(desk.council && Object.keys(desk.term!)).not.toContain('voterKey');
    expect((await db.select().from(records).where(eq(records.event, 'council.ballot-cast'))).map(({ facts }) => facts)).toEqual([{}]);
    await countBallot(ctx, termId);
    expect([await db.$count(councilVoters), await db.$count(councilSlips)]).toEqual([0, 0]);
    expect((await db.select().from(councilTerms))[0]).toMatchObject({ voterKey: '', state: 'sitting', startsOn: '2026-09-01', endsOn: '2028-08-31' });
  });

  test('counts paper with the phones, seats the elected with numbered letters, and shows a nickname only with consent to sharing', async ({ db }) => {
    const [shares, hides] = [await aChild(db, { sharing: true }), await aChild(db)];
    const { ctx, termId, candidates } = await anOpenBallot(db, { named: 4, own: [shares, hides] });
    await expect(addPaperVotes(ctx, termId, { papers: 2, votes: { [candidates[0]!]: 3 }, tellers: '王老师' })).rejects.toThrow('council-votes-too-many');
    await addPaperVotes(ctx, termId, { papers: 10, votes: Object.fromEntries(candidates.map((id, at) => [id, at + 1])), tellers: '王老师、李老师' });
    await castBallot(asChild(db, shares), termId, [candidates[5]!]);
    await expect(countBallot(as(db, 'community-worker', neighbour), termId)).rejects.toThrow('not-allowed');
    await countBallot(ctx, termId);
    const members = await db.select().from(councilMembers).orderBy(councilMembers.letterNumber);
    expect(members.map(({ letterNumber }) => letterNumber)).toEqual(['1-01', '1-02', '1-03', '1-04', '1-05']);
    expect(members.filter(({ isShown }) => isShown).map(({ childId }) => childId)).toEqual([shares]);
    const out = await db.select().from(councilCandidates).where(eq(councilCandidates.state, 'reserve'));
    expect(out).toHaveLength(1);
    await expect(castBallot(asChild(db, await aChild(db)), termId, [candidates[0]!])).rejects.toThrow('council-ballot-closed');
  });
});

test('a term ends by the clock after its last day, and its members sit no more', async ({ db }) => {
  const { ctx, termId, candidates } = await anOpenBallot(db);
  await addPaperVotes(ctx, termId, { papers: 9, votes: { [candidates[0]!]: 4 }, tellers: '王老师、李老师' });
  await countBallot(ctx, termId);
  expect(await endTerms({ ...ctx, actor: system, now: new Date('2028-08-31T02:00:00Z') })).toBe('0');
  expect(await endTerms({ ...ctx, actor: system, now: new Date('2028-09-01T02:00:00Z') })).toBe('1');
  expect((await db.select().from(councilTerms))[0]).toMatchObject({ state: 'ended', endsOn: '2028-08-31' });
  expect((await db.select().from(councilMembers)).every(({ endedOn }) => endedOn === '2028-09-01')).toBe(true);
});
