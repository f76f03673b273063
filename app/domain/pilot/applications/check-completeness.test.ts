import { eq } from 'drizzle-orm';
import { describe, expect } from 'vitest';
import type { Db } from '#app/db/db.server.ts';
import { ctxOf, as, hefei, person, test, today } from '#tests/world.ts';
import { aCall, anApplication, aRegion, aSubmission, goodAnswers, smallSet } from '#tests/cycle.ts';
import { records } from '#app/platform/tables.server.ts';
import { automaticChecks } from './automatic-checks.ts';
import { completeCheck, returnApplication } from './check-completeness.ts';
import { checklist, isItem, itemsToJudge, questionOf } from './checklist.ts';
import { compareRounds } from './compare-rounds.ts';
import { saveVerdict } from './save-verdict.ts';
import { checkedAutomatically, getHanded, getSubmitted, listVerdicts } from './submitted.ts';
import { applications } from './tables.server.ts';

const office = (db: Db, id = 'officer') => ctxOf(db, person('programme-officer', '*', id));
const ok = (item: string) => ({ item, verdict: 'ok' as const, reason: '', seen: '' });
const back = (item: string, reason = '代码少 2 位，请改正。') => ({ item, verdict: 'return' as const, reason, seen: '' });
const round = { round: 1 };

async function judgeAll(db: Db, id: string) {
  const failed = (await checkedAutomatically(office(db), await getHanded(office(db), id))).filter(({ isOk }) => !isOk).map((each) => each.id);
  for (const item of itemsToJudge(failed)) await saveVerdict(office(db), id, ok(item));
}

describe('the verdict on one item', () => {
  test('is kept, changed and taken back, and each leaves a record', async ({ db }) => {
    const id = await anApplication(db);
    await saveVerdict(office(db), id, back('opinion-seal'));
    expect(await listVerdicts(office(db), id, 1)).toMatchObject([{ item: 'opinion-seal', verdict: 'return', reason: '代码少 2 位，请改正。' }]);
    await saveVerdict(office(db), id, ok('opinion-seal'));
    expect(await listVerdicts(office(db), id, 1)).toMatchObject([{ verdict: 'ok', reason: '' }]);
    await saveVerdict(office(db), id, { ...ok('opinion-seal'), verdict: 'none' });
    expect(await listVerdicts(office(db), id, 1)).toEqual([]);
    expect((await db.select().from(records).where(eq(records.subjectId, id))).map((row) => row.event)).toEqual(Array(3).fill('application.item-checked'));
  });

  test('of a colleague is never overwritten unseen', async ({ db }) => {
    const id = await anApplication(db);
    const seen = await saveVerdict(office(db, 'first'), id, ok('opinion-seal'));
    await expect(saveVerdict(office(db, 'second'), id, back('opinion-seal'))).rejects.toThrow('changed-meanwhile');
    await saveVerdict(office(db, 'second'), id, { ...back('opinion-seal'), seen });
  });

  test('is refused for an item that does not exist, and when nothing is being checked', async ({ db }) => {
    const id = await anApplication(db);
    await expect(saveVerdict(office(db), id, ok('nothing'))).rejects.toThrow('check-item-unknown');
    await expect(saveVerdict(office(db), id, ok('q:nothing'))).rejects.toThrow('check-item-unknown');
    await saveVerdict(office(db), id, back('q:population'));
    const done = await anApplication(db, { status: 'complete' });
    await expect(saveVerdict(office(db), done, ok('opinion-seal'))).rejects.toThrow('application-not-in-check');
  });

  test('is for the programme office of that region alone', async ({ db }) => {
    const id = await anApplication(db);
    for (const role of ['government-officer', 'community-worker', 'expert', 'system-admin'] as const) {
      await expect(saveVerdict(as(db, role, '*'), id, ok('opinion-seal'))).rejects.toThrow('application-not-found');
    }
    await expect(saveVerdict(as(db, 'programme-officer', '32'), id, ok('opinion-seal'))).rejects.toThrow('application-not-found');
    await saveVerdict(as(db, 'programme-officer', hefei), id, ok('opinion-seal'));
  });
});

