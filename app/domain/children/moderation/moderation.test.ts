import { eq } from 'drizzle-orm';
import sharp from 'sharp';
import { describe, expect } from 'vitest';
import { askDue } from '#app/domain/base/communities/told.ts';
import { readWhole } from '#app/domain/base/files/storage.ts';
import { answerConsent, withdrawConsent } from '#app/domain/children/identity/answer-consent.ts';
import { change } from '#app/platform/change.ts';
import { records } from '#app/platform/tables.server.ts';
import { ownFilesFolder } from '#tests/apply.ts';
import { aChild, child, concluded, held, isPublic, photo, plain, worker } from '#tests/moderation.ts';
import { as, binhu, ctxOf, neighbour, test, today } from '#tests/world.ts';
import { approveItem } from './approve.ts';
import { dropItem } from './drop-item.ts';
import { answerEdit, editText } from './edit-text.ts';
import { blurFaces, settleFaces } from './faces.ts';
import { publicFile } from './files-of.ts';
import { escalateItem, keepBack, rejectItem } from './keep-back.ts';
import { moderationDue } from './due.ts';
import { getItem, listQueue, nextInQueue } from './read.ts';
import { shownOf } from './shown.ts';
import { moderationItems, moderationReports } from './tables.server.ts';
import { undoConclusion } from './undo.ts';

ownFilesFolder();

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
