import { eq } from 'drizzle-orm';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, describe, expect } from 'vitest';
import type { Db } from '#app/db/db.server.ts';
import { askBoth, askDue } from '#app/domain/base/communities/told.ts';
import { endPress } from '#app/domain/base/documents/press.ts';
import { resultsOf } from '#app/domain/base/rule-results/read.ts';
import { keepTie } from '#app/domain/pilot/conflicts/keep-tie.ts';
import { fingerprint } from '#app/domain/pilot/panels/fingerprint.ts';
import { change } from '#app/platform/change.ts';
import { records } from '#app/platform/tables.server.ts';
import { begun, conclude, evaluator, heard, judge, later, office, people, place, second, theirs } from '#tests/evaluations.ts';
import { someResults } from '#tests/consulting.ts';
import { textOfPdf } from '#tests/pdf.ts';
import { anExpert } from '#tests/reviews.ts';
import { told } from '#tests/reports.ts';
import { as, ctxOf, neighbour, person, test, today } from '#tests/world.ts';
import { concludeEvaluation } from './conclude.ts';
import { addIndicator, addVoice, removeEntry } from './enter.ts';
import { evaluationDocument, publicEvaluationDocument } from './evaluation-document.ts';
import { commentOn, sendBack, sendForComment } from './hear.ts';
import { EvaluationSettingsInput, IndicatorInput, SaveDraftInput, StartEvaluationInput, VoiceInput } from './input.ts';
import { commentsDue, evaluationMoments } from './due.ts';
import { countMyEvaluations, evaluationsOf, getEvaluation, listEvaluations, publicEvaluation, publicEvaluations } from './read.ts';
import { saveDraft } from './save-draft.ts';
import { getEvaluationSettings, saveEvaluationSettings, settingsOn } from './settings.ts';
import { changeEvaluator, evaluatorsFor, startEvaluation } from './start.ts';
import { evaluations, evaluators } from './tables.server.ts';
import { tellEvaluation } from './tell-evaluations.ts';

afterAll(endPress);

const events = async (db: Db, id: string) => (await db.select({ event: records.event }).from(records).where(eq(records.subjectId, id)).orderBy(records.id)).map(({ event }) => event);
const tie = (db: Db, expertId: string) => change(ctxOf(db), async (tx) => {
  await keepTie(tx, { expertId, kind: 'trained-or-consulted', source: 'recorded', reason: '为该社区做过咨询', fromOn: undefined, untilOn: undefined, tiedTo: { communityCode: place } });
  await tx.record('conflict.recorded', { id: expertId, regionCode: '*' });
});
const voice = (more: Record<string, string> = {}) => VoiceInput.parse({ voice: 'children', ageBand: '7-12', question: '你喜欢在社区里玩吗', ruleId: 'A1.1', yes: '30', partly: '12', no: '20', source: '儿童议事会', gatheredOn: '2026-08-20', ...more });
const indicator = (more: Record<string, string> = {}) => IndicatorInput.parse({ ruleId: 'A1.2', name: '人均活动面积', value: '1.2', unit: '平方米', level: 'met', source: '街道统计', asOf: '2026-06-30', ...more });
const start = (db: Db, more: Record<string, string> = {}) => startEvaluation(office(db), StartEvaluationInput.parse({ regionCode: place, kind: 'whole', year: '2026', evaluatorId: 'evaluator', ...more }));

