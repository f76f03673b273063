import { and, eq } from 'drizzle-orm';
import { describe, expect } from 'vitest';
import type { Db } from '#app/db/db.server.ts';
import { roleGrants } from '#app/domain/base/accounts/tables.server.ts';
import { burdenCounts } from '#app/domain/base/burden/tables.server.ts';
import { askDue } from '#app/domain/base/communities/told.ts';
import { addEvidence } from '#app/domain/base/evidence/add-evidence.ts';
import { EvidenceInput } from '#app/domain/base/evidence/input.ts';
import { withdrawEvidence } from '#app/domain/base/evidence/withdraw-evidence.ts';
import { messages } from '#app/domain/base/inbox/tables.server.ts';
import type { Level } from '#app/domain/base/rule-results/model.ts';
import { resultsOf } from '#app/domain/base/rule-results/read.ts';
import { rulesOf } from '#app/domain/base/standard/model.ts';
import { currentEdition } from '#app/domain/base/standard/read.ts';
import { editions } from '#app/domain/base/standard/tables.server.ts';
import { limitTyping } from '#app/platform/limit.ts';
import { records } from '#app/platform/tables.server.ts';
import { submissions } from '#app/domain/pilot/applications/tables.server.ts';
import { anApplication, aUser } from '#tests/cycle.ts';
import { as, baohe, binhu, ctxOf, neighbour, person, test, today } from '#tests/world.ts';
import { assessmentAsSheet } from './as-sheet.ts';
import { citeForRule, unciteForRule } from './cite-evidence.ts';
import { compareYears } from './compare.ts';
import { confirmCopied, copyForward } from './copy-forward.ts';
import { correctAssessment } from './correct.ts';
import { delegateSection, takeBackSection } from './delegate.ts';
import { getHandedInAssessment, listAssessments } from './desk-list.ts';
import { assessmentsDue } from './due.ts';
import type { Cell } from './input.ts';
import { assessedCommunities, assessmentYears, getAssessment, standingOf } from './read.ts';
import { saveCells } from './save-cells.ts';
import { startAssessment } from './start-assessment.ts';
import { assessmentReceipt } from './submissions.ts';
import { assessmentHash, submitAssessment } from './submit.ts';
import { selfAssessmentSubmissions } from './tables.server.ts';

const thisYear = { regionCode: binhu, year: 2026 };
const lastYear = { regionCode: binhu, year: 2025 };
const officer = (db: Db) => as(db, 'government-officer', binhu);
const worker = (db: Db) => as(db, 'community-worker', binhu);

async function ruleIds(db: Db) {
  return rulesOf(await currentEdition(ctxOf(db))).map(({ id }) => id);
}

const cellsOf = (ids: readonly string[], level: Level, reason = '做到了，有记录'): Cell[] =>
  ids.flatMap((ruleId): Cell[] => [{ ruleId, field: 'level', value: level, bases: [0] }, { ruleId, field: 'reason', value: reason, bases: [0] }]);

async function filled(db: Db, which = thisYear, level: Level = 'met') {
  await startAssessment(officer(db), which.regionCode, { year: which.year });
  await saveCells(worker(db), which, { cells: cellsOf(await ruleIds(db), level) });
}

async function apiece(db: Db, regionCode: string, title = '联席会纪要') {
  const input = EvidenceInput.parse({ kind: 'fact', title, text: title, validFrom: '2026-01-01', source: '居委会', confidentiality: 'office', promise: 'yes' });
  return (await addEvidence(as(db, 'government-officer', regionCode), regionCode, input)).id;
}

const events = async (db: Db) => (await db.select({ event: records.event }).from(records).where(eq(records.regionCode, binhu)).orderBy(records.id)).map(({ event }) => event);

