import { eq } from 'drizzle-orm';
import { afterAll, describe, expect } from 'vitest';
import type { Db } from '#app/db/db.server.ts';
import { roleGrants } from '#app/domain/base/accounts/tables.server.ts';
import { endPress } from '#app/domain/base/documents/press.ts';
import { readSheetUpload } from '#app/domain/base/documents/read-upload.ts';
import { csvLine } from '#app/domain/base/exports/csv.ts';
import { checkSheet } from '#app/domain/base/imports/check-sheet.ts';
import { inWords } from '#app/domain/base/imports/interpret.ts';
import type { ImportKind } from '#app/domain/base/imports/model.ts';
import { fetchLinks } from '#app/domain/base/imports/fetch-links.ts';
import { getImport, listMyImports, rowsOf } from '#app/domain/base/imports/read.ts';
import { parseCsv } from '#app/domain/base/imports/read-rows.ts';
import { resealLinks } from '#app/domain/base/imports/reseal.ts';
import { runImport, takeBackImport } from '#app/domain/base/imports/run.ts';
import { acceptImport, clearImports, discardImport, undoImport } from '#app/domain/base/imports/settle.ts';
import { faultsOf, templateOf } from '#app/domain/base/imports/sheets.ts';
import { unseal } from '#app/domain/base/accounts/sealed.ts';
import { listMessages } from '#app/domain/base/inbox/read.ts';
import { getInvitationByToken } from '#app/domain/base/accounts/invitations.ts';
import { addAgent } from '#app/domain/base/organisations/add-agent.ts';
import { creditCheck } from '#app/domain/base/organisations/model.ts';
import { organisations } from '#app/domain/base/organisations/tables.server.ts';
import { experts } from '#app/domain/pilot/experts/tables.server.ts';
import { decisions } from '#app/domain/pilot/review/tables.server.ts';
import { sheetsWords } from '#app/i18n/sheets.ts';
import { type Ctx, system } from '#app/platform/ctx.ts';
import { records } from '#app/platform/tables.server.ts';
import { aCall, anApplication, aUser } from '#tests/cycle.ts';
import { anAssignment } from '#tests/reviews.ts';
import { baohe, ctxOf, person, test, today } from '#tests/world.ts';
import { kinds } from './all.ts';

process.env.DEMO = 'yes';
afterAll(endPress);

const words = { ...sheetsWords['zh-CN'].imports };
const codeOf = (n: number) => {
  const first = `9134011100${String(n).padStart(7, '0')}`;
  return first + creditCheck(first);
};

async function officer(db: Db, regionCode = '*', role: 'programme-officer' | 'government-officer' | 'system-admin' = 'programme-officer'): Promise<Ctx> {
  const id = await aUser(db, `${role}-${regionCode}`);
  await db.insert(roleGrants).values({ userId: id, role, regionCode, grantedBy: 'x', grantedAt: today }).onConflictDoNothing();
  return ctxOf(db, person(role, regionCode, id));
}

const organisationHead = ['机构名称', '类别', '统一社会信用代码', '区划代码', '地址', '联系人', '联系电话'];
const organisation = (name: string, code: string, contact = '王宁') => [name, '社会组织', code, baohe, '', contact, '13800000000'];
const csvOf = (rows: string[][]) => new TextEncoder().encode(rows.map(csvLine).join(''));

function bring(ctx: Ctx, kind: ImportKind, rows: string[][], name = '名单.csv') {
  return checkSheet(ctx, kinds, { kind, name, content: csvOf(rows) });
}

async function done(db: Db, ctx: Ctx, id: string, which: 'all' | 'right' = 'all') {
  await acceptImport(ctx, kinds, id, which);
  await runImport(ctxOf(db, system), kinds, id);
  return getImport(ctx, id);
}

async function undone(db: Db, ctx: Ctx, id: string) {
  await undoImport(ctx, kinds, id);
  await takeBackImport(ctxOf(db, system), kinds, id);
  return getImport(ctx, id);
}