describe('the evaluation of the whole', () => {
  test('brings the streams together, says which are missing, and lists where they disagree', async ({ db }) => {
    await someResults(db, place, { 'A1.1': 'met' });
    await someResults(db, place, { 'A1.1': 'not-met' }, { level: 'partly', stream: 'on-site' as never });
    const id = await begun(db);
    await addVoice(evaluator(db), place, id, voice());
    await addVoice(evaluator(db), place, id, voice({ voice: 'carers', no: '4' }));
    await addIndicator(evaluator(db), place, id, indicator());
    const { content, canDraft, missing } = await getEvaluation(evaluator(db), place, id);
    expect(content.streams.map(({ stream, score }) => [stream, score === null])).toEqual([['self', false], ['expert', true], ['on-site', false], ['voice', false], ['indicators', false]]);
    expect(content.conflicts).toEqual(['A1.1']);
    expect(content.items.find((one) => one.id === 'A1.1')).toMatchObject({ level: null, said: [{ stream: 'self', level: 'met' }, { stream: 'on-site', level: 'not-met' }, { stream: 'voice', level: 'partly' }] });
    expect(content.voices.map(({ counts }) => counts)).toMatchObject([{ no: 20, total: 62 }, { yes: 30, no: null, total: null, share: null }]);
    expect([canDraft, missing.length]).toEqual([true, 77]);
    expect(JSON.stringify(await getEvaluation(office(db), place, id))).not.toContain('"no":4');
  });

  test('is drafted by one, seen by the community, concluded by another, and becomes the result of the year', async ({ db }) => {
    const id = await begun(db);
    await judge(db, id, 'met', { 'A1.1': 'partly' });
    await heard(db, id, '滑梯已经修好，请再核对。');
    await judge(db, id, 'met', {}, {});
    const hash = await conclude(db, id, second(db));
    const done = await getEvaluation(office(db), place, id);
    expect(done).toMatchObject({ state: 'concluded', hash, concludedByName: 'office-two', content: { score: 100, weighted: null, comment: '滑梯已经修好，请再核对。', reply: '已核对。', changedAfterComment: [{ id: 'A1.1', before: 'partly', after: 'met' }] } });
    expect(fingerprint(done.content)).toBe(hash);
    expect(await resultsOf(office(db), place, 'whole')).toMatchObject([{ year: 2026, score: 100, sourceId: id }]);
    expect(await events(db, id)).toEqual(['evaluation.started', 'evaluation.saved', 'evaluation.sent-for-comment', 'evaluation.commented', 'evaluation.replied', 'evaluation.saved', 'evaluation.concluded']);
    expect(await db.transaction((tx) => tx.update(evaluations).set({ summary: '改写' }).where(eq(evaluations.id, id)).returning())).toEqual([]);
    await expect(judge(db, id, 'met')).rejects.toThrow('evaluation-concluded');
    await expect(conclude(db, id)).rejects.toThrow('evaluation-concluded');
    expect((await publicEvaluations(ctxOf(db), [place])).map((one) => one.id)).toEqual([id]);
    expect((await publicEvaluation(ctxOf(db), place, id)).hash).toBe(hash);
    expect((await askBoth(theirs(db), [], [evaluationMoments], place)).moments).toMatchObject([{ kind: 'evaluation-concluded', figure: 100 }]);
  });

  test('is compared with the last one', async ({ db }) => {
    const first = await begun(db);
    await judge(db, first, 'partly');
    await heard(db, first);
    await conclude(db, first);
    const again = await start(db, { year: '2027' });
    await judge(db, again, 'partly', { 'A1.1': 'met' });
    expect((await getEvaluation(evaluator(db), place, again)).content.last).toMatchObject({ id: first, score: 50, changes: [{ id: 'A1.1', before: 'partly', after: 'met' }] });
  });

  test('as PDF, Word and page says the same, in both languages, and hides small counts', async ({ db }) => {
    const id = await begun(db);
    await addVoice(evaluator(db), place, id, voice({ no: '3' }));
    await judge(db, id, 'met');
    await expect(evaluationDocument(evaluator(db), place, id, 'pdf')).rejects.toThrow('evaluation-not-concluded');
    await heard(db, id);
    await conclude(db, id);
    const pdf = (await textOfPdf((await publicEvaluationDocument({ ...ctxOf(db), locale: 'en' }, place, id, 'pdf')).content)).join('');
    for (const words of ['整体评估', '总体较好。', '否不显示', '缺这一流，没有计入', 'Evaluationofthewholecommunity', 'nonotshown', 'Missing;itdoesnotcount']) expect(pdf).toContain(words);
    const word = strFromU8(unzipSync((await evaluationDocument(theirs(db), place, id, 'docx')).content)['word/document.xml']!);
    for (const words of ['A1.1', '有的格人数太少', '没有提出意见']) expect(word).toContain(words);
    await expect(publicEvaluationDocument(ctxOf(db), '340111400008', id, 'pdf')).rejects.toThrow('evaluation-not-found');
  });
});

