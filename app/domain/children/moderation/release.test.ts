import { eq } from 'drizzle-orm';
import { describe, expect } from 'vitest';
import type { Db } from '#app/db/db.server.ts';
import { files } from '#app/domain/base/files/tables.server.ts';
import { storeFile } from '#app/domain/base/files/store-file.ts';
import { change } from '#app/platform/change.ts';
import { system } from '#app/platform/ctx.ts';
import { records } from '#app/platform/tables.server.ts';
import { aPdf, ownFilesFolder } from '#tests/apply.ts';
import { aRegion, aUser } from '#tests/cycle.ts';
import { changeId, movedUnit } from '#tests/region-change.ts';
import { as, binhu, ctxOf, neighbour, person, test } from '#tests/world.ts';
import { dropItem } from './drop-item.ts';
import { followRegions } from './follow-regions.ts';
import { type Held, holdForModeration } from './hold-for-moderation.ts';
import { escalateItem } from './keep-back.ts';
import { getItem } from './read.ts';
import { endLock, followProtection } from './release-item.ts';
import { suspectHarm } from './suspect-harm.ts';
import { moderationFiles, moderationItems } from './tables.server.ts';

ownFilesFolder();

const worker = (db: Db, id = 'fang') => ctxOf(db, person('community-worker', binhu, id));
const about = { kind: 'suggestion' as const, subjectId: 's1', regionCode: binhu };

async function held(db: Db, given: Partial<Held> = {}) {
  await aRegion(db, binhu, '滨湖世纪社区');
  const { itemId } = await change(worker(db), (tx) => holdForModeration(tx, { ...about, texts: [{ field: 'words', text: '有人在楼下打我' }], from: 'child', ...given }));
  return { regionCode: binhu, id: itemId };
}
const released = async (db: Db) => (await db.select({ facts: records.facts }).from(records).where(eq(records.event, 'moderation.released')).orderBy(records.id)).map(({ facts }) => facts);
const heldFor = async (db: Db, id: string) => (await db.select({ heldFor: files.heldFor }).from(files).where(eq(files.id, id)))[0]!.heldFor;

describe('when evidence is kept no longer', () => {
  test('what a protection report locked is gone; where there was nothing in it, people read it again', async ({ db }) => {
    for (const [subjectId, ending] of [['s1', 'over'], ['s2', 'unfounded']] as const) {
      const at = await held(db, { subjectId });
      await suspectHarm(worker(db), at, '孩子写到被打');
      expect(await followProtection(ctxOf(db, system), { kind: 'suggestion', subjectId, ending })).toBe(ending === 'over' ? 'dropped' : 'returned');
      expect(await followProtection(ctxOf(db, system), { kind: 'suggestion', subjectId, ending }), 'once').toBeUndefined();
    }
    expect(await db.select({ subjectId: moderationItems.subjectId, state: moderationItems.state, isLocked: moderationItems.isLocked }).from(moderationItems)).toEqual([{ subjectId: 's2', state: 'waiting', isLocked: false }]);
    expect(await released(db)).toEqual([{ kind: 'suggestion', subjectId: 's1', outcome: 'dropped' }, { kind: 'suggestion', subjectId: 's2', outcome: 'returned' }]);
  });

  test('what was taken back meanwhile is never returned', async ({ db }) => {
    await suspectHarm(worker(db), await held(db), '孩子写到被打');
    await change(worker(db), async (tx) => {
      await dropItem(tx, about);
      await tx.record('suggestion.taken-back', { id: 's1', regionCode: binhu });
    });
    expect(await followProtection(ctxOf(db, system), { kind: 'suggestion', subjectId: 's1', ending: 'unfounded' })).toBe('dropped');
  });

  test('what was reported to an authority is let go by another person, with the reason; its files are kept no longer', async ({ db }) => {
    await aUser(db, 'fang');
    const file = await storeFile(worker(db), { name: '原件.pdf', content: aPdf() });
    const at = await held(db, { fileIds: [file.id] });
    await expect(endLock(worker(db), at, '公安已经结案')).rejects.toThrow('moderation-not-locked');
    await escalateItem(worker(db), at, { authority: 'police', number: '庐公 12', note: '' });
    expect(await heldFor(db, file.id)).toBe('moderation-report');
    expect([(await getItem(worker(db), at)).mayEndLock, (await getItem(worker(db, 'li'), at)).mayEndLock]).toEqual([false, true]);
    await expect(endLock(worker(db), at, '公安已经结案')).rejects.toThrow('moderation-second-person');
    await expect(endLock(worker(db, 'li'), at, '好')).rejects.toThrow('protection-reason');
    await expect(endLock(as(db, 'community-worker', neighbour), at, '公安已经结案')).rejects.toThrow('not-allowed');
    await endLock(worker(db, 'li'), at, '公安已经结案');
    expect([await heldFor(db, file.id), await db.$count(moderationItems), await released(db)]).toEqual(['', 0, [{ kind: 'suggestion', subjectId: 's1', outcome: 'dropped' }]]);
  });
});

describe('what follows a change of regions', () => {
  test('items go on in the new county with their files and their lock, once', async ({ db }) => {
    await aUser(db, 'fang');
    const file = await storeFile(worker(db), { name: '原件.pdf', content: aPdf() });
    const at = await held(db, { fileIds: [file.id] });
    await suspectHarm(worker(db), at, '孩子写到被打');
    await held(db, { subjectId: 's2' });
    const fresh = '340195001';
    await movedUnit(db, binhu, fresh);
    expect([await followRegions(ctxOf(db, system), changeId), await followRegions(ctxOf(db, system), changeId)]).toEqual(['2', '0']);
    expect(await db.select({ countyCode: moderationItems.countyCode, regionCode: moderationItems.regionCode, isLocked: moderationItems.isLocked }).from(moderationItems).orderBy(moderationItems.subjectId))
      .toEqual([{ countyCode: 340195, regionCode: fresh, isLocked: true }, { countyCode: 340195, regionCode: fresh, isLocked: false }]);
    expect(await db.select({ countyCode: moderationFiles.countyCode, fileId: moderationFiles.fileId }).from(moderationFiles)).toEqual([{ countyCode: 340195, fileId: file.id }]);
    expect((await getItem(ctxOf(db, person('community-worker', fresh, 'li')), { regionCode: fresh, id: at.id })).state).toBe('protected');
  });
});