describe('beginning a self-assessment', () => {
  test('may be done by any community at any time, once a year', async ({ db }) => {
    await startAssessment(worker(db), binhu, { year: 2026 });
    expect(await events(db)).toEqual(['self-assessment.started']);
    await expect(startAssessment(officer(db), binhu, { year: 2026 })).rejects.toMatchObject({ code: 'assessment-exists' });
    await startAssessment(officer(db), binhu, { year: 2021 });
    expect((await assessmentYears(officer(db), binhu)).map(({ year }) => year)).toEqual([2026, 2021]);
    expect(await assessedCommunities(officer(db))).toEqual([binhu]);
    expect(await assessedCommunities(as(db, 'government-officer', neighbour))).toEqual([]);
  });

  test('is refused for years to come and before the standard, for places that are no communities, for editions that are not published, and to others', async ({ db }) => {
    const start = (year: number, region = binhu, editionId?: string) => startAssessment(officer(db), region, { year, ...(editionId ? { editionId } : {}) });
    await expect(start(2027)).rejects.toMatchObject({ code: 'assessment-year-to-come' });
    await expect(start(2018)).rejects.toMatchObject({ code: 'assessment-year-too-early' });
    await expect(startAssessment(as(db, 'government-officer', baohe), baohe, { year: 2026 })).rejects.toMatchObject({ code: 'work-place-not-found' });
    await db.insert(editions).values({ id: 'next', zh: '下一版', en: 'Next', sources: {}, hash: 'x' });
    await expect(start(2026, binhu, 'next')).rejects.toMatchObject({ code: 'edition-not-found' });
    await expect(startAssessment(as(db, 'government-officer', neighbour), binhu, { year: 2026 })).rejects.toMatchObject({ code: 'not-allowed' });
    await expect(startAssessment(as(db, 'programme-officer', '*'), binhu, { year: 2026 })).rejects.toMatchObject({ code: 'not-allowed' });
  });
});

describe('filling it in', () => {
  test('keeps cell by cell what is written, and what two people write at once stands side by side until one chooses', async ({ db }) => {
    await startAssessment(officer(db), binhu, { year: 2026 });
    const reason = (ctx: ReturnType<typeof officer>, value: string, bases: number[]) => saveCells(ctx, thisYear, { cells: [{ ruleId: 'A1.1', field: 'reason', value, bases }] });
    expect(await reason(officer(db), '街道牵头', [0])).toMatchObject([{ mine: 1, rivals: [] }]);
    const [rival] = await reason(worker(db), '社区牵头', [0]);
    expect(rival).toMatchObject({ value: '街道牵头', mine: 2, rivals: [{ value: '社区牵头', byName: worker(db).actor.name }] });
    expect((await standingOf(officer(db), thisYear)).lacks[0]).toEqual({ ruleId: 'A1.1', why: 'conflict' });
    expect(await reason(officer(db), '街道牵头，社区承办', [1, 2])).toMatchObject([{ value: '街道牵头，社区承办', rivals: [] }]);
    expect(await reason(worker(db), '街道牵头，社区承办', [3])).toMatchObject([{ mine: 3 }]);
  });

  test('is refused for rules of another edition, after handing in, and to everybody else', async ({ db }) => {
    await filled(db);
    const cells: Cell[] = [{ ruleId: 'Z9.9', field: 'level', value: 'met', bases: [0] }];
    await expect(saveCells(worker(db), thisYear, { cells })).rejects.toMatchObject({ code: 'rule-of-another-edition' });
    await expect(saveCells(as(db, 'community-worker', neighbour), thisYear, { cells })).rejects.toMatchObject({ code: 'assessment-not-found' });
    await submitAssessment(officer(db), thisYear);
    await expect(saveCells(worker(db), thisYear, { cells: [] })).rejects.toMatchObject({ code: 'assessment-already-submitted' });
  });

  test('is saved as often as people type and no oftener, each person by themselves', async ({ db }) => {
    await startAssessment(officer(db), binhu, { year: 2026 });
    const save = (ctx: ReturnType<typeof officer>) => saveCells(ctx, thisYear, { cells: cellsOf(['A1.2'], 'met') });
    for (let nth = 0; nth < 119; nth += 1) await limitTyping(worker(db), 'assessment');
    await save(worker(db));
    await expect(save(worker(db))).rejects.toMatchObject({ code: 'too-many-tries', status: 429, afterSeconds: 60 });
    await save(officer(db));
  });

  test('cites evidence of the place and of no other', async ({ db }) => {
    await startAssessment(officer(db), binhu, { year: 2026 });
    const own = await apiece(db, binhu);
    const elsewhere = await apiece(db, neighbour, '别处的材料');
    await citeForRule(worker(db), thisYear, { ruleId: 'A1.2', evidenceId: own });
    await saveCells(worker(db), thisYear, { cells: [{ ruleId: 'A1.2', field: 'level', value: 'met', bases: [0] }] });
    const { cited, lacks, sections } = await getAssessment(worker(db), thisYear);
    expect(cited).toMatchObject([{ id: own, ruleId: 'A1.2', standing: 'valid' }]);
    expect(lacks.some(({ ruleId }) => ruleId === 'A1.2')).toBe(false);
    expect(sections[0]).toMatchObject({ id: 'A', score: 100, said: 1 });
    await expect(citeForRule(worker(db), thisYear, { ruleId: 'A1.2', evidenceId: elsewhere })).rejects.toMatchObject({ code: 'evidence-of-another-place' });
    await unciteForRule(worker(db), thisYear, { ruleId: 'A1.2', evidenceId: own });
    expect((await getAssessment(worker(db), thisYear)).cited).toEqual([]);
  });
});