describe('passing the check', () => {
  test('needs every item judged, then moves on and leaves a record', async ({ db }) => {
    const id = await anApplication(db);
    await expect(completeCheck(office(db), id, round)).rejects.toThrow('check-items-open');
    await judgeAll(db, id);
    await completeCheck(office(db), id, round);
    expect(await getSubmitted(office(db), id)).toMatchObject({ status: 'complete', checkDueOn: null });
    expect((await db.select().from(records).where(eq(records.subjectId, id))).at(-1)).toMatchObject({ event: 'application.complete', facts: { round: 1 } });
  });

  test('is refused while something is marked for return', async ({ db }) => {
    const id = await anApplication(db);
    await judgeAll(db, id);
    await saveVerdict(office(db), id, back('q:population'));
    await expect(completeCheck(office(db), id, round)).rejects.toThrow('check-has-returns');
  });

  test('tells the second officer that the first was quicker', async ({ db }) => {
    const id = await anApplication(db);
    await judgeAll(db, id);
    await completeCheck(office(db), id, round);
    await expect(completeCheck(office(db, 'second'), id, round)).rejects.toThrow('application-not-in-check');
    const again = await anApplication(db, { round: 2, callId: await aCall(db) });
    await expect(returnApplication(office(db), again, round)).rejects.toThrow('changed-meanwhile');
  });

  test('is refused to everybody but the office', async ({ db }) => {
    const id = await anApplication(db);
    await expect(completeCheck(as(db, 'government-officer', '*'), id, round)).rejects.toThrow('application-not-found');
    await expect(completeCheck(as(db, 'programme-officer', '320102'), id, round)).rejects.toThrow('application-not-found');
  });
});

describe('returning an application', () => {
  test('gives every reason, the last day to answer, and a record the applicant is told by', async ({ db }) => {
    const id = await anApplication(db);
    await saveVerdict(office(db), id, back('auto:credit-code'));
    await saveVerdict(office(db), id, ok('opinion-seal'));
    await returnApplication(office(db), id, round);
    expect(await getSubmitted(office(db), id)).toMatchObject({ status: 'returned', answerDueOn: '2026-09-11', returnedAt: today });
    const [told] = (await db.select().from(records).where(eq(records.subjectId, id))).slice(-1);
    expect(told).toMatchObject({ event: 'application.returned', facts: { answerDueOn: '2026-09-11', items: [{ item: 'auto:credit-code', reason: '代码少 2 位，请改正。' }] } });
  });

  test('is refused without a returned item, and without its reason', async ({ db }) => {
    const id = await anApplication(db);
    await expect(returnApplication(office(db), id, round)).rejects.toThrow('check-nothing-returned');
    await saveVerdict(office(db), id, back('opinion-seal', ''));
    await expect(returnApplication(office(db), id, round)).rejects.toThrow('check-reason-missing');
  });

  test('is refused to everybody but the office', async ({ db }) => {
    const id = await anApplication(db);
    await expect(returnApplication(as(db, 'expert', '*'), id, round)).rejects.toThrow('application-not-found');
  });
});

describe('what the office reads', () => {
  test('is what was handed in, not what the applicant is writing now', async ({ db }) => {
    const id = await anApplication(db, { status: 'returned' });
    const handed = await getHanded(office(db), id);
    expect(handed).toMatchObject({ content: { answers: goodAnswers }, unitName: '滨湖世纪社区', rounds: [{ round: 1, hash: 'hash-1' }] });
  });

  test('is nothing of a draft', async ({ db }) => {
    const id = await anApplication(db, { status: 'draft' });
    await expect(getHanded(office(db), id)).rejects.toThrow('application-not-found');
    await expect(getSubmitted(office(db), 'no-id')).rejects.toThrow('application-not-found');
  });

  test('names the same unit in another call and the same code at another applicant', async ({ db }) => {
    const id = await anApplication(db);
    const twin = await anApplication(db, { callId: await aCall(db) });
    const other = await anApplication(db, { callId: await aCall(db), regionCode: await aRegion(db, '320102002001') });
    const numberOf = async (which: string) => (await db.select({ number: applications.number }).from(applications).where(eq(applications.id, which)))[0]!.number;
    const checks = await checkedAutomatically(office(db), await getHanded(office(db), id));
    expect(checks.find((each) => each.id === 'duplicate-unit')).toMatchObject({ isOk: false, figures: [await numberOf(twin)] });
    expect(checks.find((each) => each.id === 'duplicate-code')).toMatchObject({ isOk: false, figures: [await numberOf(other)] });
  });
});