describe('the other evaluations', () => {
  test('of the process and of a service have the points of the settings; the desk review becomes the expert’s result and stays inside', async ({ db }) => {
    const process = await begun(db, 'process');
    expect((await getEvaluation(evaluator(db), place, process)).content.items.map((one) => one.id)).toContain('children-take-part');
    const service = await start(db, { kind: 'service', subject: '四点半课堂' });
    await start(db, { kind: 'service', subject: '暑期托管' });
    await expect(start(db, { kind: 'service', subject: '四点半课堂' })).rejects.toThrow('evaluation-open-already');
    expect(() => StartEvaluationInput.parse({ regionCode: place, kind: 'service', year: '2026', evaluatorId: 'x' })).toThrow('evaluation-subject');
    await expect(addVoice(evaluator(db), place, service, voice())).rejects.toThrow('evaluation-only-whole');
    const desk = await start(db, { kind: 'desk' });
    for (const id of [process, service, desk]) {
      await judge(db, id, 'partly');
      await heard(db, id);
      await conclude(db, id);
    }
    expect(await resultsOf(office(db), place)).toMatchObject([{ stream: 'expert', score: 50, sourceId: desk }]);
    expect((await publicEvaluations(ctxOf(db), [place])).map(({ kind }) => kind).toSorted()).toEqual(['process', 'service']);
    await expect(publicEvaluation(ctxOf(db), place, desk)).rejects.toThrow('evaluation-not-found');
    expect((await evaluationsOf(theirs(db), place)).map(({ kind }) => kind).toSorted()).toEqual(['desk', 'process', 'service']);
    expect((await listEvaluations(office(db), { kind: 'service', state: 'concluded', region: '3401' })).rows).toMatchObject([{ subject: '四点半课堂', score: 50 }]);
  });
});

describe('the right to be heard', () => {
  test('comes before the conclusion, and nothing is lowered behind the community’s back', async ({ db }) => {
    const id = await begun(db);
    await expect(sendForComment(evaluator(db), place, id)).rejects.toThrow('evaluation-items-missing');
    await judge(db, id, 'met', {}, {});
    await expect(sendForComment(evaluator(db), place, id)).rejects.toThrow('evaluation-summary-missing');
    await expect(getEvaluation(theirs(db), place, id)).rejects.toThrow('evaluation-not-found');
    await expect(conclude(db, id)).rejects.toThrow('evaluation-not-shown');
    await judge(db, id, 'met');
    await sendForComment(evaluator(db), place, id);
    expect(await askDue(theirs(db), [commentsDue], [place])).toEqual([{ regionCode: place, dueOn: '2026-09-15', kind: 'evaluation-comment', path: `evaluations/${id}` }]);
    await expect(judge(db, id, 'met')).rejects.toThrow('evaluation-with-community');
    await expect(conclude(db, id, second(db))).rejects.toThrow('evaluation-with-community');
    await expect(commentOn(as(db, 'government-officer', neighbour), place, id, '意见')).rejects.toThrow('not-allowed');
    await commentOn(theirs(db), place, id, '没有意见');
    await expect(commentOn(theirs(db), place, id, '还有一条')).rejects.toThrow('evaluation-commented-already');
    await expect(conclude(db, id)).rejects.toThrow('evaluation-reply-missing');
    await expect(judge(db, id, 'partly')).rejects.toThrow('evaluation-lowered');
    expect(await countMyEvaluations(evaluator(db))).toBe(1);
    await sendBack(second(db), place, id, '请补充现场情况');
    await judge(db, id, 'partly');
    await sendForComment(evaluator(db), place, id);
    await expect(commentOn(theirs(db, later), place, id, '太晚了')).rejects.toThrow('evaluation-comment-over');
    await commentOn(theirs(db), place, id, '第二次意见');
    expect((await getEvaluation(theirs(db), place, id)).comment).toBe('没有意见\n\n第二次意见');
  });

  test('ends with its days when nobody comments', async ({ db }) => {
    const id = await begun(db);
    await judge(db, id, 'met');
    await heard(db, id);
    expect((await getEvaluation(second(db), place, id)).canConclude).toBe(false);
    expect((await getEvaluation(second(db, later), place, id)).canConclude).toBe(true);
    await conclude(db, id);
  });
});

