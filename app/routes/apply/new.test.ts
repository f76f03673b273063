import { describe, expect } from 'vitest';
import { openPilots } from '#app/domain/base/communities/open-pilot.ts';
import { applyWords } from '#app/i18n/apply.ts';
import { change } from '#app/platform/change.ts';
import { aPilotCall } from '#tests/apply.ts';
import { rendered, wordsOf } from '#tests/rendered.tsx';
import { as, binhu, ctxOf, test } from '#tests/world.ts';
import * as page from './new.tsx';

describe('choosing whom to apply for', () => {
  test('sends a community worker on to what they may do, instead of shutting a door', async ({ db }) => {
    const callId = await aPilotCall(db);
    const refused = await rendered(page, as(db, 'community-worker', binhu), `/apply/new?call=${callId}`).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(Response);
    expect((refused as Response).headers.get('location')).toBe('/apply#who');
  });

  test('has the button beside every place that was found, and says that what stands below is another way', async ({ db }) => {
    const callId = await aPilotCall(db);
    const html = await rendered(page, as(db, 'government-officer', '3401'), `/apply/new?call=${callId}&q=${encodeURIComponent('滨湖世纪')}`);
    const found = html.slice(0, html.indexOf('或者一级一级选'));
    expect(found).toContain(`unit=${binhu}`);
    expect(wordsOf(found)).toMatch(/滨湖世纪社区.*选择这里/);
  });

  test('says of a unit that it is a pilot already, with a link to its page, and still lets it apply', async ({ db }) => {
    const callId = await aPilotCall(db);
    const chosen = (unit: string) => rendered(page, as(db, 'government-officer', '3401'), `/apply/new?call=${callId}&unit=${unit}`);
    const { pick } = applyWords['zh-CN'];
    expect(await chosen(binhu)).not.toContain(pick.seePilot);
    await change(ctxOf(db), (tx) => openPilots(tx, [{ regionCode: binhu, applicationId: callId, noticeId: callId, callTitle: '第一批', since: '2025-10-01', children: 900 }]));
    const html = await chosen(binhu);
    expect(html).toContain(`<a href="/communities/${binhu}">${pick.seePilot}</a>`);
    expect(wordsOf(html)).toContain('从 2025 年 10 月 1 日（星期三）起已经是试点');
    expect(html).toContain(pick.confirm);
    expect(await chosen('340111001')).not.toContain(pick.seePilot);
  });
});
