import { describe, expect } from 'vitest';
import { aPilotCall } from '#tests/apply.ts';
import { rendered, wordsOf } from '#tests/rendered.tsx';
import { as, binhu, test } from '#tests/world.ts';
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
});
