import { eq } from 'drizzle-orm';
import { describe, expect } from 'vitest';
import { regionLineage } from '#app/domain/base/regions/tables.server.ts';
import { records } from '#app/platform/tables.server.ts';
import { aCertificate } from '#tests/certificates.ts';
import { aRegion } from '#tests/cycle.ts';
import { evaluator, office, people, second } from '#tests/evaluations.ts';
import { aPilot, somePeople, told } from '#tests/reports.ts';
import { as, binhu, ctxOf, test, today } from '#tests/world.ts';
import { concludeEvaluation } from './conclude.ts';
import { sendForComment } from './hear.ts';
import { DrawInput, SaveDraftInput, SpotFindingInput, StartEvaluationInput } from './input.ts';
import { getEvaluation } from './read.ts';
import { listReassessments, reassessmentsDue, watchReassessments } from './reassess.ts';
import { saveDraft } from './save-draft.ts';
import { drawSpotCheck, enterSpotFinding, publishSpotCheck } from './spot-check.ts';
import { drawAgain, getSpotCheck, listSpotChecks, publicSpotCheck, publicSpotChecks, recipeOf } from './spot-check-read.ts';
import { startEvaluation } from './start.ts';
import { spotChecks } from './tables.server.ts';

const on = (day: string) => new Date(`${day}T02:00:00Z`);
const watch = (db: Parameters<typeof ctxOf>[0], day: string) => watchReassessments(ctxOf(db, undefined, on(day)));

describe('evaluated again', () => {
  test('a community with a certificate is listed by its level, told on the days of the settings, and done with the next whole evaluation', async ({ db }) => {
    await people(db);
    await somePeople(db);
    await aCertificate(db);
    expect(await watch(db, '2026-09-02')).toBe('0');
    expect((await listReassessments(office(db))).rows).toEqual([]);
    expect(await watch(db, '2029-04-01')).toBe('0');
    expect((await listReassessments(office(db), { state: 'due', region: '3401' })).rows).toMatchObject([{ regionCode: binhu, award: 'pilot', since: '2026-09-01', dueOn: '2029-09-01', state: 'due', isLate: false }]);
    expect([await watch(db, '2029-06-10'), await watch(db, '2029-06-11'), await watch(db, '2029-09-20')]).toEqual(['5', '0', '5']);
    expect(new Set(await told(db, 'reassessment-due'))).toEqual(new Set(['office', 'office-one', 'office-two', 'street', 'worker']));
    const late = on('2029-09-20');
    expect((await listReassessments(office(db, late), { state: 'late' })).rows).toHaveLength(1);
    expect(await reassessmentsDue(office(db, late))).toEqual(['2029-09-01']);

    const id = await startEvaluation(office(db, late), StartEvaluationInput.parse({ regionCode: binhu, kind: 'whole', year: '2029', evaluatorId: 'evaluator' }));
    expect((await listReassessments(office(db, late))).rows).toMatchObject([{ state: 'begun', evaluationId: id }]);
    const { content } = await getEvaluation(evaluator(db, late), binhu, id);
    const fields = content.items.flatMap((item) => [[`level.${item.id}`, 'met'], [`note.${item.id}`, '']]);
    await saveDraft(evaluator(db, late), binhu, id, SaveDraftInput.parse({ revision: 0, summary: '好', ...Object.fromEntries(fields) }));
    await sendForComment(evaluator(db, late), binhu, id);
    await concludeEvaluation(second(db, on('2029-11-20')), binhu, id, 2);
    expect((await listReassessments(office(db), { state: 'done' })).rows).toMatchObject([{ state: 'done', evaluationId: id }]);
    expect(await watch(db, '2029-11-21')).toBe('0');
    await expect(listReassessments(as(db, 'expert', '*'))).rejects.toThrow('not-allowed');
  });

  test('follows a change of regions', async ({ db }) => {
    await aCertificate(db);
    const now = await aRegion(db, '340111499', '新滨湖街道');
    await db.insert(regionLineage).values({ oldCode: binhu, endedAt: today, presentCode: now, isPrincipal: true });
    await watch(db, '2029-08-30');
    expect((await listReassessments(office(db))).rows).toMatchObject([{ regionCode: now }]);
  });
});

