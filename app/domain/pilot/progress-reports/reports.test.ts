import { eq } from 'drizzle-orm';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, describe, expect } from 'vitest';
import type { Db } from '#app/db/db.server.ts';
import { burdenCounts } from '#app/domain/base/burden/tables.server.ts';
import { askBoth, askDue } from '#app/domain/base/communities/told.ts';
import { endPress } from '#app/domain/base/documents/press.ts';
import { addEvidence } from '#app/domain/base/evidence/add-evidence.ts';
import { EvidenceInput } from '#app/domain/base/evidence/input.ts';
import { evidence, evidenceCitations } from '#app/domain/base/evidence/tables.server.ts';
import { regionLineage } from '#app/domain/base/regions/tables.server.ts';
import { limitTyping } from '#app/platform/limit.ts';
import { records } from '#app/platform/tables.server.ts';
import { TaskStateInput } from '#app/domain/pilot/consulting/input.ts';
import { setTaskState } from '#app/domain/pilot/consulting/set-task-state.ts';
import { tasksForReport } from '#app/domain/pilot/consulting/tasks-for-report.ts';
import { aPlan, someResults } from '#tests/consulting.ts';
import { aRegion } from '#tests/cycle.ts';
import { textOfPdf } from '#tests/pdf.ts';
import { answer, aPilot, aReport, office, pilotPlace, restOfAnswers, somePeople, street, told, worker } from '#tests/reports.ts';
import { as, ctxOf, neighbour, test, today } from '#tests/world.ts';
import { checkReport } from './check-report.ts';
import { progressReportsDue, reportMoments } from './due.ts';
import { formOn, getReportForm, saveReportForm } from './form-in-force.ts';
import { handInReport } from './hand-in.ts';
import { firstForm } from './first-form.ts';
import { CheckReportInput, ReportFormInput } from './input.ts';
import { openReports } from './open-reports.ts';
import { countReportsToCheck, getReport, listReports, publicReports, reportsOf } from './read.ts';
import { refreshReport } from './refresh.ts';
import { reportDocument } from './report-document.ts';
import { saveReportAnswers } from './save-answers.ts';
import { reportSubmissions } from './tables.server.ts';
import { remindReports, tellReport } from './tell-reports.ts';

afterAll(endPress);

const on = (day: string) => new Date(`${day}T02:00:00Z`);
const events = async (db: Db, id: string) => (await db.select({ event: records.event }).from(records).where(eq(records.subjectId, id)).orderBy(records.id)).map(({ event }) => event);
const question = async (db: Db, id: string, name: string) => (await getReport(street(db), pilotPlace, id)).questions.find((one) => one.id === name)!;
const accept = (round = 1) => CheckReportInput.parse({ deed: 'accept', round });
const giveBack = (reasons: Record<string, string>, round = 1) => CheckReportInput.parse({ deed: 'return', round, ...Object.fromEntries(Object.entries(reasons).map(([id, reason]) => [`reason.${id}`, reason])) });

async function handedIn(db: Db): Promise<string> {
  const id = await aReport(db);
  await answer(db, id, restOfAnswers);
  await handInReport(street(db), pilotPlace, id);
  return id;
}

