import { and, eq } from 'drizzle-orm';
import { describe, expect } from 'vitest';
import { evidence } from '#app/domain/base/evidence/tables.server.ts';
import { moderationItems } from '#app/domain/children/moderation/tables.server.ts';
import { records } from '#app/platform/tables.server.ts';
import * as exhibitionsPage from '#app/routes/public/exhibitions/exhibitions.tsx';
import { newTicket } from '#app/domain/children/suggestions/plate.ts';
import { aPdf } from '#tests/apply.ts';
import { aChild, asChild } from '#tests/councils.ts';
import { rendered, wordsOf } from '#tests/rendered.tsx';
import { allowShow, aSolicitation, onDay, readWorks, shownWorksOf, solicitationInput, work } from '#tests/solicitations.ts';
import { as, binhu, ctxOf, neighbour, test } from '#tests/world.ts';
import { chooseWorks, ownChoice } from './choose.ts';
import { decidePrizes } from './decide.ts';
import { getExhibition, listExhibitions } from './exhibition.ts';
import { featuredWorks } from './featured.ts';
import { ownWorks, solicitationsForChild, takeBackWork, workByPlate } from './for-child.ts';
import { forgetChild } from './forget-child.ts';
import { enterPaperWork, handInWork } from './hand-in.ts';
import { SolicitationInput } from './input.ts';
import { declareConflicts, inviteJuror, jurorOf, markWork, removeJuror, worksToJudge } from './jury.ts';
import { endLicence, licenseWork } from './licence.ts';
import { childrensChoice, mostBallotsOfCode, phaseOn, standings } from './model.ts';
import { getSolicitation } from './read.ts';
import { solicitationBallots, solicitationWorks } from './tables.server.ts';
import { callOffSolicitation, publishSolicitation, saveSolicitation, startSolicitation } from './write-solicitation.ts';

const [open, choosing, judging] = [onDay('2026-09-02'), onDay('2026-09-12'), onDay('2026-09-16')];

describe('the rules of solicitations', () => {
  test('name the phase of every day, the last days included', () => {
    const days = { state: 'published' as const, opensOn: '2026-09-01', closesOn: '2026-09-10', chooseUntil: '2026-09-15' };
    expect(['2026-08-31', '2026-09-01', '2026-09-10', '2026-09-11', '2026-09-15', '2026-09-16'].map((day) => phaseOn(days, day))).toEqual(['coming', 'open', 'open', 'choosing', 'choosing', 'judging']);
    expect(phaseOn({ ...days, state: 'called-off' }, '2026-09-02')).toBe('called-off');
  });

  test('let one mark say nothing, and name what children chose without saying how often', () => {
    expect(standings([{ id: 'a', number: 1, marks: [5] }, { id: 'b', number: 2, marks: [3, 4] }]).map(({ id, mean }) => [id, mean])).toEqual([['b', 3.5], ['a', null]]);
    expect([...childrensChoice(new Map([['a', 5], ['b', 2], ['c', 2], ['d', 2], ['e', 1]]))]).toEqual(['a', 'b', 'c', 'd']);
    expect(childrensChoice(new Map())).toEqual(new Set());
  });

  test('read prizes a line each and refuse days in the wrong order', () => {
    expect(solicitationInput().prizes).toEqual([{ name: '创意奖', places: 2 }, { name: '合作奖', places: 1 }]);
    const problems = (given: Record<string, unknown>) => SolicitationInput.safeParse({ ...solicitationInput(), prizes: '创意奖 2', showUntil: '', ...given }).error?.issues.map(({ path, message }) => `${path.join('.')} ${message}`);
    expect(problems({ prizes: '创意奖' })).toEqual(['prizes solicitation-prizes']);
    expect(problems({ closesOn: '2026-08-01' })).toEqual(['closesOn solicitation-days']);
    expect(problems({})).toBeUndefined();
  });
});

