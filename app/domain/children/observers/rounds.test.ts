import { eq } from 'drizzle-orm';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { openDb } from '#app/db/db.server.ts';
import { readWhole } from '#app/domain/base/files/storage.ts';
import { regionLineage, regionPasts } from '#app/domain/base/regions/tables.server.ts';
import { editText } from '#app/domain/children/moderation/edit-text.ts';
import { settleFaces } from '#app/domain/children/moderation/faces.ts';
import { listQueue } from '#app/domain/children/moderation/read.ts';
import { moderationItems } from '#app/domain/children/moderation/tables.server.ts';
import { suggestionMatters } from '#app/domain/children/suggestions/tables.server.ts';
import { aUser } from '#tests/cycle.ts';
import { aChild, asChild, keeper, readAll } from '#tests/councils.ts';
import { as, binhu, ctxOf, neighbour, test } from '#tests/world.ts';
import { workerDatabase } from '#tests/worker-database.ts';
import { forgetChild } from './forget-child.ts';
import { answerWording, answerWordingOnPaper } from './answer-wording.ts';
import { countRounds } from './counts.ts';
import { endRound } from './end-round.ts';
import { followModeration } from './follow-moderation.ts';
import { followRegions } from './follow-regions.ts';
import { noteToMatter } from './note-to-matter.ts';
import { photoOfRound } from './open-photo.ts';
import { planRound } from './plan-round.ts';
import { ownNotes, roundDesk, roundsForChild, roundsHere } from './read.ts';
import { signUp, signUpOnPaper, takeBack } from './sign-up.ts';
import { roundNotes, roundSignUps } from './tables.server.ts';
import { writeNote, writeNoteOnPaper } from './write-note.ts';

const plan = { title: '放学路走一走', about: '看看路口和路灯', startsAt: new Date('2026-09-06T06:00:00Z'), place: '滨湖小学东门', seats: 2, supporter: '陈社工', checkedOn: '2026-05-01' };
const after = new Date('2026-09-06T08:00:00Z');