describe('asking for progress', () => {
  test('opens one report for each pilot whose period is over, and nothing twice', async ({ db }) => {
    await aPilot(db);
    const young = await aPilot(db, '340111401', '2026-06-01');
    expect(await openReports(ctxOf(db))).toBe('1');
    expect(await openReports(ctxOf(db))).toBe('0');
    const [report] = await reportsOf(street(db), pilotPlace);
    expect(report).toMatchObject({ fromOn: '2026-03-01', untilOn: '2026-08-31', dueOn: '2026-10-01', state: 'open', isLate: false });
    expect(await events(db, report!.id)).toEqual(['report.asked']);
    expect(await askDue(street(db), [progressReportsDue], [pilotPlace])).toEqual([{ regionCode: pilotPlace, dueOn: '2026-10-01', kind: 'report-fill', path: `reports/${report!.id}` }]);
    expect(young).toBeTruthy();
    expect(await openReports(ctxOf(db, undefined, on('2027-03-01')))).toBe('2');
    expect((await reportsOf(street(db), pilotPlace)).map(({ fromOn, untilOn }) => [fromOn, untilOn])).toEqual([['2026-09-01', '2027-02-28'], ['2026-03-01', '2026-08-31']]);
  });

  test('fills in what is known, and says where it is from', async ({ db }) => {
    await someResults(db, pilotPlace, { 'A1.1': 'partly', 'A1.2': 'not-met' });
    await addEvidence(street(db), pilotPlace, EvidenceInput.parse({ kind: 'number', title: '志愿者名册统计', number: '42', unit: '人', factKey: 'volunteers', validFrom: '2026-08-01', source: '社区', confidentiality: 'public', promise: 'yes' }));
    await setTaskState(worker(db), pilotPlace, await aPlan(db), TaskStateInput.parse({ state: 'under-way' }));
    await aPilot(db);
    await openReports(ctxOf(db), tasksForReport);
    const { id } = (await reportsOf(street(db), pilotPlace))[0]!;
    expect(await question(db, id, 'volunteers')).toMatchObject({ value: '42', isKept: true, prefilled: { kind: 'fact', what: '志愿者名册统计', day: '2026-08-01' } });
    expect((await question(db, id, 'new-evidence')).value).toBe('2026-09-01 志愿者名册统计');
    expect((await question(db, id, 'assessment-changes')).value).toBe('首次自评（2026 年）：达到 75 条，部分达到 1 条，未达到 1 条');
    expect(await question(db, id, 'tasks')).toMatchObject({ value: '进行中：建立儿童议事会（计划 2026-10-31）', prefilled: { kind: 'plan' } });
    expect(await question(db, id, 'done')).toMatchObject({ value: '', prefilled: null, lack: 'empty' });
  });

  test('takes the answers of last time where the form says so', async ({ db }) => {
    const id = await aReport(db);
    await answer(db, id, { ...restOfAnswers, difficulties: '场地不够。' });
    await handInReport(street(db), pilotPlace, id);
    await openReports(ctxOf(db, undefined, on('2027-03-01')));
    const [next] = await reportsOf(street(db), pilotPlace);
    expect(await question(db, next!.id, 'difficulties')).toMatchObject({ value: '场地不够。', prefilled: { kind: 'previous', day: '2026-08-31' } });
  });

  test('tells the community, reminds it before the last day and after it, and then the office, each once', async ({ db }) => {
    await somePeople(db);
    const id = await aReport(db);
    await tellReport(ctxOf(db), id, 'report-asked', 'asked');
    expect(await told(db, 'report-asked')).toEqual(['street', 'worker']);
    const counts: string[] = [];
    for (const day of ['2026-09-02', '2026-09-24', '2026-09-24', '2026-10-01', '2026-10-02', '2026-10-02', '2026-10-08', '2026-11-05']) counts.push(await remindReports(ctxOf(db, undefined, on(day))));
    expect(counts).toEqual(['0', '2', '0', '2', '2', '0', '1', '1']);
    expect([await told(db, 'report-late'), await told(db, 'report-overdue')]).toEqual([['street', 'worker'], ['office', 'office']]);
  });
});

