import { eq } from 'drizzle-orm';
import { describe, expect } from 'vitest';
import { messages } from '#app/domain/base/inbox/tables.server.ts';
import { system } from '#app/platform/ctx.ts';
import { anApplication, aUser } from '#tests/cycle.ts';
import { aMeeting, meetingInput } from '#tests/meetings.ts';
import { anExpert, aReview, office } from '#tests/reviews.ts';
import { ctxOf, test } from '#tests/world.ts';
import { cancelMeeting, editMeeting } from './plan-meeting.ts';
import { tellMembers, tellReconsidered } from './tell-panels.ts';

describe('telling of panels', () => {
  test('calls one member, tells all of a move and of a cancellation, each once', async ({ db }) => {
    const application = await anApplication(db, { status: 'complete' });
    await aReview(db, application, await anExpert(db, 'a'));
    const id = await aMeeting(db, [application]);
    const told = (userId: string) => db.select({ kind: messages.kind, params: messages.params, link: messages.link }).from(messages).where(eq(messages.userId, userId)).orderBy(messages.id);
    expect(await tellMembers(ctxOf(db, system), id, 'panel-invited', 'record-1', 'm1')).toBe('1');
    await editMeeting(office(db), id, { ...meetingInput, heldAt: '09:00' });
    expect(await tellMembers(ctxOf(db, system), id, 'panel-moved', 'record-2')).toBe('3');
    expect(await tellMembers(ctxOf(db, system), id, 'panel-moved', 'record-2')).toBe('0');
    await cancelMeeting(office(db), id, { reason: '改为书面评审' });
    await tellMembers(ctxOf(db, system), id, 'panel-cancelled', 'record-3');
    expect(await told('m1')).toMatchObject([
      { kind: 'panel-invited', params: { day: '2026-09-10 14:30', place: '线上会议' }, link: `/desk/panels/${id}` }, { kind: 'panel-moved', params: { day: '2026-09-10 09:00' } }, { kind: 'panel-cancelled', params: { reason: '改为书面评审' } },
    ]);
    expect(await told('m2')).toHaveLength(2);
    expect(await tellMembers(ctxOf(db, system), application, 'panel-moved', 'record-4')).toBe('');
  });

  test('tells the people behind an application that it is looked at again', async ({ db }) => {
    await aUser(db, 'applicant');
    const id = await anApplication(db, { status: 'accepted' });
    expect(await tellReconsidered(ctxOf(db, system), id, 'decision-reconsidered', 'record-1')).toBe('1');
    expect(await db.select().from(messages).where(eq(messages.userId, 'applicant'))).toMatchObject([{ kind: 'decision-reconsidered', link: `/apply/${id}/decision`, params: { unit: '滨湖世纪社区' } }]);
    expect(await tellReconsidered(ctxOf(db, system), crypto.randomUUID(), 'decision-reconsidered', 'record-1')).toBe('');
  });
});