describe('an observers’ round', () => {
  test('is planned by those who keep councils here, with a checked adult, on a day to come', async ({ db }) => {
    await expect(planRound(as(db, 'community-worker', neighbour), binhu, plan)).rejects.toThrow('not-allowed');
    await expect(planRound(keeper(db), binhu, { ...plan, checkedOn: '2025-08-01' })).rejects.toThrow('supporter-not-checked');
    await expect(planRound(keeper(db), binhu, { ...plan, startsAt: new Date('2026-08-01T06:00:00Z') })).rejects.toThrow('council-day-past');
    expect((await roundDesk(keeper(db), await planRound(keeper(db), binhu, plan))).round).toMatchObject({ state: 'open', seats: 2 });
  });

  test('seats whoever comes first, lets others wait, and gives a seat that is given back to who has waited longest', async ({ db }) => {
    const id = await planRound(keeper(db), binhu, plan);
    const [first, second, third] = [await aChild(db), await aChild(db), await aChild(db)];
    await expect(signUp(asChild(db, null), id, '风筝')).rejects.toThrow('council-account-needed');
    await expect(signUp(asChild(db, await aChild(db, { participates: false })), id, '风筝')).rejects.toThrow('council-consent-needed');
    expect([await signUp(asChild(db, first), id, '风筝'), await signUpOnPaper(keeper(db), id, { nickname: '小船', consentOn: '2026-08-30' }), await signUp(asChild(db, second), id, '海豚'), await signUp(asChild(db, third), id, '小鹿')]).toEqual(['seated', 'seated', 'waiting', 'waiting']);
    expect(await signUp(asChild(db, first), id, '风筝')).toBe('seated');
    await takeBack(asChild(db, first), id);
    await expect(takeBack(asChild(db, first), id)).rejects.toThrow('round-not-signed-up');
    expect((await roundsForChild(asChild(db, second), binhu, second))[0]).toMatchObject({ mine: 'seated', taken: 2 });
    await forgetChild(as(db, 'system-admin', '*'), second);
    expect((await roundsForChild(asChild(db, third), binhu, third))[0]).toMatchObject({ mine: 'seated' });
    expect(await signUp(asChild(db, first), id, '风筝')).toBe('waiting');
    await expect(signUp(asChild(db, await aChild(db), binhu, after), id, '晚了')).rejects.toThrow('observer-round-closed');
  });

  test('is walked, noted and leaves a matter on the promise clock; words of a child go with the child', async ({ db }) => {
    const id = await planRound(keeper(db), binhu, plan);
    const childId = await aChild(db);
    await signUp(asChild(db, childId), id, '风筝');
    const seen = { text: '斑马线看不清了', photos: [] };
    await expect(writeNote(asChild(db, childId), id, seen)).rejects.toThrow('round-not-yet');
    await expect(writeNote(asChild(db, await aChild(db), binhu, after), id, seen)).rejects.toThrow('round-not-signed-up');
    const noteId = await writeNote(asChild(db, childId, binhu, after), id, seen);
    await writeNoteOnPaper(keeper(db, binhu, after), id, { text: '孩子说灯太暗', photos: [] });
    await readAll(db);
    const ctx = keeper(db, binhu, after);
    await noteToMatter(ctx, id, noteId);
    await expect(noteToMatter(ctx, id, noteId)).rejects.toThrow('round-note-taken-up');
    expect(await db.$count(suggestionMatters, eq(suggestionMatters.regionCode, binhu))).toBe(1);
    const { signUps, notes } = await roundDesk(ctx, id);
    expect(notes.map(({ isApproved }) => isApproved)).toEqual([true, true]);
    await endRound(ctx, id, { there: signUps.map((one) => one.id), summary: '看了两处路口。' });
    expect((await roundDesk(ctx, id)).round).toMatchObject({ state: 'walked', summary: '看了两处路口。' });
    await forgetChild(as(db, 'system-admin', '*'), childId);
    expect(await db.select({ text: roundNotes.text }).from(roundNotes)).toEqual([{ text: '孩子说灯太暗' }]);
    expect(await db.$count(moderationItems, eq(moderationItems.subjectId, noteId)), 'nor does moderation keep the words').toBe(0);
    expect([await countRounds(ctx, '3401', '2026-01-01'), await countRounds(ctx, '*', '2026-10-01')]).toEqual([1, 0]);
  });

  test('takes photographs with a finding that staff write down: pictures only, without the place they were taken, unseen until somebody has looked', async ({ db }) => {
    const ctx = keeper(db, binhu, after);
    await aUser(db, ctx.actor.id);
    const id = await planRound(keeper(db), binhu, plan);
    const content = await sharp({ create: { width: 80, height: 60, channels: 3, background: '#888' } }).withExif({ IFD0: { Make: 'secret-camera' }, IFD3: { GPSLatitude: '31/1 43/1 0/1' } }).jpeg().toBuffer();
    const photo = { kind: 'photo' as const, content };
    await expect(writeNoteOnPaper(ctx, id, { text: '台阶太高', photos: [photo, photo, photo, photo] })).rejects.toThrow('round-photos');
    await expect(writeNoteOnPaper(ctx, id, { text: '台阶太高', photos: [{ kind: 'photo', content: Buffer.from('%PDF-1.7') }] })).rejects.toThrow('file-damaged');
    await expect(writeNoteOnPaper(as(db, 'community-worker', neighbour, after), id, { text: '台阶太高', photos: [photo] })).rejects.toThrow('not-allowed');
    await writeNoteOnPaper(ctx, id, { text: '台阶太高', photos: [photo] });
    const { note } = (await roundDesk(ctx, id)).notes[0]!;
    const stored = await photoOfRound(ctx, binhu, id, note.fileIds[0]!);
    expect((await readWhole(stored.sha256)).includes('secret-camera')).toBe(false);
    await expect(photoOfRound(ctx, binhu, id, id)).rejects.toThrow('file-not-found');
    await expect(photoOfRound(as(db, 'community-worker', neighbour), binhu, id, note.fileIds[0]!)).rejects.toThrow('not-allowed');
    await expect(readAll(db)).rejects.toThrow('moderation-faces-unknown');
    const [item] = await listQueue(ctx, binhu);
    await settleFaces(ctx, { regionCode: binhu, id: item!.id }, note.fileIds[0]!, 'none');
    await readAll(db);
    expect((await roundDesk(ctx, id)).notes).toMatchObject([{ isApproved: true }]);
  });

  test('has the wording of a finding answered by its child, or face to face by another than who changed it', async ({ db }) => {
    const id = await planRound(keeper(db), binhu, plan);
    const childId = await aChild(db);
    await signUp(asChild(db, childId), id, '风筝');
    const own = await writeNote(asChild(db, childId, binhu, after), id, { text: '斑马线看不清了', photos: [] });
    const paper = await writeNoteOnPaper(keeper(db, binhu, after), id, { text: '孩子说灯太暗', photos: [] });
    const officer = as(db, 'government-officer', binhu, after);
    for (const item of await listQueue(officer, binhu)) await editText(officer, { regionCode: binhu, id: item.id }, { texts: [{ field: 'text', text: '说得更清楚的话' }], labels: [] });
    expect(await ownNotes(asChild(db, childId), id)).toMatchObject([{ id: own, isApproved: false, proposal: [{ text: '说得更清楚的话' }] }]);
    expect(await ownNotes(asChild(db, null), id)).toEqual([]);
    await expect(answerWording(asChild(db, await aChild(db)), id, own, true)).rejects.toThrow('round-note-not-found');
    await expect(answerWordingOnPaper(keeper(db), id, own, true)).rejects.toThrow('council-child-answers-itself');
    await expect(answerWordingOnPaper(officer, id, paper, true)).rejects.toThrow('council-own-wording');
    await expect(answerWordingOnPaper(keeper(db), id, id, true)).rejects.toThrow('round-note-not-found');
    await answerWording(asChild(db, childId), id, own, true);
    await answerWordingOnPaper(keeper(db), id, paper, false);
    expect((await roundDesk(keeper(db), id)).notes.map(({ isApproved, proposal }) => [isApproved, proposal])).toEqual([[true, null], [false, null]]);
    expect(await followModeration(ctxOf(db), { kind: 'round', subjectId: own, outcome: 'approved' })).toBe('reworded');
    expect((await ownNotes(asChild(db, childId), id))[0]!.text).toBe('说得更清楚的话');
  });

  test('goes on under the successor of its place, with sign-ups and findings, even in another county', async ({ db }) => {
    const id = await planRound(keeper(db), binhu, plan);
    await signUpOnPaper(keeper(db), id, { nickname: '小船', consentOn: '2026-08-30' });
    await writeNoteOnPaper(keeper(db, binhu, after), id, { text: '孩子说灯太暗', photos: [] });
    const [to, changeId, until] = ['340104001', '0199a000-0000-7000-8000-0000000000cd', new Date('2026-09-20T00:00:00Z')];
    await db.insert(regionPasts).values({ code: binhu, until, name: '滨湖世纪社区', isEnd: true, changeId, pinyin: '', initials: '' });
    await db.insert(regionLineage).values({ oldCode: binhu, endedAt: until, presentCode: to, isPrincipal: true });
    expect(await followRegions(as(db, 'system-admin', '*'), changeId)).toBe('1');
    const there = await roundDesk(keeper(db, to), id);
    expect([there.round.regionCode, there.signUps.length, there.notes.length]).toEqual([to, 1, 1]);
    expect(await roundsHere(keeper(db), binhu)).toEqual([]);
  });
});

