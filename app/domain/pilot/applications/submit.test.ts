import { eq, sql } from 'drizzle-orm';
import { describe, expect } from 'vitest';
import { editions, norms, principles, rules, sections } from '#app/domain/base/standard/tables.server.ts';
import type { Db } from '#app/db/db.server.ts';
import { records } from '#app/platform/tables.server.ts';
import { aDraft, aFullDraft } from '#tests/apply.ts';
import { as, asked, binhu, ctxOf, neighbour, test } from '#tests/world.ts';
import { openPaper } from './open-paper.ts';
import { getForm, getSelfCheck, listSubmissions } from './read.ts';
import { checkReceipt, standingReceipt } from './receipts.ts';
import { recommendCommunity } from './recommend.ts';
import { saveSelfCheck } from './save-self-check.ts';
import { contentHash, submitApplication } from './submit.ts';
import { submissions } from './tables.server.ts';
import { withdrawApplication } from './withdraw.ts';

const yes = { truthful: 'yes' } as const;
const lastSecond = new Date('2026-09-15T15:59:59.999Z');
const tooLate = new Date('2026-09-15T16:00:00Z');

/** An edition of so many rules, in draft so that it can be made in a test. */
async function anEditionOf(db: Db, count: number) {
  const editionId = 'rules-for-self-check';
  await db.insert(editions).values({ id: editionId, zh: '版本', en: 'Edition', effectiveFrom: '2026-01-01', sources: {}, hash: 'x' });
  await db.insert(principles).values({ editionId, id: 'p', position: 1, zh: '原则', en: 'Principle' });
  await db.insert(sections).values({ editionId, id: 's', position: 1, zh: '板块', en: 'Section' });
  await db.insert(norms).values({ editionId, id: 'n', sectionId: 's', position: 1, zh: '规范', en: 'Norm' });
  const ruleIds = Array.from({ length: count }, (_, n) => `r${n + 1}`);
  await db.insert(rules).values(
    ruleIds.map((id, position) => ({
      editionId, id, normId: 'n', position, zh: id, en: id, kind: 'should' as const, isSeen: true, basis: '', evidence: [], src: [], draftItems: [], goalAreas: [],
    })),
  );
  return { editionId, selfCheck: ruleIds.map((ruleId) => ({ ruleId, level: 'partly' as const, note: '正在做' })) };
}

describe('submitting an application', () => {
  test('freezes what was handed in, gives a receipt and leaves a record', async ({ db }) => {
    const { ctx, id, number } = await aFullDraft(db);
    const receipt = await submitApplication(ctx, id, yes);
    expect(receipt).toMatchObject({ number, round: 1, submittedAt: ctx.now });
    const [frozen] = await db.select().from(submissions).where(eq(submissions.applicationId, id));
    expect(contentHash({ number, round: 1, questionSetId: 'pilot-1', content: frozen!.content })).toBe(receipt.hash);
    expect((await getForm(ctx, id)).application).toMatchObject({ status: 'submitted', checkDueOn: expect.stringMatching(/^2026-09-/) });
    const events = await db.select().from(records).where(eq(records.subjectId, id));
    expect(events).toContainEqual(expect.objectContaining({ event: 'application.submitted', facts: expect.objectContaining({ hash: receipt.hash }) }));
  });

  test('twice gives the same receipt and one submission', async ({ db }) => {
    const { ctx, id } = await aFullDraft(db);
    const first = await submitApplication(ctx, id, yes);
    expect(await submitApplication(ctx, id, yes)).toEqual(first);
    expect(await listSubmissions(ctx, id)).toHaveLength(1);
  });

  test('is refused while something required is missing, and the draft stays', async ({ db }) => {
    const { ctx, id } = await aDraft(db);
    await expect(submitApplication(ctx, id, yes)).rejects.toThrow('answers-missing');
    expect((await getForm(ctx, id)).application.status).toBe('draft');
  });

  test('is open until the last second of the last Beijing day, and closed after', async ({ db }) => {
    const { ctx, id } = await aFullDraft(db);
    await expect(submitApplication({ ...ctx, now: tooLate }, id, yes)).rejects.toThrow('call-closed');
    await submitApplication({ ...ctx, now: lastSecond }, id, yes);
  });

  test('is the government’s alone', async ({ db }) => {
    const { id } = await aFullDraft(db);
    await expect(submitApplication(as(db, 'community-worker', binhu), id, yes)).rejects.toThrow('not-allowed');
    await expect(submitApplication(as(db, 'government-officer', neighbour), id, yes)).rejects.toThrow('application-not-found');
    await expect(submitApplication(ctxOf(db), id, yes)).rejects.toThrow('sign-in-needed');
  });

  test('takes the quick self-check of 77 rules along in few statements', async ({ db }) => {
    const { editionId, selfCheck } = await anEditionOf(db, 77);
    const { ctx, id } = await aFullDraft(db, { editionId });
    const before = asked.length;
    const receipt = await submitApplication(ctx, id, { ...yes, selfCheck });
    const statements = asked.length - before;
    expect(receipt.round).toBe(1);
    expect(statements).toBeGreaterThan(3);
    expect(statements).toBeLessThanOrEqual(8);
    expect(await getSelfCheck(ctx, id)).toHaveLength(77);
    expect((await db.select().from(submissions).where(eq(submissions.applicationId, id)))[0]!.content.selfCheck).toHaveLength(77);
  });

  test('the self-check alone is saved rule by rule and refuses a rule of another edition', async ({ db }) => {
    const { editionId, selfCheck } = await anEditionOf(db, 3);
    const { ctx, id } = await aDraft(db, { editionId });
    await saveSelfCheck(ctx, id, { selfCheck: selfCheck.slice(0, 2) });
    await saveSelfCheck(ctx, id, { selfCheck: [{ ruleId: 'r1', level: 'met', note: '' }] });
    expect((await getSelfCheck(ctx, id)).toSorted((a, b) => (a.ruleId < b.ruleId ? -1 : 1))).toMatchObject([{ level: 'met' }, { level: 'partly' }]);
    await expect(saveSelfCheck(ctx, id, { selfCheck: [{ ruleId: 'r99', level: 'met', note: '' }] })).rejects.toThrow('rule-not-found');
  });
});