describe('a sheet of organisations', () => {
  test('is only looked at: new, changed, same and wrong rows, each fault with its cell', async ({ db }) => {
    const ctx = await officer(db);
    await done(db, ctx, await bring(ctx, 'organisations', [organisationHead, organisation('甲中心', codeOf(1)), organisation('乙中心', codeOf(2))]));
    const count = (await db.select().from(organisations)).length;
    const wrongCode = `${codeOf(3).slice(0, 17)}${codeOf(3)[17] === '0' ? '1' : '0'}`;
    const id = await bring(ctx, 'organisations', [
      organisationHead, organisation('甲中心', codeOf(1)), organisation('乙中心', codeOf(2), '李四'), organisation('丙中心', codeOf(4)),
      ['丁', '社会', wrongCode, '999999', '', '', '1'], organisation('戊中心', codeOf(4)), ['', '', '', '', '', '', ''], organisation('己中心', codeOf(5)).with(3, '999999'), organisation('庚中心', wrongCode),
    ]);
    const { page, counts } = await getImport(ctx, id);
    expect(counts).toEqual({ same: 1, changed: 1, new: 1, wrong: 4 });
    const faults = page.map((row) => row.faults.map(({ cell, code }) => `${cell} ${code}`));
    expect(faults).toEqual([[], [], [], ['B5 option', 'F5 required'], ['C6 double'], ['D8 region-code'], ['C9 credit-code']]);
    expect(page[4]!.faults[0]!.figures).toEqual(['4']);
    expect(words.wrong['credit-code'](page[6]!.faults[0]!.figures!)).toContain('第 18 位');
    expect(await db.select().from(organisations)).toHaveLength(count);
    await expect(acceptImport(ctx, kinds, id, 'all')).rejects.toThrow('import-has-faults');
  });

  test('is done row by row through the verbs, each with its record, and told when it is over', async ({ db }) => {
    const ctx = await officer(db);
    const id = await bring(ctx, 'organisations', [organisationHead, organisation('甲中心', codeOf(1)), organisation('乙中心', codeOf(2)), organisation('丙', 'x')]);
    const after = await done(db, ctx, id, 'right');
    expect([after.state, after.counts]).toEqual(['done', { done: 2, wrong: 1 }]);
    const made = await db.select().from(records).where(eq(records.event, 'organisation.registered'));
    expect(made.map((line) => [line.actorId, line.subjectId])).toEqual(after.page.slice(0, 2).map((row) => [ctx.actor.id, row.subjectId]));
    expect((await listMessages(ctx)).rows).toMatchObject([{ kind: 'import-done', params: { done: 2, refused: 0 }, link: `/desk/imports/${id}` }]);
    await runImport(ctxOf(db, system), kinds, id);
    expect(await db.select().from(organisations).where(eq(organisations.creditCode, codeOf(1)))).toHaveLength(1);
  });

  test('says of each row why it could not be done, and the others are done', async ({ db }) => {
    const ctx = await officer(db);
    const id = await bring(ctx, 'organisations', [organisationHead, organisation('甲中心', codeOf(1)), organisation('乙中心', codeOf(2))]);
    await acceptImport(ctx, kinds, id, 'all');
    await db.insert(organisations).values({ kind: 'enterprise', name: '先到', creditCode: codeOf(1), regionCode: baohe, createdAt: today, updatedAt: today });
    await runImport(ctxOf(db, system), kinds, id);
    const { page, counts } = await getImport(ctx, id);
    expect(counts).toEqual({ refused: 1, done: 1 });
    expect(page[0]!.faults).toEqual([{ cell: '', column: '', code: 'organisation-code-taken' }]);
  });

  test('acts with the rights of the day it runs', async ({ db }) => {
    const ctx = await officer(db);
    const id = await bring(ctx, 'organisations', [organisationHead, organisation('甲中心', codeOf(1))]);
    await acceptImport(ctx, kinds, id, 'all');
    await db.delete(roleGrants).where(eq(roleGrants.userId, ctx.actor.id));
    await runImport(ctxOf(db, system), kinds, id);
    expect((await getImport(ctx, id)).page[0]).toMatchObject({ state: 'refused', faults: [{ code: 'not-allowed' }] });
  });

  test('is undone row by row; a row that somebody has built on stays and says so', async ({ db }) => {
    const ctx = await officer(db);
    await aUser(db, 'somebody');
    const first = await bring(ctx, 'organisations', [organisationHead, organisation('甲中心', codeOf(1)), organisation('乙中心', codeOf(2)), organisation('丙中心', codeOf(3))]);
    const { page } = await done(db, ctx, first);
    const second = await bring(ctx, 'organisations', [organisationHead, organisation('甲中心', codeOf(1), '李四')]);
    await done(db, ctx, second);
    expect((await undone(db, ctx, second)).counts).toEqual({ undone: 1 });
    expect((await db.select().from(organisations).where(eq(organisations.creditCode, codeOf(1))))[0]).toMatchObject({ contactName: '王宁' });
    await addAgent(ctx, page[1]!.subjectId!, { login: 'somebody@example.cn' });

    const after = await undone(db, ctx, first);
    const kept = { state: 'kept', faults: [{ code: 'import-built-on' }] };
    expect([after.state, ...after.page]).toMatchObject(['undone', kept, kept, { state: 'undone' }]);
    expect(await db.select().from(organisations).where(eq(organisations.creditCode, codeOf(3)))).toEqual([]);
    await expect(undoImport(ctx, kinds, first)).rejects.toThrow('import-settled');
  });

  test('stays within the regions of whoever brings it', async ({ db }) => {
    const ctx = await officer(db, '3202', 'government-officer');
    const { page } = await getImport(ctx, await bring(ctx, 'organisations', [organisationHead, organisation('甲中心', codeOf(1))]));
    expect(page[0]).toMatchObject({ state: 'wrong', faults: [{ cell: 'D2', code: 'not-here' }] });
  });

  test('belongs to whoever brought it, is given up without a trace, and forgets its rows after thirty days', async ({ db }) => {
    const ctx = await officer(db);
    const id = await bring(ctx, 'organisations', [organisationHead, organisation('甲中心', codeOf(1))]);
    const other = await officer(db, '34');
    for (const deed of [() => getImport(other, id), () => acceptImport(other, kinds, id, 'all'), () => undoImport(other, kinds, id), () => discardImport(other, kinds, id)]) {
      await expect(deed()).rejects.toThrow('import-not-found');
    }
    await discardImport(ctx, kinds, id);
    await expect(acceptImport(ctx, kinds, id, 'all')).rejects.toThrow('import-settled');
    expect((await listMyImports(ctx)).rows).toMatchObject([{ state: 'discarded' }]);
    const kept = await bring(ctx, 'organisations', [organisationHead, organisation('甲中心', codeOf(1))]);
    expect(await clearImports({ ...ctx, now: new Date(today.getTime() + 31 * 86_400_000) })).toBe('1');
    expect(await rowsOf(ctx, kept)).toEqual([]);
  });

  test('is refused without its columns, without rows, with too many, as another file, and from those who may not', async ({ db }) => {
    const ctx = await officer(db);
    await expect(bring(ctx, 'organisations', [['机构名称'], ['甲']])).rejects.toThrow('import-columns-missing');
    await expect(bring(ctx, 'organisations', [organisationHead])).rejects.toThrow('import-empty');
    await expect(bring(ctx, 'organisations', [organisationHead, ...Array.from({ length: 2001 }, (_, n) => organisation(`甲${n}`, ''))])).rejects.toThrow('import-too-many-rows');
    await expect(bring(ctx, 'organisations', [organisationHead], '名单.xlsx')).rejects.toThrow('document-damaged');
    await expect(bring(ctxOf(db, person('expert', '*')), 'organisations', [organisationHead])).rejects.toThrow('not-allowed');
    await expect(bring(ctxOf(db), 'organisations', [organisationHead])).rejects.toThrow('sign-in-needed');
    await expect(listMyImports(ctxOf(db))).rejects.toThrow('sign-in-needed');
  });
});

