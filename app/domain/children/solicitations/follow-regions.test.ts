import { describe, expect } from 'vitest';
import { system } from '#app/platform/ctx.ts';
import { aChild, asChild } from '#tests/councils.ts';
import { changeId, movedUnit } from '#tests/region-change.ts';
import { aSolicitation, onDay, shownWorksOf } from '#tests/solicitations.ts';
import { as, binhu, ctxOf, test } from '#tests/world.ts';
import { chooseWorks } from './choose.ts';
import { dropEvidence } from './drop-evidence.ts';
import { followRegions } from './follow-regions.ts';
import { workByPlate } from './for-child.ts';
import { handInWork } from './hand-in.ts';
import { declareConflicts, inviteJuror, jurorOf, markWork } from './jury.ts';
import { getSolicitation } from './read.ts';
import { solicitationBallots, solicitationJurors, solicitationMarks, solicitations, solicitationWorks } from './tables.server.ts';

const tables = { solicitations, solicitationWorks, solicitationJurors, solicitationBallots, solicitationMarks };

describe('what follows a change of regions', () => {
  test('a solicitation goes on in another county whole: works, ballots, jurors and marks, none lost, none twice', async ({ db }) => {
    const [a, b] = [await aChild(db), await aChild(db)];
    const id = await aSolicitation(db);
    const [first, second] = await shownWorksOf(db, id, [a, b]);
    const handed = await handInWork(asChild(db, a, binhu, onDay('2026-09-03')), id, { title: '再来一首', penName: '小风筝', text: '小河弯弯', plate: '' });
    await chooseWorks(asChild(db, a, binhu, onDay('2026-09-12')), id, [second!]);
    const code = await inviteJuror(as(db, 'community-worker', binhu, onDay('2026-09-02')), id, { name: '周老师', role: '音乐老师' });
    const judging = ctxOf(db, undefined, onDay('2026-09-16'));
    await declareConflicts(judging, code, []);
    await markWork(judging, code, { workId: first!, mark: 4, note: '有自己的想法' });
    const rows = async () => Object.fromEntries(await Promise.all(Object.entries(tables).map(async ([name, table]) => [name, (await db.select().from(table)).map((row) => JSON.stringify({ ...row, countyCode: 0, ...('regionCode' in row ? { regionCode: '' } : {}) })).toSorted()] as const)));
    const before = await rows();
    const fresh = '340195001';
    await movedUnit(db, binhu, fresh);

    expect([await followRegions(ctxOf(db, system), changeId), await followRegions(ctxOf(db, system), changeId)]).toEqual(['1', '0']);
    expect(await rows()).toEqual(before);
    for (const table of Object.values(tables)) for (const row of await db.select({ countyCode: table.countyCode }).from(table)) expect(row.countyCode).toBe(340195);
    expect((await getSolicitation(as(db, 'community-worker', fresh), id)).solicitation.regionCode).toBe(fresh);
    expect(await jurorOf(judging, code)).toMatchObject({ juror: { countyCode: 340195 } });
    expect(await workByPlate(ctxOf(db), handed.plate)).toBeTruthy();
  });
});

test('a work that was evidence goes when it is kept no longer', async ({ db }) => {
  const id = await aSolicitation(db);
  const [workId] = await shownWorksOf(db, id, [await aChild(db)]);
  expect(await dropEvidence(ctxOf(db), { kind: 'work', subjectId: workId, outcome: 'returned' })).toBeUndefined();
  expect(await dropEvidence(ctxOf(db), { kind: 'work', subjectId: workId, outcome: 'dropped' })).toBe('dropped');
  expect(await db.$count(solicitationWorks)).toBe(0);
});