describe('two people without ties', () => {
  test('draft and conclude: one is never both, and a draft saved meanwhile is not written over', async ({ db }) => {
    await people(db);
    const id = await start(db, { evaluatorId: 'office-one' });
    const mine = office(db);
    await judge(db, id, 'met', {}, { summary: '好。' }, mine);
    await expect(saveDraft(mine, place, id, SaveDraftInput.parse({ revision: 0, summary: '旧稿' }))).rejects.toThrow('changed-meanwhile');
    await expect(saveDraft(second(db), place, id, SaveDraftInput.parse({ revision: 1, summary: '别人' }))).rejects.toThrow('evaluation-not-yours');
    await expect(saveDraft(theirs(db), place, id, SaveDraftInput.parse({ revision: 1, summary: '社区' }))).rejects.toThrow('not-allowed');
    await sendForComment(mine, place, id);
    await expect(conclude(db, id, office(db, later))).rejects.toThrow('evaluation-same-person');
    const { revision } = await getEvaluation(second(db, later), place, id);
    await expect(concludeEvaluation(second(db, later), place, id, revision - 1)).rejects.toThrow('changed-meanwhile');
    await expect(concludeEvaluation(evaluator(db, later), place, id, revision)).rejects.toThrow('not-allowed');
    await conclude(db, id);
    await expect(db.transaction((tx) => tx.insert(evaluators).values({ evaluationId: id, regionCode: place, userId: 'office-two', part: 'evaluates', addedBy: 'x', addedAt: today }))).rejects.toThrow('Failed query');
  });

  test('are not tied to the community: the database refuses, the list leaves them out, a later tie sets them aside', async ({ db }) => {
    await people(db);
    await anExpert(db, 'adviser');
    await tie(db, 'adviser');
    await expect(start(db, { evaluatorId: 'adviser' })).rejects.toThrow('expert-in-conflict');
    await expect(db.transaction((tx) => tx.insert(evaluators).values({ evaluationId: '0199a000-0000-7000-8000-000000000001', regionCode: place, userId: 'adviser', part: 'evaluates', addedBy: 'x', addedAt: today }))).rejects.toThrow('Failed query');
    expect((await evaluatorsFor(office(db), place)).map((one) => one.id)).toEqual(expect.arrayContaining(['evaluator', 'office-one']));
    expect((await evaluatorsFor(office(db), place)).map((one) => one.id)).not.toContain('adviser');
    const id = await start(db);
    await judge(db, id, 'met');
    await tie(db, 'evaluator');
    expect(await events(db, id)).toContain('evaluation.evaluator-set-aside');
    await tellEvaluation(ctxOf(db), id, 'evaluator-set-aside', 'tie');
    expect(await told(db, 'evaluator-set-aside')).toEqual(['office-one', 'office-two']);
    await expect(getEvaluation(evaluator(db), place, id)).rejects.toThrow('evaluation-not-found');
    await expect(saveDraft(evaluator(db), place, id, SaveDraftInput.parse({ revision: 1 }))).rejects.toThrow('evaluation-not-yours');
    await anExpert(db, 'other');
    await expect(changeEvaluator(office(db), place, id, 'evaluator')).rejects.toThrow('evaluator-was-there');
    await changeEvaluator(office(db), place, id, 'other');
    const other = ctxOf(db, person('expert', '*', 'other'));
    expect((await getEvaluation(other, place, id)).content.score).toBe(100);
    expect((await listEvaluations(other)).rows.map((one) => one.id)).toEqual([id]);
    expect((await listEvaluations(evaluator(db))).rows).toEqual([]);
  });

  test('are appointed by the office of the region, among those who may evaluate', async ({ db }) => {
    await people(db);
    await expect(startEvaluation(evaluator(db), StartEvaluationInput.parse({ regionCode: place, kind: 'whole', year: '2026', evaluatorId: 'evaluator' }))).rejects.toThrow('not-allowed');
    await expect(startEvaluation(as(db, 'programme-officer', '32'), StartEvaluationInput.parse({ regionCode: place, kind: 'whole', year: '2026', evaluatorId: 'evaluator' }))).rejects.toThrow('not-allowed');
    await expect(start(db, { evaluatorId: 'nobody' })).rejects.toThrow('evaluator-may-not');
    await expect(start(db, { regionCode: '340111' })).rejects.toThrow('community-not-found');
    const id = await start(db);
    await expect(start(db)).rejects.toThrow('evaluation-open-already');
    await expect(getEvaluation(as(db, 'programme-officer', '32'), place, id)).rejects.toThrow('evaluation-not-found');
    await tellEvaluation(ctxOf(db), id, 'evaluation-assigned', 'x');
    expect(await told(db, 'evaluation-assigned')).toEqual(['evaluator']);
  });
});

