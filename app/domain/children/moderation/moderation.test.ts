import { eq, sql } from 'drizzle-orm';
import sharp from 'sharp';
import { describe, expect } from 'vitest';
import type { Db } from '#app/db/db.server.ts';
import { inside } from '#app/db/sealed.ts';
import { askDue } from '#app/domain/base/communities/told.ts';
import { readWhole } from '#app/domain/base/files/storage.ts';
import { storeFile } from '#app/domain/base/files/store-file.ts';
import { discardFile } from '#app/domain/base/files/discard-file.ts';
import { answerConsent, withdrawConsent } from '#app/domain/children/identity/answer-consent.ts';
import { registerChild } from '#app/domain/children/identity/register-child.ts';
import { coverOf, openReading } from '#app/domain/children/protection/read-report.ts';
import { change } from '#app/platform/change.ts';
import { type Ctx, visitor } from '#app/platform/ctx.ts';
import { records } from '#app/platform/tables.server.ts';
import { ownFilesFolder } from '#tests/apply.ts';
import { aRegion, aUser } from '#tests/cycle.ts';
import { as, binhu, ctxOf, neighbour, person, test, today } from '#tests/world.ts';
import { approveItem } from './approve.ts';
import { complain, takeBackForReading } from './complain.ts';
import { dropItem } from './drop-item.ts';
import { answerEdit, editText } from './edit-text.ts';
import { blurFaces, settleFaces } from './faces.ts';
import { publicFile } from './files-of.ts';
import { forgetChild } from './forget-child.ts';
import { type Held, holdForModeration } from './hold-for-moderation.ts';
import { isApproved, isFeaturable } from './is-approved.ts';
import { escalateItem, keepBack, rejectItem } from './keep-back.ts';
import { setLimit } from './limit.ts';
import { moderationDue } from './due.ts';
import { getItem, listConcluded, listQueue, nextInQueue } from './read.ts';
import { lockedAmong, shownOf } from './shown.ts';
import { suspectHarm } from './suspect-harm.ts';
import { moderationItems, moderationReports } from './tables.server.ts';
import { tellLate, tellUrgent } from './tell-moderators.ts';
import { undoConclusion } from './undo.ts';
import { publishWords, wordList } from './word-list.ts';

ownFilesFolder();

const plain = { labels: [], looked: 'no' as const };
const worker = (db: Db, id = 'fang', now: Date = today) => ctxOf(db, person('community-worker', binhu, id), now);
const child = (db: Db): Ctx => ({ ...ctxOf(db, visitor), child: { childId: null, codeId: null, regionCode: binhu, layer: 'primary' } });

async function held(db: Db, given: Partial<Held> = {}) {
  await aRegion(db, binhu, '滨湖世纪社区');
  const thing: Held = { kind: 'suggestion', subjectId: 's1', regionCode: binhu, texts: [{ field: 'words', text: '学校门口的红绿灯太短了' }], from: 'child', ...given };
  const { itemId, flags } = await change(child(db), (tx) => holdForModeration(tx, thing));
  return { at: { regionCode: binhu, id: itemId }, flags, thing };
}

const isPublic = async (db: Db, kind: Held['kind'] = 'suggestion', id = 's1') =>
  (await db.execute<{ shown: boolean; featured: boolean }>(sql`select ${isApproved(kind, sql`${id}`)} as shown, ${isFeaturable(kind, sql`${id}`)} as featured`)).rows[0]!;
const concluded = async (db: Db) =>
  (await db.select({ facts: records.facts }).from(records).where(eq(records.event, 'moderation.concluded')).orderBy(records.id)).map(({ facts }) => (facts as { outcome: string }).outcome);

async function photo(db: Db) {
  await aUser(db, 'fang');
  const content = await sharp({ create: { width: 160, height: 80, channels: 3, background: '#ffffff' } })
    .composite([{ input: await sharp(Buffer.from(Array.from({ length: 40 * 40 * 3 }, (_, i) => (i * 97) % 256)), { raw: { width: 40, height: 40, channels: 3 } }).png().toBuffer(), left: 0, top: 0 }])
    .png().toBuffer();
  return (await storeFile(worker(db), { name: '合影.png', content })).id;
}

async function aChild(db: Db) {
  const mother = ctxOf(db, person('guardian', binhu, 'mother'));
  await aUser(db, 'mother');
  const id = await registerChild(mother, { name: '李小雨', nickname: '小雨点', birthday: '2017-03-01', relation: 'mother', registrationGuardian: true, registrationChild: true, participationGuardian: true, participationChild: true });
  return { id, mother };
}