describe('a spot check', () => {
  const draw = (more: Record<string, string> = {}) => DrawInput.parse({ title: '2026 年秋季抽查', size: '2', digits: '2', seed: '20260901 福彩 3D 137', seedSource: '公开开奖', ...more });
  const finding = { regionCode: '340111401', outcome: 'kept', note: '现场与报告一致', foundOn: '2026-09-01' };

  test('is drawn from the pilots of the day with a kept seed, and drawn again it is the same', async ({ db }) => {
    for (const code of ['340111401', '340111402', '340111403', '320102001']) await aPilot(db, await aRegion(db, code));
    const id = await drawSpotCheck(office(db), draw());
    const check = await getSpotCheck(office(db), id);
    expect(check.picks).toHaveLength(2);
    expect(check.population.length).toBeGreaterThanOrEqual(4);
    expect(drawAgain(check)).toMatchObject({ isSame: true, sampleHash: check.sampleHash });
    expect(drawAgain({ ...check, seed: '别的种子', size: 3 }).isSame).toBe(false);
    expect(drawAgain({ ...check, population: check.population.slice(1) }).isSame).toBe(false);
    const [line] = await db.select().from(records).where(eq(records.subjectId, id));
    expect(line).toMatchObject({ event: 'spot-check.drawn', facts: { hash: check.sampleHash, populationHash: check.populationHash } });
    await expect(db.transaction((tx) => tx.update(spotChecks).set({ seed: 'x' }))).rejects.toThrow('Failed query');
  });

  test('of a region takes nobody from outside; without pilots it is refused', async ({ db }) => {
    for (const code of ['340111401', '320102001']) await aPilot(db, await aRegion(db, code));
    const id = await drawSpotCheck(office(db), draw({ regionCode: '32', seed: '' }));
    const check = await getSpotCheck(office(db), id);
    expect(check.population).toEqual(['320102001']);
    expect(check.seed).toMatch(/^[0-9a-f]{32}$/);
    await expect(drawSpotCheck(office(db), draw({ regionCode: '65' }))).rejects.toThrow('spot-check-nobody');
    await expect(drawSpotCheck(as(db, 'programme-officer', '34'), draw())).rejects.toThrow('not-allowed');
    await expect(drawSpotCheck(evaluator(db), draw())).rejects.toThrow('not-allowed');
    await expect(getSpotCheck(as(db, 'programme-officer', '34'), id)).rejects.toThrow('not-allowed');
    expect(await listSpotChecks(as(db, 'programme-officer', '34'))).toEqual([]);
  });

  test('is everybody’s once it is published, with its findings and its recipe', async ({ db }) => {
    await aPilot(db, await aRegion(db, '340111401'));
    const id = await drawSpotCheck(office(db), draw({ regionCode: '340111401' }));
    await expect(publicSpotCheck(ctxOf(db), id)).rejects.toThrow('spot-check-not-found');
    await enterSpotFinding(office(db), id, SpotFindingInput.parse(finding));
    await expect(enterSpotFinding(office(db), id, SpotFindingInput.parse({ ...finding, regionCode: '340111402' }))).rejects.toThrow('spot-check-not-drawn');
    await expect(enterSpotFinding(office(db), id, SpotFindingInput.parse({ ...finding, foundOn: '2026-09-02' }))).rejects.toThrow('evaluation-day-ahead');
    await expect(enterSpotFinding(evaluator(db), id, SpotFindingInput.parse(finding))).rejects.toThrow('not-allowed');
    await expect(publishSpotCheck(as(db, 'programme-officer', '32'), id)).rejects.toThrow('not-allowed');
    await publishSpotCheck(office(db), id);
    await expect(publishSpotCheck(office(db), id)).rejects.toThrow('spot-check-public');
    const check = await publicSpotCheck(ctxOf(db), id);
    expect(check.picks).toMatchObject([{ outcome: 'kept', note: '现场与报告一致' }]);
    expect(recipeOf(check)).toMatchObject({ population: ['340111401'], sample: [{ regionCode: '340111401' }] });
    expect(await publicSpotChecks(ctxOf(db))).toMatchObject([{ id, drawn: 1, found: 1 }]);
    expect(await listSpotChecks(office(db))).toMatchObject([{ id, isPublic: true }]);
  });
});