describe('filling a report in', () => {
  test('keeps what two people wrote at the same time beside each other until somebody chooses', async ({ db }) => {
    const id = await aReport(db);
    await answer(db, id, { done: '甲写的' });
    await saveReportAnswers(street(db), pilotPlace, id, { answers: [{ questionId: 'done', value: '乙写的', bases: [0] }] });
    expect(await question(db, id, 'done')).toMatchObject({ value: '甲写的', rivals: [{ value: '乙写的' }], lack: 'unsettled' });
    await expect(handInReport(street(db), pilotPlace, id)).rejects.toThrow('report-answers-missing');
    await saveReportAnswers(street(db), pilotPlace, id, { answers: [{ questionId: 'done', value: '一起写的', bases: [1, 2] }] });
    expect(await question(db, id, 'done')).toMatchObject({ value: '一起写的', rivals: [] });
  });

  test('is saved as often as people type and no oftener, each person by themselves', async ({ db }) => {
    const id = await aReport(db);
    const save = (ctx: ReturnType<typeof street>) => saveReportAnswers(ctx, pilotPlace, id, { answers: [{ questionId: 'done', value: '新开了两处儿童之家', bases: [0] }] });
    for (let nth = 0; nth < 119; nth += 1) await limitTyping(street(db), 'report');
    await save(street(db));
    await expect(save(street(db))).rejects.toMatchObject({ code: 'too-many-tries', status: 429, afterSeconds: 60 });
    await save(worker(db));
  });

  test('brought up to date, it takes what became known and leaves what a person wrote', async ({ db }) => {
    const id = await aReport(db);
    await answer(db, id, { 'indoor-area': '300' });
    await addEvidence(street(db), pilotPlace, EvidenceInput.parse({ kind: 'number', title: '场地测量', number: '280', unit: '平方米', factKey: 'indoor-area', validFrom: '2026-08-20', source: '社区', confidentiality: 'public', promise: 'yes' }));
    await refreshReport(worker(db), pilotPlace, id);
    expect(await question(db, id, 'indoor-area')).toMatchObject({ value: '300', isKept: false });
    expect((await question(db, id, 'new-evidence')).value).toContain('场地测量');
  });

  test('is for the people of the place: a neighbour does not see it, a worker does not hand it in', async ({ db }) => {
    const id = await aReport(db);
    await answer(db, id, restOfAnswers);
    const stranger = as(db, 'government-officer', neighbour);
    await expect(getReport(stranger, pilotPlace, id)).rejects.toThrow('report-not-found');
    await expect(answer(db, id, { done: 'x' }, stranger)).rejects.toThrow('not-allowed');
    await expect(reportsOf(stranger, pilotPlace)).rejects.toThrow('not-allowed');
    await expect(handInReport(worker(db), pilotPlace, id)).rejects.toThrow('not-allowed');
    await expect(getReport(as(db, 'expert', '*'), pilotPlace, id)).rejects.toThrow('report-not-found');
    await expect(getReport(street(db), '340111401', id)).rejects.toThrow('report-not-found');
    await expect(answer(db, id, { nonsense: 'x' })).rejects.toThrow('report-question-unknown');
    await expect(checkReport(street(db), pilotPlace, id, accept())).rejects.toThrow('not-allowed');
  });
});

describe('handing a report in', () => {
  test('freezes it with receipt and fingerprint, and counts what was asked and what was known', async ({ db }) => {
    const id = await handedIn(db);
    const report = await getReport(street(db), pilotPlace, id);
    expect(report).toMatchObject({ state: 'handed-in', isOpen: false, rounds: [{ round: 1, wasLate: false, submittedByName: `government-officer-${pilotPlace}` }] });
    expect(report.rounds[0]!.receiptCode).toMatch(/^.{4}-.{4}-.{4}$/);
    const [frozen] = await db.select().from(reportSubmissions).where(eq(reportSubmissions.reportId, id));
    expect(frozen!.content.answers.find((one) => one.id === 'done')?.value).toBe(restOfAnswers.done);
    expect(await db.select().from(burdenCounts).where(eq(burdenCounts.subjectId, id))).toMatchObject([{ form: 'progress-report', asked: firstForm.questions.length, prefilled: 3, reused: 0 }]);
    await expect(answer(db, id, { done: '再改' })).rejects.toThrow('report-not-open');
    await expect(handInReport(street(db), pilotPlace, id)).rejects.toThrow('report-not-open');
    await expect(refreshReport(street(db), pilotPlace, id)).rejects.toThrow('report-not-open');
    await expect(db.transaction((tx) => tx.update(reportSubmissions).set({ hash: 'x' }))).rejects.toThrow('Failed query');
    expect(await events(db, id)).toEqual(['report.asked', 'report.saved', 'report.handed-in']);
  });

  test('is refused while something is missing, and taken late with the word late on it', async ({ db }) => {
    const id = await aReport(db);
    await expect(handInReport(street(db), pilotPlace, id)).rejects.toThrow('report-answers-missing');
    await answer(db, id, restOfAnswers);
    const late = street(db, on('2026-10-05'));
    expect((await getReport(late, pilotPlace, id)).isLate).toBe(true);
    await handInReport(late, pilotPlace, id);
    expect((await getReport(late, pilotPlace, id)).rounds[0]!.wasLate).toBe(true);
  });

  test('as PDF and Word it says what was handed in, in both languages', async ({ db }) => {
    const id = await handedIn(db);
    const pdf = (await textOfPdf((await reportDocument({ ...street(db), locale: 'en' }, pilotPlace, id, 'pdf')).content)).join('');
    for (const words of ['新开了两处儿童之家。', '来自社区档案，2026-09-01', 'Progressreportof', 'Notnow']) expect(pdf).toContain(words);
    const word = strFromU8(unzipSync((await reportDocument(office(db), pilotPlace, id, 'docx')).content)['word/document.xml']!);
    for (const words of ['0–3 岁儿童数', '120', '暂不需要']) expect(word).toContain(words);
    await expect(reportDocument(as(db, 'government-officer', neighbour), pilotPlace, id, 'pdf')).rejects.toThrow('report-not-found');
  });
});