describe('what a child sends', () => {
  test('waits for a person before anything of it is public, and leaves no word of it in the records', async ({ db }) => {
    const { at } = await held(db);
    expect(await isPublic(db)).toEqual({ shown: false, featured: false });
    expect((await shownOf(ctxOf(db), 'suggestion', ['s1'])).get('s1')).toEqual({ state: 'reading', texts: [], proposal: null, reason: null, files: [] });
    expect(await listQueue(worker(db), binhu)).toMatchObject([{ id: at.id, state: 'waiting', dueOn: '2026-09-03' }]);
    expect(await askDue(worker(db), [moderationDue], [binhu])).toEqual([{ regionCode: binhu, kind: 'moderation-wait', dueOn: '2026-09-03', path: 'children/moderation', figure: 1 }]);
    const [record] = await db.select().from(records).where(eq(records.event, 'moderation.received'));
    expect(record).toMatchObject({ actorId: '', facts: { kind: 'suggestion', subjectId: 's1', found: 0, isUrgent: false } });
    expect(JSON.stringify(record)).not.toContain('红绿灯');
  });

  test('is read only by those who moderate in its region', async ({ db }) => {
    const { at } = await held(db);
    for (const who of [as(db, 'community-worker', neighbour), as(db, 'expert', binhu), ctxOf(db)]) {
      await expect(approveItem(who, at, plain)).rejects.toThrow(/not-allowed|sign-in-needed/);
      await expect(getItem(who, at)).rejects.toThrow(/not-allowed|sign-in-needed/);
    }
    expect(await concluded(db)).toEqual([]);
  });

  test('MO-01: approved, edited with consent, kept back, rejected or reported; each with its record, nothing public before', async ({ db }) => {
    const ctx = worker(db);
    const { at } = await held(db);
    expect(await approveItem(ctx, at, plain)).toBe('approved');
    expect(await isPublic(db)).toEqual({ shown: true, featured: true });

    const { at: kept } = await held(db, { subjectId: 's2' });
    await keepBack(ctx, kept, '问一下街道');
    const { at: refused } = await held(db, { subjectId: 's3' });
    await rejectItem(ctx, refused, { reason: 'hurts-somebody', note: '', labels: ['values'] });
    expect((await shownOf(ctx, 'suggestion', ['s3'])).get('s3')).toMatchObject({ state: 'not-shown', reason: 'hurts-somebody' });

    const { at: illegal } = await held(db, { subjectId: 's4', texts: [{ field: 'words', text: '有人在卖电子烟和毒品' }] });
    await escalateItem(ctx, illegal, { authority: 'police', number: '庐公 12', note: '' });
    await expect(db.transaction((tx) => tx.delete(moderationReports))).rejects.toMatchObject({ cause: { code: '42501' } });
    expect(await db.select().from(moderationReports)).toMatchObject([{ authority: 'police', number: '庐公 12', texts: [{ text: '有人在卖电子烟和毒品' }] }]);
    await change(ctx, async (tx) => {
      await dropItem(tx, { kind: 'suggestion', subjectId: 's4', regionCode: binhu });
      await dropItem(tx, { kind: 'suggestion', subjectId: 's3', regionCode: binhu });
      await tx.record('suggestion.taken-back', { id: 's4', regionCode: binhu });
    });
    expect((await db.select({ id: moderationItems.subjectId }).from(moderationItems)).map(({ id }) => id).toSorted(), 'what is evidence stays').toEqual(['s1', 's2', 's4']);

    expect(await concluded(db)).toEqual(['approved', 'held', 'rejected', 'escalated']);
    expect([await isPublic(db, 'suggestion', 's2'), await isPublic(db, 'suggestion', 's3'), await isPublic(db, 'suggestion', 's4')].map(({ shown }) => shown)).toEqual([false, false, false]);
  });

  test('changed words are public only when the child or a guardian agrees; the original stays beside them', async ({ db }) => {
    const { at, flags } = await held(db, { texts: [{ field: 'words', text: '修滑梯，找我妈 13812345678' }] });
    expect(flags).toMatchObject([{ why: 'phone', field: 'words' }]);
    const ctx = worker(db);
    await expect(approveItem(ctx, at, plain)).rejects.toThrow('moderation-private-there');
    const edit = (text: string) => editText(ctx, at, { texts: [{ field: 'words', text }], labels: [] });
    await expect(edit('修滑梯，找我妈 13812345678')).rejects.toThrow('moderation-edit-same');
    await expect(edit('修滑梯，电话 138 1234 5678')).rejects.toThrow('moderation-edit-private');
    await expect(edit(' ')).rejects.toThrow('moderation-edit-empty');
    await edit('修滑梯');
    expect((await shownOf(ctx, 'suggestion', ['s1'])).get('s1')).toMatchObject({ state: 'to-agree', texts: [], proposal: [{ text: '修滑梯' }] });
    expect((await isPublic(db)).shown).toBe(false);

    const thing = { kind: 'suggestion' as const, subjectId: 's1', regionCode: binhu };
    await change(child(db), (tx) => answerEdit(tx, thing, true, 'child'));
    expect((await shownOf(ctx, 'suggestion', ['s1'])).get('s1')).toMatchObject({ state: 'shown', texts: [{ text: '修滑梯' }] });
    expect((await getItem(ctx, at)).texts[0]!.text).toContain('13812345678');
    await expect(change(child(db), (tx) => answerEdit(tx, thing, true, 'child'))).rejects.toThrow('moderation-nothing-to-agree');
    expect(await concluded(db)).toEqual(['to-agree', 'approved']);
  });

  test('a no to the changed words brings it back to the moderators; an adult’s text is never rewritten', async ({ db }) => {
    const { at } = await held(db);
    await editText(worker(db), at, { texts: [{ field: 'words', text: '红绿灯太短' }], labels: [] });
    await change(child(db), (tx) => answerEdit(tx, { kind: 'suggestion', subjectId: 's1', regionCode: binhu }, false, 'child'));
    expect(await listQueue(worker(db), binhu)).toMatchObject([{ state: 'held' }]);
    const { at: adults } = await held(db, { kind: 'answer', subjectId: 'a1', from: 'adult' });
    await expect(editText(worker(db), adults, { texts: [{ field: 'words', text: '别的' }], labels: [] })).rejects.toThrow('moderation-edit-adult');
  });

  test('works for everybody to see are read by two people', async ({ db }) => {
    const { at } = await held(db, { kind: 'work', subjectId: 'w1', needsTwo: true });
    expect(await approveItem(worker(db), at, { labels: ['values'], looked: 'no' })).toBe('second');
    expect((await isPublic(db, 'work', 'w1')).shown).toBe(false);
    await expect(approveItem(worker(db), at, plain)).rejects.toThrow('moderation-second-person');
    expect(await approveItem(worker(db, 'li'), at, plain)).toBe('approved');
    expect(await isPublic(db, 'work', 'w1'), 'the label of the first reader stays').toEqual({ shown: true, featured: false });
  });

  test('a conclusion is undone by whoever drew it, for ten minutes, and is then no longer public', async ({ db }) => {
    const { at } = await held(db);
    await approveItem(worker(db), at, plain);
    await expect(approveItem(worker(db), at, plain)).rejects.toThrow('moderation-concluded');
    await expect(undoConclusion(worker(db, 'li'), at)).rejects.toThrow('moderation-undo-over');
    await expect(undoConclusion(worker(db, 'fang', new Date(today.getTime() + 11 * 60_000)), at)).rejects.toThrow('moderation-undo-over');
    await undoConclusion(worker(db), at);
    expect((await isPublic(db)).shown).toBe(false);
    expect(await listQueue(worker(db), binhu)).toMatchObject([{ state: 'waiting' }]);
  });

  test('sent again it waits again, and the queue goes on with what is urgent', async ({ db }) => {
    const { at } = await held(db);
    const { at: urgent } = await held(db, { subjectId: 's9', texts: [{ field: 'words', text: '我不想活了' }] });
    expect(await nextInQueue(worker(db), at)).toBe(urgent.id);
    expect((await listQueue(worker(db), binhu)).map(({ id }) => id)).toEqual([urgent.id, at.id]);
    await approveItem(worker(db), at, plain);
    await held(db, { texts: [{ field: 'words', text: '换一句话' }] });
    expect((await isPublic(db)).shown).toBe(false);
    expect(await getItem(worker(db), at)).toMatchObject({ revision: 2, state: 'waiting', texts: [{ text: '换一句话' }] });
  });
});

