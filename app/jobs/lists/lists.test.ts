import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import { readXlsx } from 'hucre/xlsx';
import { describe, expect } from 'vitest';
import type { Db } from '#app/db/db.server.ts';
import { roleGrants, users } from '#app/domain/base/accounts/tables.server.ts';
import { clearExports, discardExport } from '#app/domain/base/exports/discard.ts';
import { atOnceRows, listNames, type Format, type ListName } from '#app/domain/base/exports/model.ts';
import { orderExport } from '#app/domain/base/exports/order.ts';
import { pathOf } from '#app/domain/base/exports/place.ts';
import { listMyExports, openExport } from '#app/domain/base/exports/read.ts';
import { fileNameOf } from '#app/domain/base/exports/serve.ts';
import { listExports } from '#app/domain/base/exports/tables.server.ts';
import { writeExport } from '#app/domain/base/exports/write.ts';
import { listMessages } from '#app/domain/base/inbox/read.ts';
import { organisations } from '#app/domain/base/organisations/tables.server.ts';
import { recommendCommunity } from '#app/domain/pilot/applications/recommend.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { system } from '#app/platform/ctx.ts';
import { records } from '#app/platform/tables.server.ts';
import { aCall, anApplication, aRegion, aUser } from '#tests/cycle.ts';
import { baohe, ctxOf, neighbour, person, test, today } from '#tests/world.ts';
import { lists } from './all.ts';

process.env.FILES_DIR ??= mkdtempSync(join(tmpdir(), 'tongyou-files-'));
process.env.DEMO = 'yes';

/** Somebody of the office with an account and a grant, as the job will find them. */
async function officer(db: Db, regionCode = '*', role: 'programme-officer' | 'government-officer' | 'system-admin' | 'audit-admin' = 'programme-officer'): Promise<Ctx> {
  const id = await aUser(db, `${role}-${regionCode}`);
  await db.insert(roleGrants).values({ userId: id, role, regionCode, grantedBy: 'x', grantedAt: today }).onConflictDoNothing();
  return ctxOf(db, person(role, regionCode, id));
}

const order = (ctx: Ctx, list: ListName, search = '', format: Format = 'csv') => orderExport(ctx, lists, { deed: 'order', list, search, format });
const textOf = (id: string) => readFileSync(pathOf(id, 'csv'), 'utf8');
const linesOf = (id: string) => textOf(id).slice(1).trimEnd().split('\r\n');

async function sheetOf(id: string) {
  const { sheets } = await readXlsx(readFileSync(pathOf(id, 'xlsx')));
  return sheets[0]!;
}