describe('writing a solicitation', () => {
  test('is done by those who work for the place, and its rules stand once it is published', async ({ db }) => {
    const ctx = as(db, 'community-worker', binhu);
    const id = await startSolicitation(ctx, binhu, solicitationInput());
    await saveSolicitation(ctx, id, 1, solicitationInput({ title: '给社区画一面墙' }));
    await expect(saveSolicitation(ctx, id, 1, solicitationInput())).rejects.toThrow('changed-meanwhile');
    await publishSolicitation(ctx, id);
    await expect(saveSolicitation(ctx, id, 2, solicitationInput())).rejects.toThrow('solicitation-published');
    await expect(startSolicitation(as(db, 'community-worker', neighbour), binhu, solicitationInput())).rejects.toThrow('not-allowed');
    await expect(callOffSolicitation(ctx, id, '场地没有了')).rejects.toThrow('not-allowed');
    await callOffSolicitation(as(db, 'government-officer', binhu), id, '场地没有了');
    await expect(handInWork(asChild(db, await aChild(db), binhu, open), id, work('迟到'))).rejects.toThrow('solicitation-not-open');
  });

  test('is refused when its last day has passed already', async ({ db }) => {
    const ctx = as(db, 'community-worker', binhu, judging);
    const id = await startSolicitation(ctx, binhu, solicitationInput());
    await expect(publishSolicitation(ctx, id)).rejects.toThrow('solicitation-over');
  });
});

describe('handing a work in', () => {
  test('CN-07: is for children who came in, in their place, of the right age, and leaves no child in the records', async ({ db }) => {
    const id = await aSolicitation(db);
    await expect(handInWork(ctxOf(db), id, work('陌生人'))).rejects.toThrow('child-code-needed');
    await expect(handInWork(asChild(db, null, neighbour, open), id, work('邻居'))).rejects.toThrow('solicitation-elsewhere');
    const small = { ...asChild(db, null, binhu, open), child: { childId: null, codeId: '00000000-0000-7000-8000-000000000002', regionCode: binhu, layer: 'with-grown-up' as const } };
    await expect(handInWork(small, id, work('小小孩'))).rejects.toThrow('solicitation-other-layer');
    const childId = await aChild(db);
    const first = await handInWork(asChild(db, childId, binhu, open), id, work('小路'));
    expect(first).toMatchObject({ number: 1, plate: expect.stringMatching(/^\p{Script=Han}{2}·\p{Script=Han}{2}·\p{Script=Han}{2}·\d+$/u) });
    const told = await db.select().from(records).where(eq(records.subjectId, first.id));
    expect(told).toMatchObject([{ event: 'work.handed-in', actorId: '', requestId: '' }]);
    expect(JSON.stringify(told)).not.toContain(childId);
  });

  test('counts once when the button is pressed twice, and ends at three works of one child', async ({ db }) => {
    const id = await aSolicitation(db);
    const ctx = asChild(db, await aChild(db), binhu, open);
    const first = await handInWork(ctx, id, work('一'));
    expect(await handInWork(ctx, id, { ...work('一'), plate: first.plate })).toEqual(first);
    await handInWork(ctx, id, work('二'));
    await handInWork(ctx, id, work('三'));
    await expect(handInWork(ctx, id, work('四'))).rejects.toThrow('work-too-many');
    await expect(takeBackWork(asChild(db, await aChild(db), binhu, open), first.id)).rejects.toThrow('work-not-found');
    await takeBackWork(ctx, first.id);
    expect((await handInWork(ctx, id, work('四'))).number).toBe(4);
    expect((await ownWorks(ctx, id)).map(({ title }) => title)).toEqual(['二', '三', '四']);
  });

  test('asks for words where words are wanted and for a picture where a picture is, and for nothing else in its place', async ({ db }) => {
    const ctx = asChild(db, await aChild(db), binhu, open);
    await expect(handInWork(ctx, await aSolicitation(db), { ...work('空'), text: '' })).rejects.toThrow('work-words-missing');
    const drawing = await aSolicitation(db, { kind: 'drawing' });
    await expect(handInWork(ctx, drawing, work('画'))).rejects.toThrow('work-picture-missing');
    await expect(handInWork(ctx, drawing, work('画'), aPdf())).rejects.toThrow('picture-only');
  });

  test('on paper is entered by staff, and is found and taken back by its plate alone', async ({ db }) => {
    const id = await aSolicitation(db);
    const { plate, id: workId } = await enterPaperWork(as(db, 'community-worker', binhu, open), id, { ...work('纸上的歌'), layer: 'primary' });
    expect(await workByPlate(ctxOf(db), plate.replaceAll('·', ' '))).toMatchObject({ id: workId, seen: 'reading' });
    await expect(workByPlate(ctxOf(db), '风筝·海豚·云朵·7')).rejects.toThrow('plate-unknown');
    await takeBackWork(ctxOf(db), newTicket(ctxOf(db), { id: workId, county: 340111 }));
    expect(await db.select().from(moderationItems).where(eq(moderationItems.subjectId, workId))).toEqual([]);
    await expect(enterPaperWork(as(db, 'community-worker', neighbour, open), id, { ...work('外地'), layer: 'primary' })).rejects.toThrow('not-allowed');
  });
});