describe('the automatic checks', () => {
  const opinion = { paper: 'sealed-opinion', state: 'stored', size: 1000 };
  const good = {
    questionSet: smallSet, answers: { ...goodAnswers, 'applicant-code': '11340111MB1A2345X0', 'children-0-3': '1200' }, papers: [opinion],
    regionCode: '340111400', applicantCode: '340111400', applicantLevels: ['township'] as const, twins: [],
  };
  const failed = (change: object) => automaticChecks({ ...good, ...change }).filter(({ isOk }) => !isOk).map(({ id }) => id);

  test.each([
    ['a required answer is missing', { answers: { ...good.answers, population: '' } }, ['required']],
    ['the sealed opinion is missing', { papers: [] }, ['required']],
    ['a paper cannot be read', { papers: [{ ...opinion, state: 'quarantined' }] }, ['papers']],
    ['the unit lies outside the applicant', { regionCode: '340102001' }, ['region-inside']],
    ['that level may not apply in this call', { applicantCode: '340111' }, ['applicant-level']],
    ['children are hardly a fiftieth of the people', { answers: { ...good.answers, population: '90000' } }, ['children-figures']],
    ['there are more children than people', { answers: { ...good.answers, population: '1000' } }, ['children-figures']],
    ['the unit stands in another call', { twins: [{ number: 'TY-1', why: 'unit' }] }, ['duplicate-unit']],
  ])('see that %s', (_, change, ids) => {
    expect(failed(change).filter((id) => id !== 'credit-code')).toEqual(ids);
  });

  test('see a wrong credit code, with its length', () => {
    const check = automaticChecks({ ...good, answers: { ...good.answers, 'applicant-code': '11340111MB1A2345' } }).find(({ id }) => id === 'credit-code');
    expect(check).toEqual({ id: 'credit-code', isOk: false, figures: ['11340111MB1A2345', '16'] });
  });

  test('every item of the list leads to a question or to none', () => {
    expect(questionOf('opinion-seal')).toBe('sealed-opinion');
    expect(questionOf('auto:credit-code')).toBe('applicant-code');
    expect(questionOf('q:goals')).toBe('goals');
    expect(isItem('auto:nothing', [])).toBe(false);
    expect(itemsToJudge(['papers'])).toHaveLength(checklist.length + 1);
  });
});

describe('comparing two rounds', () => {
  test('shows what changed side by side, papers by their content', () => {
    const paper = (name: string, sha256: string) => ({ paper: 'sealed-opinion', fileId: sha256, name, sha256 });
    const before = { answers: { population: '1', 'unit-name': '甲' }, papers: [paper('意见.pdf', 'a')], selfCheck: [] };
    const after = { answers: { population: '2', 'unit-name': '甲', 'applicant-name': '乙' }, papers: [paper('意见2.pdf', 'b')], selfCheck: [] };
    expect(compareRounds(smallSet, before, after)).toEqual({
      answers: [{ questionId: 'applicant-name', before: undefined, after: '乙' }, { questionId: 'population', before: '1', after: '2' }],
      papers: [{ paper: 'sealed-opinion', added: ['意见2.pdf'], removed: ['意见.pdf'] }],
    });
    expect(compareRounds(smallSet, after, after)).toEqual({ answers: [], papers: [] });
  });

  test('is read from the submissions of the application', async ({ db }) => {
    const id = await anApplication(db, { round: 2 });
    await aSubmission(db, id, 1, { ...goodAnswers, population: '1' });
    expect((await getHanded(office(db), id)).rounds.map((each) => each.round)).toEqual([2, 1]);
  });
});
