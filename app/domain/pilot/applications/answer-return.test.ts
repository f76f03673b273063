import { and, eq } from 'drizzle-orm';
import { describe, expect } from 'vitest';
import { storeFile } from '#app/domain/base/files/store-file.ts';
import type { Db } from '#app/db/db.server.ts';
import { aFullDraft, aPdf, attachOpinion, fill } from '#tests/apply.ts';
import { as, test } from '#tests/world.ts';
import { unchangedReturns } from './answer-return.ts';
import { attachPaper, removePaper } from './attach-paper.ts';
import { returnApplication } from './check-completeness.ts';
import { getForm } from './read.ts';
import { saveVerdict } from './save-verdict.ts';
import { submitApplication } from './submit.ts';
import { submissions } from './tables.server.ts';

const yes = { truthful: 'yes' } as const;

/** Handed in, and given back with these items. */
async function aReturned(db: Db, items: string[]) {
  const { ctx, id } = await aFullDraft(db);
  await submitApplication(ctx, id, yes);
  const office = as(db, 'programme-officer', '*');
  for (const item of items) await saveVerdict(office, id, { item, verdict: 'return', reason: '请核对后改正。', seen: '' });
  await returnApplication(office, id, { round: 1 });
  const open = async () => {
    const { application, set, answers, papers } = await getForm(ctx, id);
    return unchangedReturns(ctx, application, set, { answers: Object.fromEntries(Object.values(answers).map((row) => [row.questionId, row.value])), papers });
  };
  return { ctx, id, open };
}

describe('answering a return', () => {
  test('is refused while a returned item stands as it stood', async ({ db }) => {
    const { ctx, id, open } = await aReturned(db, ['q:population', 'opinion-seal']);
    expect((await open()).toSorted()).toEqual(['population', 'sealed-opinion']);
    await expect(submitApplication(ctx, id, yes)).rejects.toThrow('return-unanswered');
    await fill(ctx, id, { population: '99999' });
    expect(await open()).toEqual(['sealed-opinion']);
    await expect(submitApplication(ctx, id, yes)).rejects.toThrow('return-unanswered');
  });

  test('needs no word when each returned item has changed', async ({ db }) => {
    const { ctx, id, open } = await aReturned(db, ['q:population', 'opinion-seal']);
    await fill(ctx, id, { population: '99999' });
    const { papers } = await getForm(ctx, id);
    await removePaper(ctx, id, { paper: 'sealed-opinion', fileId: papers[0]!.fileId });
    const { id: same } = await attachOpinion(ctx, id);
    expect(await open(), 'the same scan again is no change').toEqual(['sealed-opinion']);
    await removePaper(ctx, id, { paper: 'sealed-opinion', fileId: same });
    const { id: fileId } = await storeFile(ctx, { name: '重新扫描的意见.pdf', content: aPdf('/Lang (zh)') });
    await attachPaper(ctx, id, { paper: 'sealed-opinion', fileId });
    expect(await open()).toEqual([]);
    await submitApplication(ctx, id, yes);
  });

  test('may leave things as they are with a reason, which is handed in with the rest', async ({ db }) => {
    const { ctx, id } = await aReturned(db, ['q:population']);
    await expect(submitApplication(ctx, id, { ...yes, explanation: '' })).rejects.toThrow('return-unanswered');
    await submitApplication(ctx, id, { ...yes, explanation: '人口数与统计年鉴一致。' });
    const [second] = await db.select().from(submissions).where(and(eq(submissions.applicationId, id), eq(submissions.round, 2)));
    expect(second!.content.explanation).toBe('人口数与统计年鉴一致。');
  });

  test('about the whole form is any change at all', async ({ db }) => {
    const { ctx, id, open } = await aReturned(db, ['auto:required']);
    expect(await open()).toEqual(['']);
    await fill(ctx, id, { population: '99999' });
    expect(await open()).toEqual([]);
    await submitApplication(ctx, id, yes);
  });

  test('a first submission has nothing to answer, and carries no reason', async ({ db }) => {
    const { ctx, id } = await aFullDraft(db);
    await submitApplication(ctx, id, { ...yes, explanation: '没有退回过。' });
    const [first] = await db.select().from(submissions).where(eq(submissions.applicationId, id));
    expect(first!.content).not.toHaveProperty('explanation');
  });
});