describe('a work is shown', () => {
  test('CN-12: only when two people have read it and the guardian has agreed, and no longer once they take that back', async ({ db }) => {
    const id = await aSolicitation(db);
    const childId = await aChild(db);
    const { id: own } = await handInWork(asChild(db, childId, binhu, open), id, work('有账号'));
    const paper = await enterPaperWork(as(db, 'community-worker', binhu, open), id, { ...work('纸上'), layer: 'teen' });
    const staff = as(db, 'community-worker', binhu, open);
    const shown = async () => (await getSolicitation(staff, id)).works.filter((one) => one.isShowable).map(({ title }) => title);
    await readWorks(db, [own, paper.id]);
    expect(await shown()).toEqual([]);
    await allowShow(db, childId);
    await licenseWork(staff, id, paper.id);
    expect(await shown()).toEqual(['有账号', '纸上']);
    await expect(licenseWork(staff, id, own)).rejects.toThrow('licence-in-account');
    await allowShow(db, childId, false);
    await endLicence(staff, id, paper.id);
    expect(await shown()).toEqual([]);
  });
});

describe('choosing', () => {
  test('takes up to three of the works on show, once for a child with an account, and its last word counts', async ({ db }) => {
    const id = await aSolicitation(db);
    const [a, b] = [await aChild(db), await aChild(db)];
    const [first, second] = await shownWorksOf(db, id, [a, b]);
    const ctx = asChild(db, a, binhu, choosing);
    await expect(chooseWorks(asChild(db, a, binhu, open), id, [first!])).rejects.toThrow('solicitation-not-choosing');
    await chooseWorks(ctx, id, [first!, second!]);
    await chooseWorks(ctx, id, [second!]);
    expect(await ownChoice(ctx, id)).toEqual([second]);
    const ballots = await db.select().from(solicitationBallots);
    expect(ballots).toHaveLength(1);
    expect(JSON.stringify(ballots)).not.toContain(a);
    await expect(chooseWorks(ctx, id, ['0199a000-0000-7000-8000-00000000000a'])).rejects.toThrow('work-not-found');
  });

  test('by a class code ends with a class', async ({ db }) => {
    const id = await aSolicitation(db);
    const [workId] = await shownWorksOf(db, id, [await aChild(db)]);
    const ctx = asChild(db, null, binhu, choosing);
    for (let at = 0; at < mostBallotsOfCode; at += 1) await chooseWorks(ctx, id, [workId!]);
    await expect(chooseWorks(ctx, id, [workId!])).rejects.toThrow('solicitation-ballots-used');
  });
});

describe('the jury', () => {
  test('sees works without names, stays away from those it knows, and only marks after saying so', async ({ db }) => {
    const id = await aSolicitation(db);
    const [known, other] = await shownWorksOf(db, id, [await aChild(db), await aChild(db)]);
    const code = await inviteJuror(as(db, 'community-worker', binhu, open), id, { name: '周老师', role: '音乐老师' });
    const ctx = ctxOf(db, undefined, judging);
    await expect(declareConflicts(ctxOf(db, undefined, open), code, [])).rejects.toThrow('solicitation-not-judging');
    await expect(markWork(ctx, code, { workId: other!, mark: 4, note: '' })).rejects.toThrow('juror-declare-first');
    await declareConflicts(ctx, code, [known!]);
    await expect(declareConflicts(ctx, code, [])).rejects.toThrow('juror-declared');
    await expect(markWork(ctx, code, { workId: known!, mark: 5, note: '' })).rejects.toThrow('juror-conflict');
    await markWork(ctx, code.toLowerCase(), { workId: other!, mark: 4, note: '有自己的想法' });
    const { juror } = await jurorOf(ctx, code);
    const seen = await worksToJudge(ctx, juror);
    expect(Object.keys(seen[0]!)).not.toContain('penName');
    expect(seen.find((one) => one.id === other)).toMatchObject({ mark: 4 });
    await removeJuror(as(db, 'community-worker', binhu, judging), id, juror.id, '换人');
    await expect(markWork(ctx, code, { workId: other!, mark: 1, note: '' })).rejects.toThrow('juror-not-found');
    expect((await getSolicitation(as(db, 'community-worker', binhu, judging), id)).standings.every(({ count }) => count === 0)).toBe(true);
  });
});

