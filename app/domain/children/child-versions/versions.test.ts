import { describe, expect } from 'vitest';
import { eq } from 'drizzle-orm';
import type { Db } from '#app/db/db.server.ts';
import { evidenceFor } from '#app/domain/base/evidence/offers.ts';
import { records } from '#app/platform/tables.server.ts';
import { aRegion, aUser } from '#tests/cycle.ts';
import { as, binhu, ctxOf, neighbour, test } from '#tests/world.ts';
import { SaveInput } from './input.ts';
import { publishVersion, withdrawVersion } from './publish-version.ts';
import { getKnown, getVersion, listKnown, listVersions, versionsOfNotice } from './read.ts';
import { saveVersion, startVersion } from './write-version.ts';

const notice = { id: '019b0000-0000-7000-8000-000000000001', title: '第二批试点名单公示' };
const first = { layer: 'primary' as const, noticeId: notice.id, sourceName: '', title: '选出来了，给大家看', text: '这张表要给大家看几天。觉得不对，可以写信说。', saidBy: '儿童主任王老师' };

async function worker(db: Db) {
  await aRegion(db, binhu, '滨湖世纪社区');
  const ctx = as(db, 'community-worker', binhu);
  await aUser(db, ctx.actor.id);
  return ctx;
}
const saving = (flat: Record<string, string>) => SaveInput.parse({ title: first.title, saidBy: first.saidBy, ...flat });
const refused = (code: string) => expect.objectContaining({ code });
const eventsOf = async (db: Db, id: string) => (await db.select({ event: records.event }).from(records).where(eq(records.subjectId, id))).map(({ event }) => event);

