import { eq, sql } from 'drizzle-orm';
import { describe, expect } from 'vitest';
import { draftNotice } from '#app/domain/pilot/notices/draft-notice.ts';
import { discardNotice } from '#app/domain/pilot/notices/draft-notice.ts';
import { finaliseNotice } from '#app/domain/pilot/notices/finalise-notice.ts';
import { publishNotice } from '#app/domain/pilot/notices/publish-notice.ts';
import { applications } from '#app/domain/pilot/applications/tables.server.ts';
import type { Db } from '#app/db/db.server.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { pageAnswers } from '#app/i18n/page-answers.ts';
import { aCertificate } from '#tests/certificates.ts';
import { aCall, anApplication } from '#tests/cycle.ts';
import { as, baohe, binhu, ctxOf, hefei, neighbour, test } from '#tests/world.ts';
import { search } from './find.ts';
import { SearchAsked } from './input.ts';
import { indexOne, rebuildSearch } from './rebuild.ts';
import { searchEntries } from './tables.server.ts';

const office = (db: Db, region = '*', now?: Date) => as(db, 'programme-officer', region, now);
const find = (ctx: Ctx, q: string, more: object = {}) => search(ctx, SearchAsked.parse({ q, ...more }));
const titles = async (ctx: Ctx, q: string, more: object = {}) => (await find(ctx, q, more)).hits.map((hit) => hit.title.map((piece) => piece.text).join(''));
const kinds = async (ctx: Ctx, q: string, more: object = {}) => [...new Set((await find(ctx, q, more)).hits.map((hit) => hit.kind))].toSorted();

describe('the one box', () => {
  test('finds rules and answers by words in both languages, and marks them', async ({ db }) => {
    await rebuildSearch(ctxOf(db), pageAnswers);
    const { hits } = await find(ctxOf(db), '红头文件');
    expect(hits[0]).toMatchObject({ kind: 'answer', link: '/how-to-apply#red-heading' });
    expect(hits[0]!.title.find((piece) => piece.isMark)?.text).toBe('红头文件');
    expect(await kinds(ctxOf(db), '儿童参与')).toContain('rule');
    expect((await find({ ...ctxOf(db), locale: 'en' }, 'download')).hits.map((hit) => hit.link)).toContain('/how-to-apply#download');
    expect((await find(ctxOf(db), '申报表能下载吗')).hits[0]).toMatchObject({ link: '/how-to-apply#download' });
    expect((await find(ctxOf(db), '普惠')).hits.flatMap((hit) => [...hit.title, ...hit.snippet]).filter((piece) => piece.isMark).map((piece) => piece.text)).toContain('普惠');
  });

  test('finds a community by its name, its sound and its initials, once it is a pilot', async ({ db }) => {
    const callId = await aCall(db, { places: 8, questionSetId: 'pilot-1' });
    await anApplication(db, { callId, regionCode: binhu, status: 'accepted' });
    const id = await draftNotice(office(db), { callId, title: '关于第一批拟列入试点名单的公示', body: '' });
    await publishNotice(office(db), id, { starts: 'today' });
    await finaliseNotice(office(db, '*', new Date('2026-10-20T02:00:00Z')), id);
    await rebuildSearch(ctxOf(db), pageAnswers);
    const [name] = await titles(ctxOf(db), '滨湖', { kind: 'community' });
    expect(name).toContain('滨湖');
    for (const typed of ['binhu', 'bhsj', 'BINHUSHIJI', '滨', '湖世']) expect(await titles(ctxOf(db), typed, { kind: 'community' })).toEqual([name]);
    expect(await kinds(ctxOf(db), '拟列入')).toEqual(['notice']);
    expect(await titles(ctxOf(db), '滨湖', { region: neighbour, kind: 'community' })).toEqual([]);
    expect(await titles(ctxOf(db), '滨湖', { region: hefei, kind: 'community' })).toEqual([name]);
    expect(await titles(ctxOf(db), '滨湖', { kind: 'community', to: '2020-01-01' })).toEqual([]);
  });
});