describe('voices and indicators', () => {
  test('are entered with their source while it is drafted, for rules of the edition, and can be taken out', async ({ db }) => {
    const id = await begun(db);
    await expect(addVoice(evaluator(db), place, id, voice({ ruleId: 'Z9.9' }))).rejects.toThrow('rule-of-another-edition');
    await expect(addVoice(evaluator(db), place, id, voice({ yes: '0', partly: '0', no: '0' }))).rejects.toThrow('evaluation-nobody-asked');
    await expect(addIndicator(evaluator(db), place, id, indicator({ asOf: '2026-09-02' }))).rejects.toThrow('evaluation-day-ahead');
    await expect(addVoice(office(db), place, id, voice())).rejects.toThrow('evaluation-not-yours');
    await addIndicator(evaluator(db), place, id, indicator());
    const [entry] = (await getEvaluation(evaluator(db), place, id)).entries.indicators;
    await expect(removeEntry(evaluator(db), place, id, 'voice', entry!)).rejects.toThrow('evaluation-entry-not-found');
    await removeEntry(evaluator(db), place, id, 'indicator', entry!);
    expect((await getEvaluation(evaluator(db), place, id)).content.indicators).toEqual([]);
    await judge(db, id, 'met');
    await sendForComment(evaluator(db), place, id);
    await expect(addVoice(evaluator(db), place, id, voice())).rejects.toThrow('evaluation-with-community');
  });
});

describe('the settings of evaluation', () => {
  const input = (more: Record<string, string> = {}) =>
    EvaluationSettingsInput.parse({
      effectiveFrom: '2026-09-01', weightSelf: '0', weightExpert: '1', weightOnSite: '1', weightVoice: '1', weightIndicators: '1', metFrom: '80', partlyFrom: '40', commentDays: '5', smallestCell: '20',
      yearsPilot: '2', yearsCertified: '2', yearsDemonstration: '1', remindDays: '30', processItems: 'plan | 有计划 | A plan', serviceItems: 'need | 有需求 | A need', ...more,
    });

  test('count for what begins from their day on', async ({ db }) => {
    const before = await begun(db, 'process');
    await saveEvaluationSettings(office(db), input());
    expect(await settingsOn(ctxOf(db), '2026-09-01')).toMatchObject({ smallestCell: 20, weights: { self: 0 }, processItems: [{ id: 'plan', zh: '有计划' }] });
    expect((await getEvaluation(evaluator(db), place, before)).content.items.length).toBeGreaterThan(1);
    const after = await start(db, { kind: 'service', subject: '早教' });
    expect((await getEvaluation(evaluator(db), place, after)).content.items).toMatchObject([{ id: 'need', zh: '有需求' }]);
    expect((await getEvaluationSettings(office(db))).history).toHaveLength(1);
  });

  test('are the national office’s, from today on, with limits in their order', async ({ db }) => {
    await expect(saveEvaluationSettings(office(db), input({ effectiveFrom: '2026-08-31' }))).rejects.toThrow('evaluation-settings-past');
    await expect(saveEvaluationSettings(office(db), input({ metFrom: '40' }))).rejects.toThrow('evaluation-limits-crossed');
    await expect(saveEvaluationSettings(as(db, 'programme-officer', '34'), input())).rejects.toThrow('not-allowed');
    await expect(getEvaluationSettings(evaluator(db))).rejects.toThrow('not-allowed');
    expect(() => input({ processItems: '只有中文' })).toThrow('item-lines');
  });
});