describe('an export', () => {
  test('of a short list comes at once: the rows of the page in the columns of the language, and a record', async ({ db }) => {
    const ctx = await officer(db);
    const callId = await aCall(db);
    await anApplication(db, { callId, number: 'TY-2026-0001', regionCode: '340111400' });
    await anApplication(db, { callId, number: 'TY-2026-0002', regionCode: '340111401', status: 'returned' });
    const { id, isReady } = await order(ctx, 'applications');
    expect(isReady).toBe(true);
    expect(textOf(id).startsWith('\uFEFF')).toBe(true);
    const [head, second, first] = linesOf(id);
    expect(head).toBe('编号,社区,省,市,区县,街道（乡镇）,区划代码,批次,提交时间（北京）,第几次提交,状态,核验到期,补正到期');
    expect(first).toMatch(/^TY-2026-0001,滨湖世纪社区[^,]*,安徽省,合肥市,包河区,,340111400,2026 年第一批,2026-09-01 10:00:00,1,待核验,2026-09-15,$/);
    expect(second).toContain('已退回');
    const named = linesOf((await order({ ...ctx, locale: 'en' }, 'applications')).id);
    expect(named[2]).toMatch(/^TY-2026-0001,Binhu Shiji Community[^,]*,Anhui Province,Hefei City,Baohe District,,340111400,/);
    const events = (await db.select().from(records).where(eq(records.subjectId, id))).map((line) => line.event);
    expect(events).toEqual(['export.ordered', 'export.ready']);

    const inEnglish = await order({ ...ctx, locale: 'en' }, 'applications', '?tab=returned');
    expect(linesOf(inEnglish.id)).toHaveLength(2);
    expect(linesOf(inEnglish.id)[0]).toMatch(/^Number,Community,Province/);
  });

  test('holds the filters of the page and none of a neighbour’s rows', async ({ db }) => {
    const callId = await aCall(db);
    await anApplication(db, { callId, number: 'TY-A', regionCode: '340111400' });
    await anApplication(db, { callId, number: 'TY-B', regionCode: '320102001' });
    const here = await order(await officer(db, baohe), 'applications');
    expect(linesOf(here.id).join('\n')).toContain('TY-A');
    expect(linesOf(here.id).join('\n')).not.toContain('TY-B');
    const beyond = await order(await officer(db, baohe), 'applications', `?region=${neighbour}`);
    expect(linesOf(beyond.id)).toHaveLength(1);
    const filtered = await order(await officer(db), 'applications', `?region=${neighbour}&after=00000000-0000-7000-8000-000000000000`);
    expect(linesOf(filtered.id)).toHaveLength(2);
  });

  test('of one thing that its address does not name is refused at once and not tried for ever', async ({ db }) => {
    const ctx = await officer(db);
    for (const search of ['', '?id=nothing']) expect((await order(ctx, 'review-table', search)).isReady).toBe(false);
    expect((await listMyExports(ctx)).rows.map(({ state, problem }) => [state, problem])).toEqual([['refused', 'not-found'], ['refused', 'not-found']]);
  });

  test('runs no formula, in CSV or in Excel', async ({ db }) => {
    const evil = ['=cmd|calc', '+1', '-1', '@SUM(A1)', '\tx', '＝1', 'a,"b"\n=c'];
    for (const [i, reason] of evil.entries()) {
      await recommendCommunity({ ...ctxOf(db), address: `10.0.0.${i}` }, { regionCode: '340111001', recommender: `人${i}`, organisation: '', contact: '13800000000', reason });
    }
    const ctx = await officer(db);
    const csv = textOf((await order(ctx, 'recommendations')).id);
    for (const text of evil.slice(0, 6)) expect(csv).toContain(`"'${text}"`);
    expect(csv).toContain('"a,""b""\n=c"');
    const { id } = await order(ctx, 'recommendations', '', 'xlsx');
    const sheet = await sheetOf(id);
    expect(sheet.rows.slice(1).map((row) => row[3]).toSorted()).toEqual(evil.toSorted());
    expect(readFileSync(pathOf(id, 'xlsx')).includes('<f>')).toBe(false);
  });

  test('to Excel is a sheet of texts with a frozen head that filters, named after the list', async ({ db }) => {
    await db.insert(organisations).values({
      kind: 'enterprise', name: '示例 <公司> & 合作 _x0041_', creditCode: '91110000000000000X', regionCode: await aRegion(db, baohe), contactPhone: '13812345678', createdAt: today, updatedAt: today,
    });
    const { id } = await order(await officer(db), 'organisations', '?kind=enterprise', 'xlsx');
    const sheet = await sheetOf(id);
    expect(sheet.name).toBe('机构');
    expect(sheet.freezePane).toMatchObject({ rows: 1 });
    expect(sheet.autoFilter?.range).toBe('A1:G2');
    expect(sheet.rows[1]?.slice(0, 3)).toEqual(['示例 <公司> & 合作 _x0041_', '91110000000000000X', '企业']);
    expect(JSON.stringify(sheet.rows)).not.toContain('13812345678');
    expect(fileNameOf('机构', today, 'xlsx')).toBe('机构-20260901-1000.xlsx');
  });

  test('of a long list is left to the queue, which tells when it is there', async ({ db }) => {
    const ctx = await officer(db);
    const isReady = (await order(ctx, 'regions', '?region=34')).isReady;
    const [waiting] = (await listMyExports(ctx)).rows;
    expect([isReady, waiting?.state]).toEqual([false, 'waiting']);
    await expect(openExport(ctx, lists, waiting!.id)).rejects.toThrow('export-not-ready');
    expect(await writeExport(ctxOf(db, system), lists, waiting!.id)).toBe('ready');
    expect(linesOf(waiting!.id).length).toBeGreaterThan(atOnceRows);
    expect((await listMessages(ctx)).rows).toMatchObject([{ kind: 'export-ready', link: '/desk/exports' }]);
    expect(await writeExport(ctxOf(db, system), lists, waiting!.id)).toBe('ready');
    expect((await listMessages(ctx)).rows).toHaveLength(1);
  });

  test('asks the right again when it runs, and once more when it is fetched', async ({ db }) => {
    const ctx = await officer(db);
    await order(ctx, 'regions', '?region=34');
    const [waiting] = (await listMyExports(ctx)).rows;
    const ready = await order(ctx, 'calls');
    await db.delete(roleGrants).where(eq(roleGrants.userId, ctx.actor.id));
    expect(await writeExport(ctxOf(db, system), lists, waiting!.id)).toBe('refused');
    expect((await listMyExports(ctx)).rows[1]).toMatchObject({ state: 'refused', problem: 'not-allowed' });
    await expect(openExport({ ...ctx, actor: { ...ctx.actor, grants: [] } }, lists, ready.id)).rejects.toThrow('not-allowed');
    await expect(openExport(ctxOf(db, person('programme-officer', '34', ctx.actor.id)), lists, ready.id)).rejects.toThrow('export-scope-changed');
  });

  test('of somebody whose account was disabled is not written', async ({ db }) => {
    const ctx = await officer(db);
    await order(ctx, 'regions', '?region=34');
    const [waiting] = (await listMyExports(ctx)).rows;
    await db.update(users).set({ disabledAt: today }).where(eq(users.id, ctx.actor.id));
    expect(await writeExport(ctxOf(db, system), lists, waiting!.id)).toBe('refused');
  });

  test('belongs to whoever ordered it, is discarded by them, and goes after seven days', async ({ db }) => {
    const ctx = await officer(db);
    const { id } = await order(ctx, 'calls');
    expect(await openExport(ctx, lists, id)).toMatchObject({ id, list: 'calls' });
    const other = await officer(db, '34');
    for (const deed of [() => openExport(other, lists, id), () => discardExport(other, id), () => openExport(ctx, lists, 'x')]) {
      await expect(deed()).rejects.toMatchObject({ code: 'export-not-found', status: 404 });
    }
    const later = { ...ctx, now: new Date(today.getTime() + 8 * 86_400_000) };
    await expect(openExport(later, lists, id)).rejects.toThrow('export-over');
    expect(await clearExports(later)).toBe('1');
    expect(() => textOf(id)).toThrow('ENOENT');
    const next = await order(ctx, 'calls');
    await discardExport(ctx, next.id);
    expect(() => textOf(next.id)).toThrow('ENOENT');
    expect((await listMyExports(ctx)).rows.map((row) => row.state)).toEqual(['expired']);
  });

  test('is refused to visitors, to those who may not read the list, and beyond five that wait', async ({ db }) => {
    await expect(order(ctxOf(db), 'applications')).rejects.toThrow('sign-in-needed');
    await expect(order(ctxOf(db, person('expert', '*')), 'experts')).rejects.toThrow('not-allowed');
    await expect(order(ctxOf(db, person('system-admin', '*')), 'records')).rejects.toThrow('not-allowed');
    const ctx = await officer(db);
    const waiting = { ownerId: ctx.actor.id, list: 'regions', search: '', format: 'csv', locale: 'zh-CN', orderedAt: today } as const;
    await db.insert(listExports).values(Array.from({ length: 5 }, () => waiting));
    await expect(order(ctx, 'calls')).rejects.toThrow('exports-too-many');
    await expect(listMyExports(ctxOf(db))).rejects.toThrow('sign-in-needed');
    await expect(openExport(ctxOf(db), lists, '00000000-0000-7000-8000-000000000000')).rejects.toThrow('sign-in-needed');
  });
});

