import { afterAll, describe, expect } from 'vitest';
import { endPress } from '#app/domain/base/documents/press.ts';
import { aCouncil, anOpenBallot, aRunningSession } from '#tests/councils.ts';
import { as, baohe, binhu, neighbour, test } from '#tests/world.ts';
import { councilDocument } from './documents.ts';
import { sendMotion } from './letters.ts';
import { putMotionOnPaper } from './put-motion.ts';
import { closeVote } from './vote-on-motion.ts';

afterAll(endPress);

describe('what is printed', () => {
  test('is a charter, letters of appointment, an agenda, a list to sign and a letter, as PDF and Word, and only for those who keep the council', async ({ db }) => {
    const council = await aCouncil(db);
    const id = await putMotionOnPaper(council.ctx, council.members[0]!.id, { title: '装一盏灯', text: '看不清路。' });
    const sessionId = await aRunningSession(db, council, id);
    await closeVote(council.ctx, id, { inFavour: 4, against: 1, abstaining: 0 });
    await expect(councilDocument(council.ctx, binhu, `letter-${id}.pdf`)).rejects.toThrow('not-found');
    await sendMotion(council.ctx, id, { body: '街道城建办', bodyContact: '' });
    for (const file of ['charter.pdf', 'appointments.pdf', `letter-${id}.pdf`]) {
      const { content } = await councilDocument(council.ctx, binhu, file);
      expect(Buffer.from(content).subarray(0, 5).toString()).toBe('%PDF-');
    }
    for (const file of [`agenda-${sessionId}.docx`, `attendance-${sessionId}.docx`, `minutes-${sessionId}.docx`]) {
      const { content } = await councilDocument(council.ctx, binhu, file);
      expect(Buffer.from(content).subarray(0, 2).toString()).toBe('PK');
    }
    await expect(councilDocument(council.ctx, binhu, 'charter.xlsx')).rejects.toThrow('not-found');
    await expect(councilDocument(council.ctx, binhu, 'ballot.pdf')).rejects.toThrow('not-found');
    await expect(councilDocument(as(db, 'community-worker', neighbour), binhu, `letter-${id}.pdf`)).rejects.toThrow('not-allowed');
    await expect(councilDocument(as(db, 'expert', baohe), binhu, 'charter.pdf')).rejects.toThrow('not-allowed');
  });

  test('is a ballot paper while the ballot is open', async ({ db }) => {
    const { ctx } = await anOpenBallot(db);
    expect((await councilDocument(ctx, binhu, 'ballot.docx')).name).toContain('选票');
  });
});