describe('handing it in', () => {
  test('freezes it with its hash and a receipt, makes it the result of the year, and counts the burden', async ({ db }) => {
    await filled(db);
    const receipt = await submitAssessment(officer(db), thisYear);
    expect(receipt).toMatchObject({ round: 1, score: 100, reason: '' });
    const { regionCode, year, round, editionId, reason, rows } = receipt;
    expect(receipt.hash).toBe(assessmentHash({ regionCode, year, round, editionId, reason, rows }));
    expect(await resultsOf(officer(db), binhu)).toMatchObject([{ year: 2026, stream: 'self', score: 100, levels: { 'A1.1': 'met' } }]);
    expect(await db.select().from(burdenCounts)).toMatchObject([{ form: 'self-assessment', regionCode: binhu, asked: 154, prefilled: 0, reused: 0 }]);
    const [line] = await db.select().from(records).where(and(eq(records.event, 'self-assessment.submitted'), eq(records.subjectId, receipt.assessmentId)));
    expect(line!.facts).toMatchObject({ year: 2026, hash: receipt.hash, code: receipt.receiptCode });
    expect(await assessmentReceipt(worker(db), thisYear)).toMatchObject({ receiptCode: receipt.receiptCode, anchored: { state: 'unsealed' } });
  });

  test('twice gives the same receipt; unfinished, by a worker or before there is one it is refused', async ({ db }) => {
    await startAssessment(officer(db), binhu, { year: 2026 });
    await expect(submitAssessment(officer(db), thisYear)).rejects.toMatchObject({ code: 'assessment-unfinished' });
    await expect(assessmentReceipt(officer(db), thisYear)).rejects.toMatchObject({ code: 'assessment-receipt-not-yet' });
    await saveCells(worker(db), thisYear, { cells: cellsOf(await ruleIds(db), 'partly') });
    await expect(submitAssessment(worker(db), thisYear)).rejects.toMatchObject({ code: 'not-allowed' });
    const first = await submitAssessment(officer(db), thisYear);
    expect((await submitAssessment(officer(db), thisYear)).id).toBe(first.id);
    expect(await db.select({ id: selfAssessmentSubmissions.id }).from(selfAssessmentSubmissions)).toHaveLength(1);
    await expect(db.transaction((inner) => inner.update(selfAssessmentSubmissions).set({ score: 1 }))).rejects.toMatchObject({ cause: { code: '42501' } });
  });

  test('again after a correction keeps the first version, its reason and the later result', async ({ db }) => {
    await filled(db);
    await expect(correctAssessment(officer(db), thisYear, '录错一条')).rejects.toMatchObject({ code: 'assessment-not-submitted' });
    await submitAssessment(officer(db), thisYear);
    await correctAssessment(officer(db), thisYear, '联席会只开了一次，更正为部分达到');
    expect(await resultsOf(officer(db), binhu)).toMatchObject([{ score: 100 }]);
    await saveCells(worker(db), thisYear, { cells: [{ ruleId: 'A1.2', field: 'level', value: 'partly', bases: [1] }] });
    const second = await submitAssessment(officer(db), thisYear);
    expect(second).toMatchObject({ round: 2, reason: '联席会只开了一次，更正为部分达到' });
    expect(await resultsOf(officer(db), binhu)).toMatchObject([{ revision: 2, levels: { 'A1.2': 'partly' } }]);
    const office = as(db, 'programme-officer', '*');
    expect(await getHandedInAssessment(office, second.assessmentId, 1)).toMatchObject({ shown: { round: 1, score: 100 }, levels: { 'A1.2': 'met' } });
    expect((await getHandedInAssessment(office, second.assessmentId)).rounds.map(({ round }) => round)).toEqual([2, 1]);
  });
});

