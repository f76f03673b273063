import { and, eq } from 'drizzle-orm';
import { describe, expect } from 'vitest';
import { records } from '#app/platform/tables.server.ts';
import { aDraft, aFullDraft, attachOpinion, fill } from '#tests/apply.ts';
import { as, baohe, binhu, neighbour, person, test, ctxOf } from '#tests/world.ts';
import { mostRivals } from './answers.ts';
import { attachPaper, removePaper } from './attach-paper.ts';
import { answersOf } from './form.ts';
import { SaveInput } from './input.ts';
import { getForm, listMine, othersSaving } from './read.ts';
import { saveSection } from './save-section.ts';
import { submitApplication } from './submit.ts';
import { applications, checkItems } from './tables.server.ts';

const one = (questionId: string, value: string, ...bases: number[]) => ({ answers: [{ questionId, value, bases }] });

describe('saving a part of the form', () => {
  test('keeps answers, also wrong ones, and records which', async ({ db }) => {
    const { ctx, id } = await aDraft(db);
    await saveSection(ctx, id, one('population', '很多', 0));
    const form = await getForm(ctx, id);
    expect(form.answers.population).toMatchObject({ value: '很多', savedByName: ctx.actor.name });
    expect(form.progress.lacks).toContainEqual(expect.objectContaining({ questionId: 'population', why: 'not-number' }));
    const saved = await db.select().from(records).where(and(eq(records.subjectId, id), eq(records.event, 'application.saved')));
    expect(saved).toMatchObject([{ facts: { questions: ['population'] } }]);
  });

  test('shows two people both texts, and blocks nothing but the submit until one of them chooses', async ({ db }) => {
    const { ctx: li, id } = await aDraft(db);
    const wang = as(db, 'community-worker', binhu);
    await saveSection(li, id, one('goals', '李的目标，写得足够长，超过二十个字才可以通过。', 0));
    const [theirs] = await saveSection(wang, id, one('goals', '王的目标，写得足够长，超过二十个字才可以通过。', 0));
    expect(theirs).toMatchObject({ revision: 1, mine: 2, rivals: [{ byName: wang.actor.name }] });
    expect((await getForm(li, id)).progress.lacks).toContainEqual(expect.objectContaining({ questionId: 'goals', why: 'conflict' }));
    await saveSection(li, id, one('goals', '两人的目标合在一起，写得足够长，超过二十个字。', 1, 2));
    expect((await answersOf(li, id)).find((row) => row.questionId === 'goals')).toMatchObject({ rivals: [], value: expect.stringContaining('两人') });
  });

  test('keeps fifty unsettled texts beside an answer and then asks somebody to choose', async ({ db }) => {
    const { ctx, id } = await aDraft(db);
    for (let i = 0; i <= mostRivals; i += 1) await saveSection(ctx, id, one('goals', `第 ${i} 种写法`, 0));
    await expect(saveSection(ctx, id, one('goals', '再一种写法', 0))).rejects.toThrow('answer-unsettled');
    await saveSection(ctx, id, one('goals', '第 3 种写法', 0));
    const [standing] = (await answersOf(ctx, id)).filter((row) => row.questionId === 'goals');
    expect(standing!.rivals).toHaveLength(mostRivals);
    const seen = [standing!.revision, ...standing!.rivals.map((rival) => rival.revision)];
    expect(SaveInput.safeParse(one('goals', '选定', ...seen)).success).toBe(true);
    expect(await saveSection(ctx, id, one('goals', '选定的写法', ...seen))).toMatchObject([{ value: '选定的写法', rivals: [] }]);
  });

  test('says who else is filling in the form', async ({ db }) => {
    const { ctx, id } = await aDraft(db);
    const wang = as(db, 'community-worker', binhu);
    await saveSection(wang, id, one('goals', '目标', 0));
    expect(await othersSaving(ctx, id)).toMatchObject([{ name: wang.actor.name, question: 'goals' }]);
    expect(await othersSaving(wang, id)).toEqual([]);
  });

  test('is refused for a question that is not in the form', async ({ db }) => {
    const { ctx, id } = await aDraft(db);
    await expect(saveSection(ctx, id, one('surprise', 'x', 0))).rejects.toThrow('question-not-found');
  });

  test('is refused to neighbours, experts and visitors; they do not see that it exists', async ({ db }) => {
    const { id } = await aDraft(db);
    await expect(saveSection(as(db, 'government-officer', neighbour), id, one('goals', 'x', 0))).rejects.toThrow('application-not-found');
    await expect(saveSection(as(db, 'expert', '*'), id, one('goals', 'x', 0))).rejects.toThrow('application-not-found');
    await expect(saveSection(ctxOf(db), id, one('goals', 'x', 0))).rejects.toThrow('sign-in-needed');
    expect((await listMine(as(db, 'government-officer', neighbour))).rows).toEqual([]);
    expect((await listMine(as(db, 'government-officer', baohe))).rows).toMatchObject([{ id }]);
  });

  test('is refused after the last day, and once submitted', async ({ db }) => {
    const { ctx, id } = await aFullDraft(db);
    const late = { ...ctx, now: new Date('2026-09-15T16:00:00Z') };
    await expect(saveSection(late, id, one('goals', 'x', 0))).rejects.toThrow('call-closed');
    await submitApplication(ctx, id, { truthful: 'yes' });
    await expect(saveSection(ctx, id, one('goals', 'x', 0))).rejects.toThrow('application-not-open');
  });

  test('after a return changes only what was returned, until its own last day, and hands in again', async ({ db }) => {
    const { ctx, id } = await aFullDraft(db);
    const first = await submitApplication(ctx, id, { truthful: 'yes' });
    await db.update(applications).set({ status: 'returned', answerDueOn: '2026-09-20' }).where(eq(applications.id, id));
    await db.insert(checkItems).values({ applicationId: id, round: 1, item: 'address', verdict: 'return', reason: '写到门牌号', checkedBy: 'office', checkedAt: ctx.now });
    const later = { ...ctx, now: new Date('2026-09-20T15:59:59Z') };
    expect((await getForm(later, id)).returned).toEqual([{ item: 'address', reason: '写到门牌号' }]);
    await expect(fill(later, id, { population: '1' })).rejects.toThrow('item-not-returned');
    await expect(attachOpinion(later, id)).rejects.toThrow('item-not-returned');
    await fill(later, id, { address: '广西路 2 号' });
    await expect(fill({ ...ctx, now: new Date('2026-09-20T16:00:00Z') }, id, { address: 'x' })).rejects.toThrow('answer-overdue');
    const second = await submitApplication(later, id, { truthful: 'yes' });
    expect(second.round).toBe(first.round + 1);
    expect(second.hash).not.toBe(first.hash);
  });
});

