import { describe, expect } from 'vitest';
import { createHash } from 'node:crypto';
import { draftNotice } from './draft-notice.ts';
import { noticePdf, printNotice } from './print-notice.ts';
import { publishNotice } from './publish-notice.ts';
import { verifyPrints } from './verify-prints.ts';
import { findAnchors } from '#app/domain/base/records/find-anchor.ts';
import { system } from '#app/platform/ctx.ts';
import { aCall, anApplication } from '#tests/cycle.ts';
import { as, ctxOf, test } from '#tests/world.ts';

describe('the PDF of a notice', () => {
  test('is made once, is the same for everybody, and is found by its hash', async ({ db }) => {
    const office = as(db, 'programme-officer', '*');
    const callId = await aCall(db, { state: 'closed' });
    await anApplication(db, { callId, status: 'accepted' });
    const id = await draftNotice(office, { callId, title: '关于第一批拟列入试点名单的公示', body: '' });
    await publishNotice(office, id, { starts: 'today' });
    await expect(noticePdf(ctxOf(db), id, 1)).rejects.toThrow('notice-print-not-yet');
    await expect(printNotice(ctxOf(db, system), id, 2)).rejects.toThrow('notice-version-not-found');

    const sha256 = await printNotice(ctxOf(db, system), id, 1);
    expect(await printNotice(ctxOf(db, system), id, 1)).toBe(sha256);
    const { content } = await noticePdf(ctxOf(db), id, 1);
    expect([content.subarray(0, 5).toString(), createHash('sha256').update(content).digest('hex')]).toEqual(['%PDF-', sha256]);
    expect(await findAnchors(ctxOf(db), [sha256])).toMatchObject([{ event: 'notice.printed' }]);
    expect(await verifyPrints(db)).toEqual({ checked: 1, faults: [] });
  });
});