describe('copying forward', () => {
  test('brings last year’s levels, reasons and living evidence as copied, to be confirmed one by one or a section at once', async ({ db }) => {
    await filled(db, lastYear, 'partly');
    const [kept, gone] = [await apiece(db, binhu), await apiece(db, binhu, '去年的照片说明')];
    for (const evidenceId of [kept, gone]) await citeForRule(worker(db), lastYear, { ruleId: 'A1.2', evidenceId });
    await submitAssessment(officer(db), lastYear);
    await withdrawEvidence(officer(db), binhu, gone, { reason: '照片拍错了地方' });

    await startAssessment(officer(db), binhu, { year: 2026 });
    await saveCells(worker(db), thisYear, { cells: cellsOf(['B1.1'], 'met', '今年新写的') });
    expect(await copyForward(worker(db), thisYear, 2025)).toEqual({ rules: 76, evidenceLeft: 1 });
    const { rows, lacks, cited } = await getAssessment(worker(db), thisYear);
    expect([rows.get('A1.1')!.copiedFrom, rows.get('B1.1')!.copiedFrom]).toEqual([2025, null]);
    expect(cited.map(({ id }) => id)).toEqual([kept]);
    expect(lacks.filter(({ why }) => why === 'confirm')).toHaveLength(76);
    await expect(submitAssessment(officer(db), thisYear)).rejects.toMatchObject({ code: 'assessment-unfinished' });

    const ids = await ruleIds(db);
    await saveCells(worker(db), thisYear, { cells: [{ ruleId: 'A1.1', field: 'level', value: 'met', bases: [1] }, { ruleId: 'A1.2', field: 'confirm', value: 'yes', bases: [0] }] });
    expect(await confirmCopied(worker(db), thisYear, ids)).toBe(74);
    const receipt = await submitAssessment(officer(db), thisYear);
    expect(receipt.rows.find(({ ruleId }) => ruleId === 'A1.1')).toMatchObject({ level: 'met', reason: '做到了，有记录' });
    expect(await db.select().from(burdenCounts).where(eq(burdenCounts.subjectId, receipt.assessmentId))).toMatchObject([{ asked: 154, prefilled: 151 }]);

    const { columns, moves } = await compareYears(officer(db), binhu);
    expect(columns.map(({ kind, year, score }) => [kind, year, score])).toEqual([['handed-in', 2025, 50], ['handed-in', 2026, expect.closeTo(51.3, 1)]]);
    expect(moves).toEqual([{ ruleId: 'A1.1', before: 'partly', after: 'met', move: 'better' }, { ruleId: 'B1.1', before: 'partly', after: 'met', move: 'better' }]);
  });

  test('is refused from a later year, and where nothing was handed in', async ({ db }) => {
    await filled(db, lastYear);
    await startAssessment(officer(db), binhu, { year: 2026 });
    await expect(copyForward(worker(db), thisYear, 2026)).rejects.toMatchObject({ code: 'copy-from-earlier' });
    await expect(copyForward(worker(db), thisYear, 2025)).rejects.toMatchObject({ code: 'nothing-to-copy' });
  });
});

describe('looking back', () => {
  test('begins with the quick self-check that came with the application, and goes on with drafts that say so', async ({ db }) => {
    const id = await anApplication(db, { regionCode: binhu, status: 'submitted' });
    const selfCheck = [{ ruleId: 'A1.1', level: 'met', note: '' }, { ruleId: 'A1.2', level: 'partly', note: '' }, { ruleId: 'A1.3', level: 'not-yet', note: '' }];
    const content = { answers: {}, papers: [], selfCheck };
    await db.insert(submissions).values({ applicationId: id, round: 2, content, hash: 'h', receiptCode: 'AAAA-BBBB-CCCC', submittedBy: 'x', submittedByName: 'x', submittedAt: new Date('2025-09-10T02:00:00Z') });
    await startAssessment(officer(db), binhu, { year: 2026 });
    await saveCells(worker(db), thisYear, { cells: cellsOf(['A1.2'], 'met') });
    const { columns, moves } = await compareYears(officer(db), binhu);
    expect(columns.map(({ kind, year, score }) => [kind, year, score])).toEqual([['quick', 2025, 50], ['draft', 2026, 100]]);
    expect(moves.map(({ ruleId, move }) => [ruleId, move])).toEqual([['A1.1', 'gone'], ['A1.2', 'better'], ['A1.3', 'gone']]);
    await expect(compareYears(as(db, 'government-officer', neighbour), binhu)).rejects.toMatchObject({ code: 'not-allowed' });
  });

  test('is also a spreadsheet, one line a rule, in the reader’s language', async ({ db }) => {
    await filled(db);
    const sheet = await assessmentAsSheet(officer(db), thisYear);
    expect([sheet.lines.length, new Set(sheet.lines.map((line) => line.length))]).toEqual([77, new Set([sheet.heads.length])]);
    expect(sheet.lines[0]!.slice(0, 2).concat(sheet.lines[0]!.slice(5, 7))).toEqual(['A1.1', '应', '已达到', '做到了，有记录']);
    expect((await assessmentAsSheet({ ...officer(db), locale: 'en' }, thisYear)).lines[0]![5]).toBe('Met');
    await expect(assessmentAsSheet(as(db, 'community-worker', neighbour), thisYear)).rejects.toMatchObject({ code: 'assessment-not-found' });
  });
});