describe('pictures', () => {
  test('CN-12: a picture is public only when somebody looked for faces and every child in it has agreed to be shown', async ({ db }) => {
    const { id, mother } = await aChild(db);
    const fileId = await photo(db);
    const { at } = await held(db, { fileIds: [fileId], childId: id });
    const ctx = worker(db);
    await expect(approveItem(ctx, at, plain)).rejects.toThrow('moderation-faces-unknown');
    await settleFaces(ctx, at, fileId, 'consented');
    await expect(approveItem(ctx, at, plain)).rejects.toThrow('portrait-consent-missing');
    await answerConsent(mother, id, { purpose: 'portrait', guardian: true, child: false });
    await expect(approveItem(ctx, at, plain)).rejects.toThrow('portrait-consent-missing');
    await answerConsent(mother, id, { purpose: 'portrait', guardian: true, child: true });
    expect(await approveItem(ctx, at, plain)).toBe('approved');
    await undoConclusion(ctx, at);
    await withdrawConsent(mother, id, 'portrait');
    await expect(approveItem(ctx, at, plain)).rejects.toThrow('portrait-consent-missing');
  });

  test('with blurred faces the copy is public and the original is not; nothing of a face is left in the marked squares', async ({ db }) => {
    const fileId = await photo(db);
    const { at } = await held(db, { fileIds: [fileId] });
    const ctx = worker(db);
    await expect(settleFaces(ctx, at, fileId, 'consented')).rejects.toThrow('moderation-nobody-known');
    await expect(blurFaces(ctx, at, fileId, [])).rejects.toThrow('moderation-no-boxes');
    await blurFaces(ctx, at, fileId, [{ x: 0, y: 0, width: 250, height: 500 }]);
    await expect(publicFile(ctx, 'suggestion', 's1', fileId)).rejects.toThrow('not-found');
    await approveItem(ctx, at, plain);
    const shown = await publicFile(ctx, 'suggestion', 's1', fileId);
    expect(shown.id).not.toBe(fileId);
    const { channels } = await sharp(await readWhole(shown.sha256)).extract({ left: 2, top: 2, width: 16, height: 16 }).stats();
    expect(Math.max(...channels.map(({ stdev }) => stdev)), 'one colour where a face was').toBeLessThan(6);
    expect((await shownOf(ctx, 'suggestion', ['s1'])).get('s1')!.files).toEqual([{ fileId: shown.id, isPicture: true }]);
  });
});

