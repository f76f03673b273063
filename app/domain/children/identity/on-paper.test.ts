import { describe, expect } from 'vitest';
import type { Db } from '#app/db/db.server.ts';
import { system } from '#app/platform/ctx.ts';
import { records } from '#app/platform/tables.server.ts';
import { aPdf, ownFilesFolder } from '#tests/apply.ts';
import { aRegion, aUser } from '#tests/cycle.ts';
import { changeId, movedUnit } from '#tests/region-change.ts';
import { as, binhu, ctxOf, neighbour, person, test } from '#tests/world.ts';
import { acceptSlip, takeSlip } from './accept-slip.ts';
import { childOnPaper, makeCardOnPaper } from './card-on-paper.ts';
import { enter } from './enter.ts';
import { familiesAtWork } from './families-at-work.ts';
import { getHeld, listFamily } from './family.ts';
import { followRegions } from './follow-regions.ts';
import { issueCode } from './issue-code.ts';
import { issueSlip } from './issue-slip.ts';
import { makeCard } from './make-card.ts';
import type { Drawing } from './model.ts';
import { registerOnPaper } from './register-on-paper.ts';

const pictures: readonly Drawing[] = ['kite', 'dolphin', 'tree', 'star'];
const worker = (db: Db) => as(db, 'community-worker', binhu);
const visitor = (db: Db) => ({ ...ctxOf(db), address: '10.1.1.1' });

async function onPaper(db: Db) {
  await aRegion(db, binhu, '滨湖世纪社区');
  await aUser(db, worker(db).actor.id);
  const yes = { registrationGuardian: true, registrationChild: true, participationGuardian: true, participationChild: true };
  return registerOnPaper(worker(db), binhu, { name: '李小雨', nickname: '小雨点', birthday: '2017-03-01', ...yes }, { name: '同意书.pdf', content: aPdf() });
}

ownFilesFolder();

describe('a child entered on paper', () => {
  test('gets a card whose code is given out once and opens the door with the drawings the child chose', async ({ db }) => {
    const id = await onPaper(db);
    expect(await childOnPaper(worker(db), binhu, id)).toMatchObject({ hasCard: false, hasGuardian: false });
    const first = await makeCardOnPaper(worker(db), binhu, id, pictures);
    const code = await makeCardOnPaper(worker(db), binhu, id, pictures);
    await expect(enter(visitor(db), first, pictures), 'a lost card ends').rejects.toThrow('child-code-unknown');
    expect(await enter(visitor(db), code, pictures)).toMatchObject({ childId: id, layer: 'primary' });
    await expect(enter(visitor(db), code, pictures.toReversed())).rejects.toThrow('child-pictures-wrong');
    expect(JSON.stringify(await familiesAtWork(worker(db), binhu)), 'no page of the staff says it again').not.toContain(code);
    const said = (await db.select().from(records)).filter(({ event }) => event === 'child.card-made');
    expect(said.map(({ subjectId, facts }) => [subjectId, JSON.stringify(facts).includes(id)])).toEqual([['card', false], ['card', false]]);
  });

  test('is the guardian’s once the slip is accepted: they see, make cards, and nobody at work does any more', async ({ db }) => {
    const id = await onPaper(db);
    await makeCardOnPaper(worker(db), binhu, id, pictures);
    const { code } = await issueSlip(worker(db), binhu, '李妈妈', { childId: id, relation: 'mother' });
    const userId = await acceptSlip(visitor(db), code, { username: 'li-mama', password: 'a long enough one 26', again: 'a long enough one 26' });
    const mother = ctxOf(db, person('guardian', binhu, userId));
    expect(await listFamily(mother)).toMatchObject([{ id, nickname: '小雨点' }]);
    expect(await getHeld(mother, id)).toMatchObject({ name: '李小雨', relation: 'mother' });
    await expect(makeCardOnPaper(worker(db), binhu, id, pictures)).rejects.toThrow('card-is-the-guardians');
    expect((await familiesAtWork(worker(db), binhu)).children).toMatchObject([{ id, hasGuardian: true }]);
    expect(await enter(visitor(db), await makeCard(mother, id, pictures), pictures)).toMatchObject({ childId: id });
  });

  test('is added to the account of a guardian who has one, with a slip for this child and no other', async ({ db }) => {
    const id = await onPaper(db);
    const mother = ctxOf(db, person('guardian', binhu, 'mother'));
    await expect(takeSlip(mother, (await issueSlip(worker(db), binhu, '李妈妈')).code)).rejects.toThrow('slip-without-child');
    const { code } = await issueSlip(worker(db), binhu, '李妈妈', { childId: id, relation: 'mother' });
    await expect(takeSlip(worker(db), code)).rejects.toThrow('not-allowed');
    await takeSlip(mother, code);
    await expect(takeSlip(mother, code)).rejects.toThrow('slip-over');
    expect(await listFamily(mother)).toMatchObject([{ id }]);
  });

  test('is nobody’s from elsewhere: other communities, other roles, other ids', async ({ db }) => {
    const id = await onPaper(db);
    const elsewhere = as(db, 'community-worker', neighbour);
    await expect(makeCardOnPaper(elsewhere, binhu, id, pictures)).rejects.toThrow('not-allowed');
    await expect(makeCardOnPaper(elsewhere, neighbour, id, pictures)).rejects.toThrow('not-found');
    await expect(issueSlip(elsewhere, neighbour, '某人', { childId: id, relation: 'mother' })).rejects.toThrow('not-found');
    await expect(makeCardOnPaper(as(db, 'expert', '*'), binhu, id, pictures)).rejects.toThrow('not-allowed');
    await expect(makeCardOnPaper(worker(db), binhu, 'nobody', pictures)).rejects.toThrow('not-found');
  });
});

test('children, slips and class codes go on when their place is given another code, unopened', async ({ db }) => {
  const id = await onPaper(db);
  const card = await makeCardOnPaper(worker(db), binhu, id, pictures);
  const { code } = await issueCode(worker(db), binhu, { layer: 'primary', label: '三（2）班', validFrom: '2026-09-01', validTo: '2026-09-30', mostUses: undefined });
  await issueSlip(worker(db), binhu, '李妈妈', { childId: id, relation: 'mother' });
  const fresh = '340195001';
  await movedUnit(db, binhu, fresh);
  expect([await followRegions(ctxOf(db, system), changeId), await followRegions(ctxOf(db, system), changeId)]).toEqual(['1', '0']);
  expect(await familiesAtWork(as(db, 'community-worker', fresh), fresh)).toMatchObject({ slips: [{ name: '李妈妈' }], children: [{ id }] });
  expect(await enter(visitor(db), card, pictures)).toMatchObject({ childId: id, regionCode: fresh });
  expect(await enter(visitor(db), code, [])).toMatchObject({ regionCode: fresh });
});
