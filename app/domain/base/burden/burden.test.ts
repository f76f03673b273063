import { eq } from 'drizzle-orm';
import { describe, expect } from 'vitest';
import { rememberFacts } from '#app/domain/base/communities/facts.ts';
import { change } from '#app/platform/change.ts';
import type { Db } from '#app/db/db.server.ts';
import { aCall, aRegion, smallSet } from '#tests/cycle.ts';
import { as, binhu, hefei, neighbour, test, today } from '#tests/world.ts';
import { questionsOf } from '#app/domain/pilot/calls/model.ts';
import { publishCall } from '#app/domain/pilot/calls/publish-call.ts';
import { calls, questionSets } from '#app/domain/pilot/calls/tables.server.ts';
import { alreadyKnown, askingAgain } from './already-known.ts';
import { countAsked } from './count-asked.ts';
import { type Asked, newlyWritten, sparedShare } from './model.ts';
import { burdenByForm, burdenByMonth, burdenByPlace } from './read.ts';

const counted = (db: Db, given: Partial<Asked> = {}, now = today) =>
  change(as(db, 'government-officer', binhu, now), async (tx) => {
    const asked: Asked = { form: 'application', subjectId: 'one', regionCode: binhu, asked: 30, prefilled: 12, reused: 3, ...given };
    await countAsked(tx, asked);
    await tx.record('burden.counted', { id: asked.subjectId, regionCode: asked.regionCode });
  });

describe('the burden meter', () => {
  test('counts a hand-in once, with its newest figures, and never more filled than asked', async ({ db }) => {
    await counted(db);
    await counted(db, { prefilled: 28, reused: 9 });
    await counted(db, { form: 'self-assessment', subjectId: 'two', asked: 77, prefilled: 60, reused: 7 });
    const office = as(db, 'programme-officer', '*');
    expect(await burdenByForm(office)).toEqual([
      { form: 'self-assessment', handIns: 1, asked: 77, prefilled: 60, reused: 7 }, { form: 'application', handIns: 1, asked: 30, prefilled: 28, reused: 2 },
    ]);
    expect(newlyWritten({ asked: 30, prefilled: 28, reused: 2 })).toBe(0);
    expect(sparedShare({ asked: 77, prefilled: 60, reused: 7 })).toBe(87);
    expect(sparedShare({ asked: 0, prefilled: 0, reused: 0 })).toBeNull();
  });

  test('is read place by place and month by month, of one’s own region only', async ({ db }) => {
    await counted(db);
    await counted(db, { subjectId: 'two', regionCode: `${neighbour}001` });
    await counted(db, { subjectId: 'three', asked: 10, prefilled: 0, reused: 0 }, new Date('2026-10-02T02:00:00Z'));
    const office = as(db, 'programme-officer', '*');
    expect((await burdenByPlace(office)).map(({ code, asked }) => [code, asked])).toEqual([['34', 40], ['32', 30]]);
    expect((await burdenByPlace(office, { region: '340111' })).map(({ code, handIns }) => [code, handIns])).toEqual([[binhu, 2]]);
    expect((await burdenByMonth(office, { region: '34' })).map(({ month, asked }) => [month, asked])).toEqual([['2026-09', 30], ['2026-10', 10]]);
    expect(await burdenByForm(as(db, 'government-officer', hefei), { from: '2026-10-01' })).toMatchObject([{ handIns: 1, asked: 10 }]);
    expect(await burdenByForm(as(db, 'government-officer', '51'))).toEqual([]);
    await expect(burdenByForm(as(db, 'community-worker', binhu))).rejects.toMatchObject({ code: 'not-allowed' });
  });
});

describe('a form that asks for what is held', () => {
  const question = (id: string, zh: string, fact?: string) => ({ id, label: { zh, en: id }, ...(fact ? { fact } : {}) });

  test('is told by the name of a question or by its words, unless it is filled from there', () => {
    const again = askingAgain([
      question('population', '居民'), question('q7', '本社区 0～3 岁儿童有多少'), question('q8', '留守儿童', 'community.children-left-behind'), question('q9', '儿童议事会几次'),
      { ...question('q10', '困境儿童帮扶办法'), kind: 'long-text' },
    ]);
    expect(again.map(({ id, factKey }) => `${id} ${factKey}`)).toEqual(['population population', 'q7 children-0-3']);
  });

  test('cannot be published once the graph holds it of a place of the call; before, it may', async ({ db }) => {
    await aRegion(db, binhu);
    const office = as(db, 'programme-officer', '*');
    const call = await aCall(db, { state: 'draft', publishedAt: null, regionCode: '34' });
    const elsewhere = await aCall(db, { state: 'draft', publishedAt: null, regionCode: '32' });
    await change(office, (tx) => rememberFacts(tx, [{ regionCode: binhu, facts: { population: '30000' } }]));
    expect((await alreadyKnown(office, '34', questionsOf(smallSet))).map(({ id }) => id)).toEqual(['population']);
    await expect(publishCall(office, call)).rejects.toMatchObject({ code: 'already-known' });
    await publishCall(office, elsewhere);
    const marked = { ...smallSet, id: 'marked', sections: smallSet.sections.map((section) => ({ ...section, questions: section.questions.map((one) => ({ ...one, fact: `community.${one.id}` })) })) };
    await db.insert(questionSets).values({ id: 'marked', content: marked, publishedAt: today });
    await db.update(calls).set({ questionSetId: 'marked' }).where(eq(calls.id, call));
    await publishCall(office, call);
  });
});