describe('suspected harm', () => {
  test('CN-11: private words and faces are held; suspected harm opens a report and locks the evidence, against editing, deleting and forgetting', async ({ db }) => {
    const { id } = await aChild(db);
    const fileId = await photo(db);
    await aUser(db, 'director');
    const { at, flags } = await held(db, { texts: [{ field: 'words', text: '叔叔打我，不许告诉别人' }], fileIds: [fileId], childId: id });
    expect(flags.map(({ severity }) => severity)).toContain('urgent');
    const ctx = worker(db);
    const reportId = await suspectHarm(ctx, at, '孩子写到被打，并被要求保密');

    await expect(suspectHarm(ctx, at, '再报一次')).rejects.toThrow('moderation-locked');
    for (const deed of [() => approveItem(ctx, at, plain), () => undoConclusion(ctx, at), () => held(db)]) {
      await expect(deed()).rejects.toThrow(/moderation-(locked|undo-over)/);
    }
    await expect(inside(db, 'protection', (sealed) => sealed.execute(sql`delete from protection.reports`))).rejects.toMatchObject({ cause: { code: '42501' } });
    await expect(db.transaction((tx) => tx.execute(sql`delete from files where id = ${fileId}`))).rejects.toMatchObject({ cause: { code: '23001' } });
    await change(ctx, async (tx) => {
      await discardFile(tx, fileId, binhu);
      await dropItem(tx, { kind: 'suggestion', subjectId: 's1', regionCode: binhu });
      await forgetChild(tx, id);
    });
    expect([...(await lockedAmong(ctx, 'suggestion', ['s1']))]).toEqual(['s1']);

    expect((await shownOf(ctx, 'suggestion', ['s1'])).get('s1')).toMatchObject({ state: 'reading', texts: [] });
    expect(await getItem(ctx, at)).toMatchObject({ state: 'protected', texts: [], files: [] });
    const officer = as(db, 'government-officer', binhu);
    const report = { regionCode: binhu, id: reportId };
    await openReading(officer, report, '了解情况，联系公安');
    expect((await coverOf(officer, report)).content).toMatchObject({ texts: [{ text: '叔叔打我，不许告诉别人' }], files: [{ fileId }] });
    const written = JSON.stringify(await db.select().from(records));
    expect(written).not.toMatch(/打我|被打/);
  });

  test('the moderators of the place are told at once what is urgent, those above what is late, once and without a word of it', async ({ db }) => {
    await aUser(db, 'fang');
    await db.execute(sql`insert into role_grants (user_id, role, region_code, granted_by, granted_at) values ('fang', 'community-worker', ${binhu}, 'test', now())`);
    const { at } = await held(db, { texts: [{ field: 'words', text: '救救我' }] });
    expect(await tellUrgent(ctxOf(db), at.id, { isUrgent: true }, 'cause')).toBe('1');
    expect(await tellUrgent(ctxOf(db), at.id, { isUrgent: false }, 'cause')).toBe('');
    expect(await tellLate(ctxOf(db))).toBe('');
    const later = ctxOf(db, visitor, new Date('2026-09-02T01:00:00Z'));
    expect([await tellLate(later), await tellLate(later)]).toEqual(['1', '']);
    const { rows } = await db.execute(sql`select kind, params from messages order by kind`);
    expect(rows).toEqual([{ kind: 'moderation-late', params: { many: 1 } }, { kind: 'moderation-urgent', params: {} }]);
  });
});