describe('evidence that a report names', () => {
  test('is cited when it is handed in, and what a person took out of the list is not', async ({ db }) => {
    for (const title of ['暑期托管签到表', '工作草稿']) await addEvidence(street(db), pilotPlace, EvidenceInput.parse({ kind: 'fact', title, text: title, validFrom: '2026-08-01', source: '社区', confidentiality: 'public', promise: 'yes' }));
    const id = await aReport(db);
    await answer(db, id, { ...restOfAnswers, 'new-evidence': (await question(db, id, 'new-evidence')).value.split('\n').filter((line) => !line.includes('草稿')).join('\n') });
    await handInReport(street(db), pilotPlace, id);
    const cited = await db.select({ title: evidence.title }).from(evidenceCitations).innerJoin(evidence, eq(evidence.id, evidenceCitations.evidenceId)).where(eq(evidenceCitations.subjectId, id));
    expect(cited).toEqual([{ title: '暑期托管签到表' }]);
  });
});

describe('checking a report', () => {
  test('returned with a reason, it is put right and handed in again; accepted, its public answers are everybody’s', async ({ db }) => {
    await somePeople(db);
    const id = await handedIn(db);
    expect(await countReportsToCheck(office(db))).toBe(1);
    await expect(checkReport(office(db), pilotPlace, id, giveBack({}))).rejects.toThrow('report-reasons-missing');
    await expect(checkReport(office(db), pilotPlace, id, giveBack({ nonsense: '请写清楚' }))).rejects.toThrow('report-question-unknown');
    await expect(checkReport(office(db), pilotPlace, id, giveBack({ done: '请写清楚时间' }, 7))).rejects.toThrow('changed-meanwhile');
    await checkReport(office(db, on('2026-09-30')), pilotPlace, id, giveBack({ done: '请写清楚时间' }));
    expect(await getReport(street(db), pilotPlace, id)).toMatchObject({ state: 'returned', dueOn: '2026-10-14' });
    expect((await question(db, id, 'done')).remark).toBe('请写清楚时间');
    expect(await askDue(street(db), [progressReportsDue], [pilotPlace])).toMatchObject([{ kind: 'report-mend' }]);
    await expect(checkReport(office(db), pilotPlace, id, accept())).rejects.toThrow('report-not-handed-in');

    await answer(db, id, { done: '六月新开了两处儿童之家。' });
    expect((await getReport(office(db), pilotPlace, id)).questions.find((one) => one.id === 'done')!.value).toBe(restOfAnswers.done);
    await handInReport(street(db), pilotPlace, id);
    await checkReport(office(db), pilotPlace, id, accept(2));
    expect(await publicReports(ctxOf(db), [pilotPlace])).toMatchObject([{ untilOn: '2026-08-31', answers: [{ value: '六月新开了两处儿童之家。' }] }]);
    expect((await askBoth(street(db), [], [reportMoments], pilotPlace)).moments).toMatchObject([{ kind: 'report-accepted', day: '2026-09-01' }]);
    expect(await events(db, id)).toEqual(['report.asked', 'report.saved', 'report.handed-in', 'report.returned', 'report.saved', 'report.handed-in', 'report.accepted']);
  });

  test('the office lists those of its regions, by state, name and region', async ({ db }) => {
    const id = await handedIn(db);
    expect((await listReports(office(db), { state: 'handed-in', region: '3401' })).rows).toMatchObject([{ id, isLate: false }]);
    expect((await listReports(office(db), { state: 'late' })).rows).toEqual([]);
    expect((await listReports(as(db, 'programme-officer', '32'))).rows).toEqual([]);
    await expect(listReports(street(db))).rejects.toThrow('not-allowed');
  });
});