describe('withdrawing', () => {
  test('opens the draft again, marks the receipt, and the next submit gets a new one', async ({ db }) => {
    const { ctx, id } = await aFullDraft(db);
    const first = await submitApplication(ctx, id, yes);
    await withdrawApplication({ ...ctx, now: lastSecond }, id);
    expect(await checkReceipt(ctxOf(db), first.code)).toMatchObject({ state: 'withdrawn' });
    await expect(standingReceipt(ctx, id)).rejects.toThrow('receipt-not-yet');
    const second = await submitApplication({ ...ctx, now: lastSecond }, id, yes);
    expect(second).toMatchObject({ round: 2 });
    expect(second.code).not.toBe(first.code);
  });

  test('is refused after the last day, for a draft, and to others', async ({ db }) => {
    const { ctx, id } = await aFullDraft(db);
    await expect(withdrawApplication(ctx, id)).rejects.toThrow('application-not-withdrawable');
    await submitApplication(ctx, id, yes);
    await expect(withdrawApplication({ ...ctx, now: tooLate }, id)).rejects.toThrow('call-closed');
    await expect(withdrawApplication(as(db, 'community-worker', binhu), id)).rejects.toThrow('not-allowed');
  });
});

describe('a receipt', () => {
  test('shows everybody number, unit, time, hash and state, and nothing personal', async ({ db }) => {
    const { ctx, id, number } = await aFullDraft(db);
    const receipt = await submitApplication(ctx, id, yes);
    const typed = receipt.code.replaceAll('-', ' ').toLowerCase().replaceAll('0', 'o').replaceAll('1', 'l');
    const shown = await checkReceipt(ctxOf(db), typed);
    expect(shown).toMatchObject({ number, unit: '滨湖世纪社区', hash: receipt.hash, state: 'standing' });
    expect(JSON.stringify(shown)).not.toContain(ctx.actor.name);
  });

  test('that does not exist is not found, and guessing is slowed down', async ({ db }) => {
    await expect(checkReceipt(ctxOf(db), 'AAAA-BBBB-CCCC')).rejects.toThrow('receipt-not-found');
    await db.execute(sql`update attempts set count = 60 where key like 'receipt:%'`);
    await expect(checkReceipt(ctxOf(db), 'AAAA-BBBB-CCCC')).rejects.toThrow('too-many-tries');
  });
});

describe('opening a paper', () => {
  test('is for those who may read or check the application', async ({ db }) => {
    const { ctx, id } = await aFullDraft(db);
    const { fileId } = (await getForm(ctx, id)).papers[0]!;
    expect((await openPaper(ctx, id, fileId)).id).toBe(fileId);
    expect((await openPaper(as(db, 'programme-officer', '*'), id, fileId)).id).toBe(fileId);
    await expect(openPaper(as(db, 'government-officer', neighbour), id, fileId)).rejects.toThrow('file-not-found');
    await expect(openPaper(as(db, 'expert', '*'), id, fileId)).rejects.toThrow('file-not-found');
    await expect(openPaper(ctxOf(db), id, fileId)).rejects.toThrow('sign-in-needed');
  });

  test('does not open another application’s paper by its id', async ({ db }) => {
    const { ctx, id } = await aFullDraft(db);
    await expect(openPaper(ctx, id, '00000000-0000-4000-8000-000000000000')).rejects.toThrow('file-not-found');
    await expect(openPaper(ctx, id, '../../etc/passwd')).rejects.toThrow('file-not-found');
  });
});

describe('recommending a community', () => {
  const words = { recommender: '张老师', organisation: '', contact: '13800000000', reason: '孩子很多，居民愿意一起做。' };

  test('is for anybody, gives a code and leaves a record', async ({ db }) => {
    await aDraft(db);
    const code = await recommendCommunity(ctxOf(db), { regionCode: binhu, ...words });
    expect(code).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/);
    expect(await db.select().from(records).where(eq(records.event, 'community.recommended'))).toHaveLength(1);
  });

  test('is refused for a place that is none, and after five in an hour', async ({ db }) => {
    await aDraft(db);
    await expect(recommendCommunity(ctxOf(db), { regionCode: '340111499', ...words })).rejects.toThrow('unit-not-community');
    for (let n = 0; n < 4; n += 1) await recommendCommunity(ctxOf(db), { regionCode: binhu, ...words });
    await expect(recommendCommunity(ctxOf(db), { regionCode: binhu, ...words })).rejects.toThrow('too-many-tries');
  });
});