describe('who sees what', () => {
  test('applications are found by their own region and by the office of the region, by nobody else, not even as a number', async ({ db }) => {
    const callId = await aCall(db, { questionSetId: 'pilot-1' });
    const id = await anApplication(db, { callId, regionCode: binhu });
    await indexOne(ctxOf(db), 'application', id);
    const [row] = await db.select({ number: applications.number }).from(applications).where(eq(applications.id, id));
    const seen = async (ctx: Ctx) => (await find(ctx, row!.number)).hits.map((hit) => hit.link);
    expect(await seen(office(db))).toEqual([`/desk/applications/${id}`]);
    expect(await seen(office(db, baohe))).toEqual([`/desk/applications/${id}`]);
    expect(await seen(as(db, 'government-officer', binhu))).toEqual([`/apply/${id}`]);
    for (const stranger of [ctxOf(db), office(db, neighbour), as(db, 'government-officer', neighbour), as(db, 'expert', '*'), as(db, 'system-admin', '*'), as(db, 'community-worker', '340111003')]) {
      expect(await find(stranger, row!.number)).toMatchObject({ hits: [], count: 0, isMore: false, pages: 0 });
    }
  });

  test('a draft stays with its own people, a draft notice with the office, and a discarded one is gone', async ({ db }) => {
    const callId = await aCall(db, { questionSetId: 'pilot-1' });
    const draft = await anApplication(db, { callId, regionCode: binhu, status: 'draft' });
    await indexOne(ctxOf(db), 'application', draft);
    expect(await kinds(as(db, 'government-officer', binhu), '滨湖')).toContain('application');
    expect(await kinds(office(db), '滨湖')).not.toContain('application');

    await anApplication(db, { callId, regionCode: '340111003', status: 'accepted' });
    const notice = await draftNotice(office(db), { callId, title: '秘密名单的公示', body: '' });
    await indexOne(ctxOf(db), 'notice', notice);
    expect((await find(office(db), '秘密名单')).hits[0]).toMatchObject({ link: `/desk/notices/${notice}` });
    expect((await find(ctxOf(db), '秘密名单')).count).toBe(0);
    await discardNotice(office(db), notice);
    await db.execute(sql`delete from notices where id = ${notice}`);
    await indexOne(ctxOf(db), 'notice', notice);
    expect((await find(office(db), '秘密名单')).count).toBe(0);
  });

  test('a certificate is found by its number and by its community, until another takes its place', async ({ db }) => {
    const { id, number } = await aCertificate(db);
    await indexOne(ctxOf(db), 'certificate', id);
    for (const typed of [number, '滨湖世纪']) expect((await find(ctxOf(db), typed, { kind: 'certificate' })).hits.map(({ link }) => link)).toEqual([`/certificates/${number}`]);
    await db.execute(sql`update certificates set state = 'replaced' where id = ${id}`);
    await indexOne(ctxOf(db), 'certificate', id);
    expect((await find(ctxOf(db), number, { kind: 'certificate' })).count).toBe(0);
  });

  test('a world with hidden rows answers a visitor as one without them', async ({ db }) => {
    await rebuildSearch(ctxOf(db), pageAnswers);
    const before = await find(ctxOf(db), '儿童');
    const callId = await aCall(db, { questionSetId: 'pilot-1' });
    const id = await anApplication(db, { callId, regionCode: binhu });
    await indexOne(ctxOf(db), 'application', id);
    expect(await find(ctxOf(db), '儿童')).toEqual(before);
  });
});

describe('keeping the index', () => {
  test('what is indexed again stands there once, and a rebuild drops what is gone', async ({ db }) => {
    await rebuildSearch(ctxOf(db), pageAnswers);
    const counted = () => db.select({ id: searchEntries.id }).from(searchEntries);
    const { length } = await counted();
    expect(length).toBeGreaterThan(77);
    await db.execute(sql`insert into search_entries (kind, subject_id, audience, region_code, title, title_en, body, body_en, link, words)
      values ('notice', 'gone', '{}', '*', '不存在的公示', '', '', '', '/notices/gone', array_to_tsvector(array['存在']))`);
    expect((await find(ctxOf(db), '不存在')).count).toBe(1);
    await rebuildSearch(ctxOf(db), pageAnswers);
    expect(await counted()).toHaveLength(length);
    expect((await find(ctxOf(db), '不存在')).count).toBe(0);
  });
});

describe('hostile questions', () => {
  test('are answered, whatever they hold', async ({ db }) => {
    await rebuildSearch(ctxOf(db), pageAnswers);
    const typed = ["'", "'; drop table users; --", '儿童 & !社区', ':*', '<script>alert(1)</script>', '%_%', '\\', '()|', '\u0000儿童', '儿'.repeat(500), '👩‍👩‍👧', '\ud800', '~bhsj ^儿童', '"儿童" OR 1=1', '‮社区', ' '.repeat(100)];
    for (const q of typed) expect((await find(ctxOf(db), q)).count).toBeGreaterThanOrEqual(0);
    expect((await find(ctxOf(db), "儿童' | '申报")).hits.every((hit) => [...hit.title, ...hit.snippet].some((piece) => piece.isMark))).toBe(true);
  });
});
