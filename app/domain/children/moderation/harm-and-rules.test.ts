import { sql } from 'drizzle-orm';
import { describe, expect } from 'vitest';
import { inside } from '#app/db/sealed.ts';
import { discardFile } from '#app/domain/base/files/discard-file.ts';
import { coverOf, openReading } from '#app/domain/children/protection/read-report.ts';
import { change } from '#app/platform/change.ts';
import { visitor } from '#app/platform/ctx.ts';
import { records } from '#app/platform/tables.server.ts';
import { ownFilesFolder } from '#tests/apply.ts';
import { aUser } from '#tests/cycle.ts';
import { aChild, child, held, isPublic, photo, plain, worker } from '#tests/moderation.ts';
import { as, binhu, ctxOf, test } from '#tests/world.ts';
import { approveItem } from './approve.ts';
import { complain, takeBackForReading } from './complain.ts';
import { dropItem } from './drop-item.ts';
import { forgetChild } from './forget-child.ts';
import { rejectItem } from './keep-back.ts';
import { setLimit } from './limit.ts';
import { getItem, listConcluded, listQueue } from './read.ts';
import { lockedAmong, shownOf } from './shown.ts';
import { suspectHarm } from './suspect-harm.ts';
import { moderationItems } from './tables.server.ts';
import { tellLate, tellUrgent } from './tell-moderators.ts';
import { undoConclusion } from './undo.ts';
import { publishWords, wordList } from './word-list.ts';

ownFilesFolder();

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
  test('CN-17: what the rules find is advice: however grave it is and however late, it waits until a person decides, by name', async ({ db }) => {
    await aUser(db, 'fang');
    const { at, flags } = await held(db, { texts: [{ field: 'words', text: '有人在卖电子烟和毒品，找 13812345678' }] });
    expect(flags.length).toBeGreaterThan(1);
    const later = ctxOf(db, visitor, new Date('2026-12-01T01:00:00Z'));
    await tellUrgent(later, at.id, { isUrgent: true }, 'cause');
    await tellLate(later);
    const standing = async () => (await db.select({ state: moderationItems.state, by: moderationItems.concludedByName, reason: moderationItems.reason }).from(moderationItems))[0];
    expect(await standing()).toEqual({ state: 'waiting', by: null, reason: null });
    expect(await isPublic(db)).toEqual({ shown: false, featured: false });

    await rejectItem(worker(db), at, { reason: 'private', note: '', labels: [] });
    expect(await standing()).toEqual({ state: 'rejected', by: worker(db).actor.name, reason: 'private' });
  });

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