describe('a hundred children at ten seats', () => {
  let opened: ReturnType<typeof openDb>;
  beforeAll(async () => {
    opened = openDb((await workerDatabase()).appUrl, 16);
  });
  afterAll(() => opened.close());

  test('AS-05: get exactly ten, all others wait in the order of coming, and a seat given back goes to the first of them', async () => {
    const { db } = opened;
    const id = await planRound(keeper(db), binhu, { ...plan, seats: 10 });
    const children: string[] = [];
    for (let at = 0; at < 100; at += 1) children.push(await aChild(db));
    const answers = await Promise.all(children.map((childId, at) => signUp(asChild(db, childId), id, `小${at}`)));
    expect(answers.filter((answer) => answer === 'seated')).toHaveLength(10);
    const rows = await db.select().from(roundSignUps).where(eq(roundSignUps.roundId, id)).orderBy(roundSignUps.turn);
    expect(rows.map(({ turn }) => turn)).toEqual(Array.from({ length: 100 }, (_, at) => at + 1));
    expect(rows.map(({ state }) => state)).toEqual([...Array.from({ length: 10 }, () => 'seated'), ...Array.from({ length: 90 }, () => 'waiting')]);
    await Promise.all(rows.slice(0, 3).map(({ childId }) => takeBack(asChild(db, childId), id)));
    const now = await db.select().from(roundSignUps).where(eq(roundSignUps.roundId, id)).orderBy(roundSignUps.turn);
    expect(now.filter(({ state }) => state === 'seated').map(({ turn }) => turn)).toEqual([4, 5, 6, 7, 8, 9, 10, 11, 12, 13]);
  });
});
