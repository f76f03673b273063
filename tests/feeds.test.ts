import { XMLParser, XMLValidator } from 'fast-xml-parser';
import ICAL from 'ical.js';
import { RouterContextProvider } from 'react-router';
import { describe, expect } from 'vitest';
import { loader as calendar } from '#app/routes/feeds/calendar.ts';
import { loader as callsFeed } from '#app/routes/feeds/calls.ts';
import { loader as noticesFeed } from '#app/routes/feeds/notices.ts';
import { makeCalendarLink, ownCalendarLink, revokeCalendarLink } from '#app/domain/base/interfaces/calendar-link.ts';
import { roleGrants, users } from '#app/domain/base/accounts/tables.server.ts';
import { draftNotice } from '#app/domain/pilot/notices/draft-notice.ts';
import { publishNotice } from '#app/domain/pilot/notices/publish-notice.ts';
import type { Db } from '#app/db/db.server.ts';
import { type Ctx, ctxKey } from '#app/platform/ctx.ts';
import { loader as ownFeed } from '#app/routes/account/calendar-feed.ts';
import { someone } from './api.ts';
import { aCall, anApplication } from './cycle.ts';
import { as, binhu, ctxOf, test } from './world.ts';
import { eq } from 'drizzle-orm';

async function text(loader: (args: never) => Promise<Response>, ctx: Ctx, params: object = {}): Promise<{ type: string; body: string; cache: string }> {
  const context = new RouterContextProvider();
  context.set(ctxKey, ctx);
  const answer = await loader({ context, params, request: new Request('http://tongyou.example/feeds') } as never);
  return { type: answer.headers.get('content-type')!, cache: answer.headers.get('cache-control')!, body: await answer.text() };
}

const eventsOf = (body: string) => {
  const calendar = new ICAL.Component(ICAL.parse(body));
  return calendar.getAllSubcomponents('vevent').map((each: InstanceType<typeof ICAL.Component>) => {
    const event = new ICAL.Event(each);
    return { uid: event.uid, title: event.summary, day: event.startDate.toString(), isDay: event.startDate.isDate, text: event.description };
  });
};

async function aNotice(db: Db, title: string) {
  const callId = await aCall(db, { title: '第一批；甲,乙 <并>', titleEn: 'First call; "A, B" & C', closesOn: '2026-09-15' });
  await anApplication(db, { callId, status: 'accepted' });
  const office = as(db, 'programme-officer', '*');
  const id = await draftNotice(office, { callId, title, body: '' });
  await publishNotice(office, id, { starts: 'today' });
  await aCall(db, { title: '没发布的', state: 'draft' });
  return id;
}