describe('a sheet', () => {
  test('of ours goes out as a template with lists to choose from, and its errors come back in the last column', async ({ db }) => {
    const ctx = await officer(db);
    const [form] = await readSheetUpload(await templateOf(ctx, kinds.organisations, words));
    expect(form!.rows[0]).toEqual(organisationHead);
    const id = await bring(ctx, 'organisations', [organisationHead, organisation('=丙', 'x')]);
    const sheet = await faultsOf(ctx, kinds.organisations, await rowsOf(ctx, id), words, (fault) => `${fault.cell} ${fault.code}`);
    expect((await readSheetUpload(sheet))[0]!.rows).toEqual([[...organisationHead, '错误'], [...organisation('=丙', 'x'), 'C2 credit-code']]);
    const again = await checkSheet(ctx, kinds, { kind: 'organisations', name: '错误.xlsx', content: sheet });
    expect((await getImport(ctx, again)).counts).toEqual({ wrong: 1 });
  });

  test('may be CSV in GB 18030, with other signs between the cells, in English', async ({ db }) => {
    expect(parseCsv('a;"b;""c"\r\n\r\n1;2')).toEqual([['a', 'b;"c'], [''], ['1', '2']]);
    expect(parseCsv(`${','.repeat(500_000)}x\n1,2`).map((row) => row.length)).toEqual([60, 2]);
    const ctx = await officer(db);
    const gb = new Uint8Array([0xbb, 0xfa, 0xb9, 0xb9, 0xc3, 0xfb, 0xb3, 0xc6]); // 机构名称
    await expect(checkSheet(ctx, kinds, { kind: 'organisations', name: 'a.csv', content: gb })).rejects.toThrow('import-columns-missing');
    const id = await bring(ctx, 'organisations', [['Organisation', 'Kind', 'Credit code', 'Region code', 'Contact person', 'Telephone'], ['Centre A', 'enterprise', codeOf(9), baohe, 'Ann', '13800000000']]);
    expect((await getImport(ctx, id)).counts).toEqual({ new: 1 });
    expect(inWords(kinds.organisations, { name: '甲', kind: '企业' }, 'en')).toEqual({ name: '甲', kind: 'Enterprise' });
    expect(inWords(kinds.experts, { fields: 'education，社会工作' }, 'zh-CN')).toEqual({ fields: '教育、社会工作' });
    expect(inWords(kinds.organisations, { kind: '别的' }, 'en')).toEqual({ kind: '别的' });
  });
});