describe('papers of an application', () => {
  test('are attached, counted and removed, each with a record', async ({ db }) => {
    const { ctx, id } = await aDraft(db);
    const file = await attachOpinion(ctx, id);
    expect((await getForm(ctx, id)).papers).toMatchObject([{ paper: 'sealed-opinion', sha256: file.sha256, pages: 1 }]);
    await removePaper(ctx, id, { paper: 'sealed-opinion', fileId: file.id });
    expect((await getForm(ctx, id)).papers).toEqual([]);
    await expect(removePaper(ctx, id, { paper: 'sealed-opinion', fileId: file.id })).rejects.toThrow('paper-not-found');
    const events = (await db.select().from(records).where(eq(records.subjectId, id))).map((row) => row.event);
    expect(events).toEqual(expect.arrayContaining(['application.paper-attached', 'application.paper-removed']));
  });

  test('are no more than the question takes', async ({ db }) => {
    const { ctx, id } = await aDraft(db);
    for (let n = 0; n < 5; n += 1) await attachOpinion(ctx, id);
    await expect(attachOpinion(ctx, id)).rejects.toThrow('papers-full');
  });

  test('are files of one’s own: somebody else’s file id is not found', async ({ db }) => {
    const { ctx, id } = await aDraft(db);
    const file = await attachOpinion(ctx, id);
    const worker = ctxOf(db, person('community-worker', binhu, 'other'));
    await expect(attachPaper(worker, id, { paper: 'attachment', fileId: file.id })).rejects.toThrow('file-not-found');
  });
});