describe('a child version', () => {
  test('is written sentence by sentence, published, read by children, and speaks for rule A3.2', async ({ db }) => {
    const ctx = await worker(db);
    const id = await startVersion(ctx, binhu, first, notice);
    await saveVersion(ctx, binhu, id, saving({ 'text-0': '这张表要给大家看几天。', 'drawing-0': 'paper', 'reading-0-9': 'jǐ', 'text-1': '觉得不对，可以写信说。', more: '有人会回答。' }));
    await publishVersion(ctx, binhu, id);
    const visitor = ctxOf(db);
    expect(await getKnown(visitor, id)).toMatchObject({
      title: first.title, region: '滨湖世纪社区', sourceName: notice.title,
      lines: [{ text: '这张表要给大家看几天。', drawing: 'paper', readings: { 9: 'jǐ' } }, { text: '觉得不对，可以写信说。' }, { text: '有人会回答。' }],
    });
    expect((await listKnown(visitor, 'primary')).map((row) => row.id)).toContain(id);
    expect((await listKnown(visitor, 'teen')).map((row) => row.id)).not.toContain(id);
    expect(await versionsOfNotice(visitor, notice.id)).toMatchObject([{ id, layer: 'primary' }]);
    expect(await evidenceFor(ctx, binhu, { ruleId: 'A3.2' })).toMatchObject([{ timesCited: 1 }]);
    expect(await eventsOf(db, id)).toEqual(['child-version.started', 'child-version.saved', 'child-version.published']);
  });

  test('is not published while a sentence is too hard, and says which one and why', async ({ db }) => {
    const ctx = await worker(db);
    const id = await startVersion(ctx, binhu, { ...first, text: '根据安排，近期将对辖区内主要道路及附属设施开展维修。\n请走另一边。' });
    await expect(publishVersion(ctx, binhu, id)).rejects.toEqual(refused('child-version-too-hard'));
    const { hard } = await getVersion(ctx, binhu, id);
    expect(hard.map(({ at }) => at)).toEqual([0]);
    expect(hard[0]!.problems.map((problem) => (problem.kind === 'official' ? problem.word : problem.kind))).toEqual(['long-breath', '开展', '辖区', '设施', '维修', '根据']);
    await saveVersion(ctx, binhu, id, saving({ 'text-0': '这里的路要修了。', 'text-1': '请走另一边。' }));
    await publishVersion(ctx, binhu, id);
    expect((await getKnown(ctxOf(db), id)).lines).toHaveLength(2);
  });

  test('is not changed while it is public; taken off it is nobody’s any more, and can be published again', async ({ db }) => {
    const ctx = await worker(db);
    const id = await startVersion(ctx, binhu, first, notice);
    await expect(withdrawVersion(ctx, binhu, id)).rejects.toEqual(refused('child-version-not-published'));
    await publishVersion(ctx, binhu, id);
    await expect(publishVersion(ctx, binhu, id)).rejects.toEqual(refused('child-version-published'));
    await expect(saveVersion(ctx, binhu, id, saving({ 'text-0': '改了。' }))).rejects.toEqual(refused('child-version-published'));
    await withdrawVersion(ctx, binhu, id);
    await expect(getKnown(ctxOf(db), id)).rejects.toEqual(refused('child-version-not-found'));
    await saveVersion(ctx, binhu, id, saving({ 'text-0': '改好了。' }));
    await publishVersion(ctx, binhu, id);
    expect(await listVersions(ctx, binhu)).toMatchObject([{ id, state: 'published', lines: 1 }]);
    expect(await getVersion(ctx, binhu, id)).toMatchObject({ edition: 2 });
  });

  test('is one for a notice and an age, has sentences, and no more of them than a child reads at a time', async ({ db }) => {
    const ctx = await worker(db);
    const id = await startVersion(ctx, binhu, first, notice);
    await expect(startVersion(ctx, binhu, first, notice)).rejects.toEqual(refused('child-version-there'));
    await expect(startVersion(ctx, binhu, { ...first, text: '\n' })).rejects.toEqual(refused('child-version-empty'));
    await expect(startVersion(ctx, 'nowhere', first)).rejects.toEqual(refused('region-not-found'));
    await expect(saveVersion(ctx, binhu, id, saving({ 'text-0': '', 'text-1': '' }))).rejects.toEqual(refused('child-version-empty'));
    await saveVersion(ctx, binhu, id, saving({ more: '好的。'.repeat(17) }));
    await expect(publishVersion(ctx, binhu, id)).rejects.toEqual(refused('child-version-too-long'));
  });

  test('loses a corrected reading when its sentence becomes another one', async ({ db }) => {
    const ctx = await worker(db);
    const id = await startVersion(ctx, binhu, { ...first, text: '他长高了。' });
    await saveVersion(ctx, binhu, id, saving({ 'text-0': '他长高了。', 'reading-0-1': 'zhǎng' }));
    expect((await getVersion(ctx, binhu, id)).lines[0]!.readings).toEqual({ 1: 'zhǎng' });
    await saveVersion(ctx, binhu, id, saving({ 'text-0': '路很长。', 'reading-0-1': 'zhǎng' }));
    expect((await getVersion(ctx, binhu, id)).lines[0]!.readings).toEqual({});
  });

  test('is written by those of the place alone', async ({ db }) => {
    const ctx = await worker(db);
    const id = await startVersion(ctx, binhu, first, notice);
    const strangers = [as(db, 'community-worker', neighbour), as(db, 'expert', binhu)];
    for (const stranger of strangers) {
      await expect(startVersion(stranger, binhu, first)).rejects.toEqual(refused('not-allowed'));
      await expect(publishVersion(stranger, binhu, id)).rejects.toEqual(refused('not-allowed'));
      await expect(getVersion(stranger, binhu, id)).rejects.toEqual(refused('not-allowed'));
    }
    await expect(publishVersion(ctxOf(db), binhu, id)).rejects.toEqual(refused('sign-in-needed'));
    await expect(publishVersion(as(db, 'community-worker', neighbour), neighbour, id)).rejects.toEqual(refused('child-version-not-found'));
    await expect(getVersion(ctx, binhu, 'not-an-id')).rejects.toEqual(refused('child-version-not-found'));
  });

  test('is shown to a child of the place and of what lies below, and not to one elsewhere', async ({ db }) => {
    const ctx = await worker(db);
    const id = await startVersion(ctx, binhu, first, notice);
    await publishVersion(ctx, binhu, id);
    const childOf = (regionCode: string) => ({ ...ctxOf(db), child: { childId: null, codeId: 'code', regionCode, layer: 'primary' as const } });
    expect((await listKnown(childOf(`${binhu}001`), 'primary')).map((row) => row.id)).toEqual([id]);
    expect(await listKnown(childOf(neighbour), 'primary')).toEqual([]);
  });
});