describe('other kinds', () => {
  test('experts are listed, corrected, and taken off again unless they were asked to review', async ({ db }) => {
    const ctx = await officer(db);
    for (const id of ['reader-a', 'reader-b']) {
      await aUser(db, id);
      await db.insert(roleGrants).values({ userId: id, role: 'expert', regionCode: '*', grantedBy: 'x', grantedAt: today });
    }
    await aUser(db, 'nobody');
    const head = ['账号', '专业领域', '区划代码', '工作单位'];
    const id = await bring(ctx, 'experts', [head, ['reader-a@example.cn', '教育、社会工作', '', '甲大学'], ['reader-b@example.cn', '教育', baohe, ''], ['nobody@example.cn', '教育', '', ''], ['who', '魔法', '', '']]);
    expect((await getImport(ctx, id)).page.map((row) => row.faults[0]?.code ?? row.state)).toEqual(['new', 'new', 'no-expert-role', 'option']);
    await done(db, ctx, id, 'right');
    expect(await db.select().from(experts).where(eq(experts.userId, 'reader-a'))).toMatchObject([{ fields: ['education', 'social-work'], regionCode: '*', organisationName: '甲大学' }]);
    const next = await bring(ctx, 'experts', [head, ['reader-a@example.cn', '教育', '', '乙大学']]);
    await done(db, ctx, next);
    await undone(db, ctx, next);
    expect(await db.select().from(experts).where(eq(experts.userId, 'reader-a'))).toMatchObject([{ organisationName: '甲大学' }]);
    const applicationId = await anApplication(db, { status: 'in-review', regionCode: '320102001' });
    await anAssignment(db, { applicationId, expertId: 'reader-b' });
    expect((await undone(db, ctx, id)).counts).toEqual({ undone: 1, kept: 1, wrong: 2 });
  });

  test('invitations give their links once to whoever imported them, and are revoked unless accepted', async ({ db }) => {
    const ctx = await officer(db, '*', 'system-admin');
    const id = await bring(ctx, 'invitations', [['姓名', '邮箱或手机', '角色', '区划代码'], ['张三', '13911112222', '评审专家', ''], ['李四', 'x', '评审专家', '']]);
    expect((await getImport(ctx, id)).page[1]).toMatchObject({ state: 'wrong', faults: [{ cell: 'B3', code: 'contact' }] });
    const { page } = await done(db, ctx, id, 'right');
    const token = unseal(page[0]!.sealed);
    expect(await getInvitationByToken(ctx, token)).toMatchObject({ name: '张三', role: 'expert', regionCode: '*', state: 'unconfirmed' });
    expect((await fetchLinks(ctx, id)).map((row) => row.token)).toEqual([token]);
    await expect(fetchLinks({ ...ctx, actor: { ...ctx.actor, grants: [] } }, id)).rejects.toThrow('not-allowed');
    expect(await resealLinks(ctxOf(db, system))).toBe(1);
    expect((await getImport(ctx, id)).page[0]!.sealed).not.toBe(page[0]!.sealed);
    expect((await fetchLinks(ctx, id)).map((row) => row.token)).toEqual([token]);
    const after = await undone(db, ctx, id);
    expect(after.page[0]).toMatchObject({ state: 'undone', sealed: '' });
    expect(await getInvitationByToken(ctx, token)).toMatchObject({ state: 'revoked' });
  });

  test('results are decided under all the rules of deciding, and cannot be undone', async ({ db }) => {
    const ctx = await officer(db);
    const callId = await aCall(db, { review: { reviewsPerApplication: 1, scoreFrom: 0, scoreTo: 100 } });
    const ready = await anApplication(db, { callId, number: 'TY-2026-0101', regionCode: '340111001', status: 'in-review' });
    await anApplication(db, { callId, number: 'TY-2026-0102', regionCode: '340111002', status: 'in-review' });
    await anApplication(db, { callId, number: 'TY-2026-0103', regionCode: '340111003' });
    await aUser(db, 'reader');
    await anAssignment(db, { applicationId: ready, expertId: 'reader', state: 'submitted', submittedAt: today });
    const reason = '材料齐全，专家意见一致同意。';
    const id = await bring(ctx, 'decisions', [['申报编号', '结论', '理由'], ['ty-2026-0101', '通过', reason], ['TY-2026-0102', '不通过', reason], ['TY-2026-0103', '通过', reason], ['TY-2026-0999', '通过', reason], ['TY-2026-0101', '通过', '短']]);
    expect((await getImport(ctx, id)).page.map((row) => row.faults[0]?.code ?? row.state)).toEqual(['new', 'new', 'not-in-review', 'no-application', 'too-short']);
    const after = await done(db, ctx, id, 'right');
    expect(after.page.slice(0, 2)).toMatchObject([{ state: 'done' }, { state: 'refused', faults: [{ code: 'reviews-too-few' }] }]);
    expect(await db.select().from(decisions)).toMatchObject([{ applicationId: ready, outcome: 'accepted' }]);
    await expect(undoImport(ctx, kinds, id)).rejects.toThrow('import-final');
  });
});