describe('the form of reports', () => {
  const input = (change: Record<string, string> = {}) =>
    ReportFormInput.parse({
      effectiveFrom: '2026-09-01', everyMonths: '3', dueDays: '20', mendDays: '7', remindBefore: '5', escalateAfter: '10、20',
      'q.0.id': 'news', 'q.0.kind': 'long-text', 'q.0.labelZh': '有什么新变化', 'q.0.labelEn': 'What is new', 'q.0.isRequired': 'yes', 'q.1.id': '', ...change,
    });

  test('counts from its day on; what was asked before keeps its questions', async ({ db }) => {
    const id = await aReport(db);
    await saveReportForm(office(db), input());
    expect(await formOn(ctxOf(db), '2026-09-01')).toMatchObject({ content: { everyMonths: 3, escalateAfter: [10, 20], questions: [{ id: 'news' }] } });
    expect((await formOn(ctxOf(db), '2026-08-31')).id).toBe('first');
    expect((await getReport(street(db), pilotPlace, id)).questions).toHaveLength(firstForm.questions.length);
    await openReports(ctxOf(db, undefined, on('2026-12-01')));
    expect((await reportsOf(street(db), pilotPlace))[0]).toMatchObject({ fromOn: '2026-09-01', untilOn: '2026-11-30', dueOn: '2026-12-21' });
    expect((await getReportForm(office(db))).history).toHaveLength(1);
  });

  test('does not ask for what is known, begins no earlier than today, and is the national office’s', async ({ db }) => {
    await expect(saveReportForm(office(db), input({ 'q.0.id': 'volunteers' }))).rejects.toThrow('already-known');
    await expect(saveReportForm(office(db), input({ 'q.0.from': 'fact', 'q.0.key': 'shoes' }))).rejects.toThrow('already-known');
    await expect(saveReportForm(office(db), input({ effectiveFrom: '2026-08-31' }))).rejects.toThrow('report-form-past');
    await expect(saveReportForm(as(db, 'programme-officer', '34'), input())).rejects.toThrow('not-allowed');
    await expect(getReportForm(street(db))).rejects.toThrow('not-allowed');
    expect(() => input({ 'q.1.id': 'news', 'q.1.kind': 'text', 'q.1.labelZh': '再问', 'q.1.labelEn': 'Again' })).toThrow('question-ids');
  });
});

describe('a community whose code has changed', () => {
  test('goes on with its report, its people and its evidence under the new code', async ({ db }) => {
    await somePeople(db);
    const id = await aReport(db);
    const now = await aRegion(db, '340111499', '新滨湖街道');
    await db.insert(regionLineage).values({ oldCode: pilotPlace, endedAt: today, presentCode: now, isPrincipal: true });
    const successor = ctxOf(db, { id: 'new', name: '新街道', grants: [{ role: 'government-officer', regionCode: now, organisationId: null }, { role: 'government-officer', regionCode: pilotPlace, organisationId: null }] });
    expect((await reportsOf(successor, now)).map((one) => one.id)).toEqual([id]);
    await addEvidence(successor, now, EvidenceInput.parse({ kind: 'fact', title: '新址揭牌', text: '已揭牌', validFrom: '2026-08-30', source: '街道', confidentiality: 'public', promise: 'yes' }));
    await refreshReport(successor, now, id);
    expect((await getReport(successor, now, id)).questions.find((one) => one.id === 'new-evidence')!.value).toContain('新址揭牌');
    expect(await askDue(successor, [progressReportsDue], [now])).toMatchObject([{ regionCode: now, path: `reports/${id}` }]);
  });
});
