import { eq } from 'drizzle-orm';
import { describe, expect } from 'vitest';
import type { Db } from '#app/db/db.server.ts';
import { records } from '#app/platform/tables.server.ts';
import { aUser } from '#tests/cycle.ts';
import { ctxOf, person, test } from '#tests/world.ts';
import { chooseColumns } from './choose-columns.ts';
import { hiddenIn, mostViews, viewSearch } from './model.ts';
import { ownList } from './read.ts';
import { removeView } from './remove-view.ts';
import { saveView } from './save-view.ts';

const mei = (db: Db) => ctxOf(db, person('programme-officer', '*', 'mei'));
const lan = (db: Db) => ctxOf(db, person('programme-officer', '*', 'lan'));
const urgent = { list: 'applications', name: '安徽超时', search: '?region=34&tab=overdue', isDefault: false } as const;
const eventsOf = async (db: Db, id: string) => (await db.select({ event: records.event }).from(records).where(eq(records.subjectId, id))).map((row) => row.event);

describe('a view of a list', () => {
  test('is kept under its name, replaced by the same name, and leaves a record', async ({ db }) => {
    await aUser(db, 'mei');
    await saveView(mei(db), urgent);
    await saveView(mei(db), { ...urgent, search: '?tab=overdue' });
    expect((await ownList(mei(db), 'applications')).views).toMatchObject([{ name: '安徽超时', search: '?tab=overdue', isDefault: false }]);
    expect(await eventsOf(db, 'mei')).toEqual(['view.saved', 'view.saved']);
  });

  test('is the default alone', async ({ db }) => {
    await aUser(db, 'mei');
    await saveView(mei(db), { ...urgent, isDefault: true });
    await saveView(mei(db), { ...urgent, name: '已退回', search: '?tab=returned', isDefault: true });
    const { views } = await ownList(mei(db), 'applications');
    expect(views.filter((view) => view.isDefault).map((view) => view.name)).toEqual(['已退回']);
  });

  test('is its owner’s: nobody else sees or removes it', async ({ db }) => {
    await aUser(db, 'mei');
    await aUser(db, 'lan');
    await saveView(mei(db), urgent);
    expect((await ownList(lan(db), 'applications')).views).toEqual([]);
    const { id } = (await ownList(mei(db), 'applications')).views[0]!;
    await expect(removeView(lan(db), id)).rejects.toThrow('view-not-found');
    await removeView(mei(db), id);
    expect((await ownList(mei(db), 'applications')).views).toEqual([]);
    expect(await eventsOf(db, 'mei')).toEqual(['view.saved', 'view.removed']);
  });

  test('is one of twenty at most, and of a list of its own', async ({ db }) => {
    await aUser(db, 'mei');
    for (let n = 1; n <= mostViews; n += 1) await saveView(mei(db), { ...urgent, name: `视图 ${n}` });
    await expect(saveView(mei(db), { ...urgent, name: '再一个' })).rejects.toThrow('too-many-views');
    await saveView(mei(db), { ...urgent, name: '视图 1', search: '' });
    await saveView(mei(db), { ...urgent, list: 'calls', name: '再一个' });
    expect((await ownList(mei(db), 'calls')).views).toHaveLength(1);
  });

  test('is not for visitors', async ({ db }) => {
    await expect(saveView(ctxOf(db), urgent)).rejects.toThrow('sign-in-needed');
    await expect(removeView(ctxOf(db), '0198f000-0000-7000-8000-000000000001')).rejects.toThrow('sign-in-needed');
    await expect(chooseColumns(ctxOf(db), 'calls', [])).rejects.toThrow('sign-in-needed');
  });
});

describe('the columns of a list', () => {
  test('are remembered for the person', async ({ db }) => {
    await aUser(db, 'mei');
    await chooseColumns(mei(db), 'applications', ['region', 'parts']);
    await chooseColumns(mei(db), 'applications', ['parts']);
    expect((await ownList(mei(db), 'applications')).hidden).toEqual(['parts']);
    expect((await ownList(mei(db), 'calls')).hidden).toEqual([]);
    expect(await eventsOf(db, 'mei')).toEqual(['view.columns-chosen', 'view.columns-chosen']);
  });

  test('are read from the address before them', () => {
    expect(hiddenIn('?tab=all')).toBeUndefined();
    expect(hiddenIn('?hide=')).toEqual([]);
    expect(hiddenIn('?hide=region,parts,<script>')).toEqual(['region', 'parts']);
    expect(viewSearch('?tab=all&after=x&view=all', ['region'])).toBe('?tab=all&hide=region');
  });
});