describe('giving sections to colleagues', () => {
  async function colleagues(db: Db) {
    const who = (id: string, role: 'community-worker' | 'expert', regionCode: string) => ({ userId: id, role, regionCode, grantedBy: 'x', grantedAt: today });
    for (const id of ['fang', 'li', 'far']) await aUser(db, id);
    await db.insert(roleGrants).values([who('fang', 'community-worker', binhu), who('li', 'community-worker', baohe), who('far', 'community-worker', neighbour)]);
    await startAssessment(officer(db), binhu, { year: 2026 });
  }
  const told = async (db: Db) => (await db.select({ userId: messages.userId, kind: messages.kind }).from(messages).orderBy(messages.id)).map(({ userId, kind }) => `${userId} ${kind}`);

  test('tells them, tells the first when another gets it, and tells whoever it is taken back from', async ({ db }) => {
    await colleagues(db);
    await delegateSection(officer(db), thisYear, { sectionId: 'C', toUser: 'fang', note: '请填空间' });
    expect((await getAssessment(officer(db), thisYear)).delegations).toMatchObject([{ sectionId: 'C', toName: 'fang', note: '请填空间' }]);
    expect(await askDue(ctxOf(db, person('community-worker', binhu, 'fang')), [assessmentsDue], [binhu])).toContainEqual({ regionCode: binhu, kind: 'assessment-delegated', dueOn: null, path: 'self-assessment/2026/sections/C', figure: 'C' });
    await delegateSection(officer(db), thisYear, { sectionId: 'C', toUser: 'li', note: '' });
    await takeBackSection(officer(db), thisYear, 'C');
    expect(await told(db)).toEqual(['fang assessment-delegated', 'li assessment-delegated', 'fang assessment-taken-back', 'li assessment-taken-back']);
    expect((await events(db)).slice(-3)).toEqual(['self-assessment.delegated', 'self-assessment.delegated', 'self-assessment.taken-back']);
  });

  test('is refused for people of other places, sections that are none, and what nobody has', async ({ db }) => {
    await colleagues(db);
    const give = (sectionId: string, toUser: string) => delegateSection(officer(db), thisYear, { sectionId, toUser, note: '' });
    await expect(give('C', 'far')).rejects.toMatchObject({ code: 'no-such-colleague' });
    await expect(give('Q', 'fang')).rejects.toMatchObject({ code: 'section-not-found' });
    await expect(takeBackSection(officer(db), thisYear, 'C')).rejects.toMatchObject({ code: 'not-delegated' });
    await expect(delegateSection(as(db, 'community-worker', neighbour), thisYear, { sectionId: 'C', toUser: 'fang', note: '' })).rejects.toMatchObject({ code: 'assessment-not-found' });
  });
});

describe('the office', () => {
  test('sees what was handed in, by year, place and score, and no draft', async ({ db }) => {
    await filled(db);
    const office = as(db, 'programme-officer', '*');
    expect((await listAssessments(office, {})).rows).toEqual([]);
    const { assessmentId } = await submitAssessment(officer(db), thisYear);
    const found = async (filter: Parameters<typeof listAssessments>[1]) => (await listAssessments(office, filter)).rows.map(({ id }) => id);
    expect(await found({ year: 2026, region: baohe, band: 'high', state: 'submitted' })).toEqual([assessmentId]);
    expect([await found({ year: 2025 }), await found({ region: neighbour }), await found({ band: 'low' }), await found({ q: '没有这个名字' })]).toEqual([[], [], [], []]);
    expect((await listAssessments(as(db, 'programme-officer', neighbour), {})).rows).toEqual([]);
    await expect(listAssessments(officer(db), {})).rejects.toMatchObject({ code: 'not-allowed' });
    await expect(getHandedInAssessment(as(db, 'programme-officer', neighbour), assessmentId)).rejects.toMatchObject({ code: 'assessment-not-found' });
  });
});
