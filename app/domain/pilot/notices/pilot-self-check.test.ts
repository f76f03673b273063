import { eq } from 'drizzle-orm';
import { describe, expect } from 'vitest';
import { draftNotice } from './draft-notice.ts';
import { finaliseNotice } from './finalise-notice.ts';
import { pilotSelfCheck } from './pilot-self-check.ts';
import { publishNotice } from './publish-notice.ts';
import type { Db } from '#app/db/db.server.ts';
import { getCommunity } from '#app/domain/base/communities/read.ts';
import { applications, submissions } from '#app/domain/pilot/applications/tables.server.ts';
import { aCall, anApplication, goodAnswers } from '#tests/cycle.ts';
import { as, binhu, ctxOf, test, today } from '#tests/world.ts';

type SelfCheck = { ruleId: string; level: string; note: string }[];

async function aPilot(db: Db, selfCheck: SelfCheck) {
  const callId = await aCall(db, { state: 'closed' });
  const applicationId = await anApplication(db, { callId, status: 'accepted', round: 0 });
  await db.insert(submissions).values({
    applicationId, round: 1, content: { answers: goodAnswers, papers: [], selfCheck }, hash: 'hash', receiptCode: 'AAAA-BBBB-CCCC',
    submittedBy: 'applicant', submittedByName: '申报人', submittedAt: today,
  });
  await db.update(applications).set({ round: 1 }).where(eq(applications.id, applicationId));
  const office = (now = today) => as(db, 'programme-officer', '*', now);
  const notice = await draftNotice(office(), { callId, title: '关于第一批拟列入试点名单的公示', body: '' });
  await publishNotice(office(), notice, { starts: 'today' });
  await finaliseNotice(office(new Date('2026-09-10T02:00:00Z')), notice);
  return (await getCommunity(ctxOf(db), binhu)).pilots[0]!.id;
}

describe('the self-check of a pilot', () => {
  test('shows everybody how far the community said it was, without its sentences', async ({ db }) => {
    const pilot = await aPilot(db, [{ ruleId: 'A1.1', level: 'met', note: '只给评审看的话' }, { ruleId: 'A1.2', level: 'not-yet', note: '' }]);
    const shown = await pilotSelfCheck(ctxOf(db), pilot);
    expect(shown?.levels).toEqual({ 'A1.1': 'met', 'A1.2': 'not-yet' });
    expect(shown?.sections.map(({ id }) => id)).toContain('a');
  });

  test('is left out when the community gave none', async ({ db }) => {
    expect(await pilotSelfCheck(ctxOf(db), await aPilot(db, []))).toBeUndefined();
  });
});