describe('every list', () => {
  test.for(listNames.filter((name) => !['review-table', 'ranking', 'notice-entries', 'assignment-plan', 'scores', 'spot-picks'].includes(name)))('%s can be written, its head as wide as its rows', async (name, { db }) => {
    const role = ({ accounts: 'system-admin', invitations: 'system-admin', records: 'audit-admin', spaces: 'government-officer', suggestions: 'government-officer', walks: 'government-officer' } as const)[name as 'accounts' | 'spaces'] ?? 'programme-officer';
    const ctx = await officer(db, role === 'government-officer' ? '340111' : '*', role);
    const { id } = await order(ctx, name, name === 'regions' ? '?region=340111' : '', 'xlsx');
    const { rows, name: tab } = await sheetOf(id);
    expect([tab, rows[0]?.length]).toEqual([lists[name].title('zh-CN'), lists[name].columns('zh-CN').length]);
    expect(Math.max(...rows.map((row) => row.length))).toBe(rows[0]!.length);
  });

  test('has its title and its heads in both languages', () => {
    for (const name of listNames) {
      expect(lists[name].columns('en').length).toBe(lists[name].columns('zh-CN').length);
      expect(lists[name].columns('en').every((column) => column.title.length > 0 && column.width > 5)).toBe(true);
      expect(lists[name].title('en')).not.toBe(lists[name].title('zh-CN'));
    }
  });
});