describe('the decision', () => {
  test('is an officer’s, within the prizes, of works that may be shown; it opens the exhibition and leaves evidence', async ({ db }) => {
    const id = await aSolicitation(db);
    const [a, b] = [await aChild(db), await aChild(db)];
    const [first, second] = await shownWorksOf(db, id, [a, b]);
    const hidden = await enterPaperWork(as(db, 'community-worker', binhu, open), id, { ...work('未授权'), layer: 'primary' });
    await chooseWorks(asChild(db, a, binhu, choosing), id, [second!]);
    const officer = as(db, 'government-officer', binhu, judging);
    const give = (prizes: [string, string][]) => decidePrizes(officer, id, new Map(prizes), '想法都是自己的。');
    await expect(decidePrizes(as(db, 'community-worker', binhu, judging), id, new Map(), '代办')).rejects.toThrow('not-allowed');
    await expect(decidePrizes(as(db, 'government-officer', binhu, choosing), id, new Map(), '太早')).rejects.toThrow('solicitation-not-judging');
    await expect(give([[hidden.id, '创意奖']])).rejects.toThrow('work-not-showable');
    await expect(give([[first!, '第一名']])).rejects.toThrow('prize-unknown');
    await expect(give([[first!, '合作奖'], [second!, '合作奖']])).rejects.toThrow('prize-places');
    await give([[first!, '创意奖']]);
    const shown = await getExhibition(ctxOf(db, undefined, judging), id);
    expect(shown.works.map(({ number, prize, isChildrensChoice }) => [number, prize, isChildrensChoice])).toEqual([[1, '创意奖', false], [2, '', true]]);
    expect(JSON.stringify(shown)).not.toContain(hidden.id);
    expect((await listExhibitions(ctxOf(db, undefined, judging), {})).rows).toMatchObject([{ id, works: 2 }]);
    await expect(getExhibition(ctxOf(db, undefined, onDay('2027-09-16')), id)).rejects.toThrow('solicitation-not-found');
    expect(await db.select({ title: evidence.title }).from(evidence)).toEqual([{ title: '面向儿童的征集已评定并展出：给社区写一首歌' }]);
    await expect(give([])).rejects.toThrow('solicitation-decided');
  });
});

describe('works that stand first', () => {
  test('MO-03: received a prize or were chosen by children, and never carry one of the four labels', async ({ db }) => {
    const id = await aSolicitation(db);
    const [plain, marked] = await shownWorksOf(db, id, [await aChild(db), await aChild(db)]);
    await decidePrizes(as(db, 'government-officer', binhu, judging), id, new Map([[plain!, '创意奖'], [marked!, '合作奖']]), '想法都是自己的。');
    const now = ctxOf(db, undefined, judging);
    expect((await featuredWorks(now)).map((each) => each.id).toSorted()).toEqual([plain!, marked!].toSorted());
    await db.update(moderationItems).set({ labels: ['imitation'] }).where(and(eq(moderationItems.kind, 'work'), eq(moderationItems.subjectId, marked!)));
    expect(await featuredWorks(now)).toMatchObject([{ id: plain, prize: '创意奖', title: '第1首', exhibition: id }]);
    expect(await featuredWorks(now, 'photo')).toEqual([]);
    expect((await getExhibition(now, id)).works.map((each) => [each.id, each.mayStandFirst])).toEqual([[plain, true], [marked, false]]);
    expect(wordsOf(await rendered(exhibitionsPage, now, '/exhibitions'))).toContain('获奖的和孩子们选出的 第1首');
    await allowShow(db, (await db.select({ childId: solicitationWorks.childId }).from(solicitationWorks).where(eq(solicitationWorks.id, plain!)))[0]!.childId!, false);
    expect(await featuredWorks(now), 'without the guardian’s consent it is gone at once').toEqual([]);
  });
});

describe('a child who is forgotten', () => {
  test('leaves no work and no ballot behind', async ({ db }) => {
    const id = await aSolicitation(db);
    const [a, b] = [await aChild(db), await aChild(db)];
    const [, second] = await shownWorksOf(db, id, [a, b]);
    await chooseWorks(asChild(db, a, binhu, choosing), id, [second!]);
    await forgetChild(ctxOf(db), a);
    expect((await db.select({ id: solicitationWorks.id }).from(solicitationWorks))).toEqual([{ id: second }]);
    expect(await db.select().from(solicitationBallots)).toEqual([]);
    expect((await solicitationsForChild(asChild(db, b, binhu, open))).map((one) => one.phase)).toEqual(['open']);
  });
});