describe('complaints and rules', () => {
  test('MO-02: from any child page one can complain; it lies in the same queue, and what it is about can be taken back at once', async ({ db }) => {
    const { at } = await held(db, { kind: 'work', subjectId: 'w1' });
    await approveItem(worker(db), at, plain);
    await expect(complain(ctxOf(db), { what: 'mean', words: '', page: '/child' })).rejects.toThrow('child-code-needed');
    const id = await complain(child(db), { what: 'mean', words: '他画我是丑八怪', page: '/child/works', kind: 'work', id: 'w1' });
    const [item] = await listQueue(worker(db), binhu);
    expect(item).toMatchObject({ kind: 'complaint', flags: [{ why: 'bullying' }] });
    expect(await getItem(worker(db), { regionCode: binhu, id: item!.id })).toMatchObject({ subjectId: id, complaint: { what: 'mean', about: { kind: 'work', subjectId: 'w1' } } });
    await takeBackForReading(worker(db), { regionCode: binhu, id: item!.id });
    expect((await isPublic(db, 'work', 'w1')).shown).toBe(false);
    await expect(takeBackForReading(worker(db), { regionCode: binhu, id: item!.id })).rejects.toThrow('moderation-not-public');
  });

  test('MO-03: what carries one of the four labels is never in a prominent place', async ({ db }) => {
    const { at } = await held(db);
    await approveItem(worker(db), at, { labels: ['imitation'], looked: 'no' });
    expect(await isPublic(db)).toEqual({ shown: true, featured: false });
  });

  test('an erased child leaves nothing here but what is evidence, and their picture leaves the public', async ({ db }) => {
    const { id } = await aChild(db);
    await held(db, { childId: id });
    await change(worker(db), (tx) => forgetChild(tx, id));
    expect(await db.select().from(moderationItems)).toEqual([]);
  });

  test('the word list is revised by the programme alone, version by version', async ({ db }) => {
    const office = as(db, 'programme-officer', '*');
    const words = [{ word: '烟卡游戏', category: 'imitation' as const, severity: 'keep' as const }];
    await expect(publishWords(worker(db), { basedOn: 0, words, note: '加一个词' })).rejects.toThrow('not-allowed');
    await expect(publishWords(office, { basedOn: 0, words: [], note: '空' })).rejects.toThrow('moderation-words-empty');
    expect(await publishWords(office, { basedOn: 0, words, note: '加一个词' })).toBe(1);
    await expect(publishWords(office, { basedOn: 0, words, note: '又一个' })).rejects.toThrow('changed-meanwhile');
    expect(await wordList(office)).toMatchObject({ version: 1, words });
    expect((await held(db, { texts: [{ field: 'words', text: '煙 卡 遊戲真好玩' }] })).flags).toMatchObject([{ why: 'imitation', start: 0, end: 6 }]);
  });

  test('a region sets its own limit of working days, between one and ten', async ({ db }) => {
    await expect(setLimit(worker(db), binhu, 3)).rejects.toThrow('not-allowed');
    await expect(setLimit(as(db, 'government-officer', binhu), binhu, 0)).rejects.toThrow('moderation-limit');
    await setLimit(as(db, 'government-officer', binhu.slice(0, 6)), binhu.slice(0, 6), 5);
    await held(db);
    expect(await listQueue(worker(db), binhu)).toMatchObject([{ dueOn: '2026-09-08' }]);
    expect(await listConcluded(worker(db), binhu)).toEqual([]);
  });
});