describe('the public calendar', () => {
  test('shows the last days of calls and notices as whole days, in both languages, and parses', async ({ db }) => {
    const long = '关于第一批拟列入儿童友好社区试点名单的公示，名称很长很长，逗号、分号；还有反斜杠\\和换行';
    const id = await aNotice(db, long);
    const zh = await text(calendar, ctxOf(db));
    expect([zh.type, zh.cache]).toEqual(['text/calendar; charset=utf-8', 'public, max-age=300']);
    expect(zh.body.split('\r\n').every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
    const events = eventsOf(zh.body);
    expect(events.map(({ day, title, isDay }) => [day, title, isDay])).toEqual([['2026-09-09', `公示结束：${long}`, true], ['2026-09-15', '申报截止：第一批；甲,乙 <并>', true]]);
    expect(events[0]!.uid).toBe(`notice-${id}@tongyou`);
    const en = await text(calendar, { ...ctxOf(db), locale: 'en' });
    expect(eventsOf(en.body)[1]!.title).toBe('Last day to apply: First call; "A, B" & C');
  });

  test('shows no draft, also not to whoever may see it', async ({ db }) => {
    await aNotice(db, '公示');
    expect((await text(calendar, as(db, 'programme-officer', '*'))).body).not.toContain('没发布的');
  });
});

describe('the feeds', () => {
  test('are valid Atom in both languages, with an address for each entry', async ({ db }) => {
    const id = await aNotice(db, '名单 <b>&amp;</b> \u0007');
    for (const [loader, locale, title] of [[noticesFeed, 'zh-CN', '名单 <b>&amp;</b> '], [callsFeed, 'en', 'First call; "A, B" & C'], [callsFeed, 'zh-CN', '第一批；甲,乙 <并>']] as const) {
      const { body, type } = await text(loader, { ...ctxOf(db), locale });
      expect(type).toBe('application/atom+xml; charset=utf-8');
      expect(XMLValidator.validate(body)).toBe(true);
      const { feed } = new XMLParser({ ignoreAttributes: false, trimValues: false }).parse(body);
      expect([feed['@_xmlns'], feed['@_xml:lang']]).toEqual(['http://www.w3.org/2005/Atom', locale]);
      const entry = [feed.entry].flat()[0];
      expect(entry).toMatchObject({ title, id: expect.stringMatching(/^urn:uuid:[0-9a-f-]{36}$/), updated: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/) });
      expect(entry.link['@_href']).toMatch(/^http:\/\/tongyou\.example\/(notices|apply\/calls)\//);
    }
    expect((await text(noticesFeed, ctxOf(db))).body).toContain(id);
  });

  test('are valid when there is nothing in them', async ({ db }) => {
    expect(XMLValidator.validate((await text(noticesFeed, ctxOf(db))).body)).toBe(true);
    expect(eventsOf((await text(calendar, ctxOf(db))).body)).toEqual([]);
  });
});

describe('one’s own calendar', () => {
  const feed = (ctx: Ctx, token: string) => text(ownFeed as never, ctx, { token: `${token}.ics` });

  test('shows what is due where the person works, to whoever has the link', async ({ db }) => {
    const officer = await someone(db, [{ role: 'government-officer', regionCode: binhu }]);
    const callId = await aCall(db);
    await anApplication(db, { callId, status: 'draft' });
    await anApplication(db, { callId: await aCall(db), status: 'returned', answerDueOn: '2026-09-10' });
    await anApplication(db, { callId, status: 'draft', regionCode: '320102001' });
    const token = await makeCalendarLink(officer);
    const { body, cache } = await feed(ctxOf(db), token);
    expect(cache).toBe('private, no-store');
    expect(eventsOf(body).map(({ day, title }) => [day, title])).toEqual([['2026-09-10', '补正截止：滨湖世纪社区'], ['2026-09-15', '申报截止：滨湖世纪社区']]);
    const office = await someone(db, [{ role: 'programme-officer', regionCode: '*' }]);
    await anApplication(db, { callId: await aCall(db), status: 'submitted' });
    expect(eventsOf((await feed(ctxOf(db), await makeCalendarLink(office))).body).map(({ title }) => title)).toEqual(['核验到期：滨湖世纪社区']);
  });

  test('ends with a new link, with taking it back, with the account, and shows no more than the person may see', async ({ db }) => {
    const officer = await someone(db, [{ role: 'government-officer', regionCode: binhu }]);
    await anApplication(db, { status: 'draft' });
    const first = await makeCalendarLink(officer);
    const second = await makeCalendarLink(officer);
    await expect(feed(ctxOf(db), first)).rejects.toMatchObject({ status: 404 });
    await db.update(users).set({ twoFactorEnabled: false }).where(eq(users.id, officer.actor.id));
    expect(eventsOf((await feed(ctxOf(db), second)).body)).toEqual([]);
    await db.update(users).set({ twoFactorEnabled: true }).where(eq(users.id, officer.actor.id));
    await db.delete(roleGrants).where(eq(roleGrants.userId, officer.actor.id));
    expect(eventsOf((await feed(ctxOf(db), second)).body)).toEqual([]);
    await db.update(users).set({ disabledAt: new Date() }).where(eq(users.id, officer.actor.id));
    await expect(feed(ctxOf(db), second)).rejects.toMatchObject({ status: 404 });
    await db.update(users).set({ disabledAt: null }).where(eq(users.id, officer.actor.id));
    expect(await ownCalendarLink(officer)).toEqual(officer.now);
    await revokeCalendarLink(officer);
    await expect(feed(ctxOf(db), second)).rejects.toMatchObject({ status: 404 });
    await expect(revokeCalendarLink(officer)).rejects.toThrow('calendar-link-none');
    await expect(makeCalendarLink(ctxOf(db))).rejects.toThrow('sign-in-needed');
  });
});
