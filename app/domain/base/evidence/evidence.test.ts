import { and, eq } from 'drizzle-orm';
import { describe, expect } from 'vitest';
import { factsOf } from '#app/domain/base/communities/facts.ts';
import { storeFile } from '#app/domain/base/files/store-file.ts';
import type { Db } from '#app/db/db.server.ts';
import { change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { records } from '#app/platform/tables.server.ts';
import { aPdf } from '#tests/apply.ts';
import { aRegion, aUser } from '#tests/cycle.ts';
import { as, binhu, ctxOf, neighbour, test, today } from '#tests/world.ts';
import { addEvidence } from './add-evidence.ts';
import { citationsOf, citedBy, copyCitations } from './citations.ts';
import { type Citation, cite, uncite } from './cite.ts';
import { correctEvidence } from './correct-evidence.ts';
import { CorrectInput, EvidenceInput } from './input.ts';
import { evidenceFor } from './offers.ts';
import { openEvidenceFile } from './open-file.ts';
import { countEvidence, getEvidence, listEvidence } from './read.ts';
import { evidence } from './tables.server.ts';
import { withdrawEvidence } from './withdraw-evidence.ts';

const committee = `${binhu}007`;
const subject = '0199a000-0000-7000-8000-00000000000a';

async function worker(db: Db, region = binhu, now = today): Promise<Ctx> {
  await aRegion(db, binhu, '滨湖世纪社区');
  await aRegion(db, committee, '观湖苑社区居委会');
  await aRegion(db, `${binhu}008`, '滨湖家园社区居委会');
  const ctx = as(db, 'community-worker', region, now);
  await aUser(db, ctx.actor.id);
  return ctx;
}

const fields = { kind: 'fact', title: '儿童议事会每季度召开', text: '2026 年已召开三次。', validFrom: '2026-01-01', validTo: '2026-12-31', source: '社区居委会', confidentiality: 'public', promise: 'yes' };
const input = (given: Record<string, unknown> = {}) => EvidenceInput.parse({ ...fields, ...given });
const population = { kind: 'number', title: '常住人口', number: '３０，０００', unit: '人', factKey: 'population', text: '' };

const citing = (ctx: Ctx, evidenceId: string, given: Partial<Citation> = {}) =>
  change(ctx, async (tx) => {
    await tx.record('self-assessment.saved', { id: subject, regionCode: binhu });
    await cite(tx, { evidenceId, regionCode: binhu, by: 'rule-answer', subjectId: subject, ruleId: 'A1.1', ...given });
  });

const eventsOf = async (db: Db, id: string) => (await db.select({ event: records.event }).from(records).where(eq(records.subjectId, id)).orderBy(records.id)).map(({ event }) => event);

describe('entering evidence', () => {
  test('is done once: the same content, or the same file under another title, is the piece that is there', async ({ db }) => {
    const ctx = await worker(db);
    const first = await addEvidence(ctx, binhu, input());
    expect(first.isKnown).toBe(false);
    expect(await addEvidence(ctx, binhu, input())).toEqual({ id: first.id, isKnown: true });
    const fileIds = [(await storeFile(ctx, { name: '章程.pdf', content: aPdf() })).id];
    const paper = await addEvidence(ctx, binhu, input({ kind: 'document', title: '儿童议事会章程', fileIds }));
    const again = [(await storeFile(ctx, { name: '章程（终稿）.pdf', content: aPdf() })).id];
    expect(await addEvidence(ctx, binhu, input({ kind: 'document', title: '议事会的章程', fileIds: again }))).toEqual({ id: paper.id, isKnown: true });
    expect(await eventsOf(db, first.id)).toEqual(['evidence.added', 'evidence.known']);
  });

  test('of a number that forms ask for fills the next form; withdrawn, it is known no more', async ({ db }) => {
    const ctx = await worker(db);
    const { id } = await addEvidence(ctx, binhu, input(population));
    expect(await factsOf(ctx, binhu)).toEqual({ population: '30000' });
    const newer = await addEvidence(ctx, binhu, input({ ...population, number: '31000' }));
    await withdrawEvidence(ctx, binhu, newer.id, { reason: '统计口径有误' });
    expect(await factsOf(ctx, binhu)).toEqual({ population: '30000' });
    await withdrawEvidence(ctx, binhu, id, { reason: '统计口径有误' });
    expect(await factsOf(ctx, binhu)).toEqual({});
    await expect(withdrawEvidence(ctx, binhu, id, { reason: '统计口径有误' })).rejects.toMatchObject({ code: 'evidence-withdrawn' });
  });

  test('is refused for sealed files, identity numbers, missing things and what is over', async ({ db }) => {
    const ctx = await worker(db);
    const refused = (given: Record<string, unknown>) => addEvidence(ctx, binhu, input(given)).then(() => 'taken', (error: { code: string }) => error.code);
    expect(await refused({ title: '工作人员无犯罪记录证明' })).toBe('evidence-sealed-proof');
    expect(await refused({ text: '身份证 34011120150312001X' })).toBe('evidence-identity-number');
    expect(await refused({ kind: 'number' })).toBe('evidence-number-missing');
    expect(await refused({ kind: 'statement' })).toBe('evidence-file-missing');
    expect(await refused({ validTo: '2026-08-31' })).toBe('evidence-over-already');
    const named = await storeFile(ctx, { name: '困境儿童花名册.pdf', content: aPdf() });
    expect(await refused({ kind: 'document', title: '关爱工作材料', fileIds: [named.id] })).toBe('evidence-sealed-proof');
    expect(await refused({ kind: 'photo', title: '活动照片', fileIds: [(await storeFile(ctx, { name: '活动.pdf', content: aPdf('x') })).id] })).toBe('evidence-photo-missing');
  });

  test('is not for neighbours, nor with somebody else’s file', async ({ db }) => {
    const ctx = await worker(db);
    await expect(addEvidence(as(db, 'community-worker', neighbour), binhu, input())).rejects.toMatchObject({ code: 'not-allowed' });
    await expect(addEvidence(as(db, 'programme-officer', '*'), binhu, input())).rejects.toMatchObject({ code: 'not-allowed' });
    const { id } = await storeFile(ctx, { name: '别人的.pdf', content: aPdf() });
    const other = as(db, 'government-officer', binhu);
    await expect(addEvidence(other, binhu, input({ kind: 'document', fileIds: [id] }))).rejects.toMatchObject({ code: 'file-not-found' });
  });
});

describe('citing evidence', () => {
  test('makes one citation, remembers what it rested on, and can be taken back', async ({ db }) => {
    const ctx = await worker(db);
    const { id } = await addEvidence(ctx, binhu, input());
    await citing(ctx, id);
    await citing(ctx, id);
    await citing(ctx, id, { by: 'progress-report', ruleId: '', subjectId: 'report' });
    await citing(ctx, id, { regionCode: committee, subjectId: 'committee' });
    expect((await citedBy(ctx, binhu, id)).map(({ by, ruleId, regionCode }) => `${by} ${ruleId} ${regionCode}`).toSorted())
      .toEqual([`progress-report  ${binhu}`, `rule-answer A1.1 ${binhu}`, `rule-answer A1.1 ${committee}`]);
    const revision = { ...fields, title: '儿童议事会每两月召开', reason: '次数写错了', revision: '1' };
    await correctEvidence(ctx, binhu, id, CorrectInput.parse(revision));
    expect(await citationsOf(ctx, binhu, 'rule-answer', subject)).toMatchObject([{ id, title: '儿童议事会每两月召开', isChanged: true, standing: 'valid' }]);
    await change(ctx, async (tx) => uncite(tx, { evidenceId: id, regionCode: binhu, by: 'rule-answer', subjectId: subject, ruleId: 'A1.1' }));
    expect(await citationsOf(ctx, binhu, 'rule-answer', subject)).toEqual([]);
    expect((await eventsOf(db, id)).filter((event) => event.startsWith('evidence.'))).toEqual([
      'evidence.added', 'evidence.cited', 'evidence.cited', 'evidence.cited', 'evidence.corrected', 'evidence.uncited',
    ]);
  });

  test('is refused for another place, before and after its days, once withdrawn, for an unknown rule and of a kind that proves nothing', async ({ db }) => {
    const ctx = await worker(db);
    const refused = (id: string, given: Partial<Citation> = {}, by = ctx) => citing(by, id, given).then(() => 'cited', (error: { code: string }) => error.code);
    const { id } = await addEvidence(ctx, committee, input());
    expect(await refused(id, { regionCode: `${binhu}008` })).toBe('evidence-of-another-place');
    expect(await refused(id, { regionCode: '320102001' })).toBe('evidence-of-another-place');
    expect(await refused('no id')).toBe('evidence-of-another-place');
    expect(await refused(id, { ruleId: 'Z9.9' })).toBe('rule-of-another-edition');
    expect(await refused(id, {}, await worker(db, binhu, new Date('2027-01-01T02:00:00Z')))).toBe('evidence-expired');
    const later = await addEvidence(ctx, binhu, input({ validFrom: '2026-09-02' }));
    expect(await refused(later.id)).toBe('evidence-not-yet');
    const { id: count } = await addEvidence(ctx, binhu, input(population));
    expect(await refused(count, { ruleId: 'C3.5' })).toBe('evidence-wrong-kind');
    await withdrawEvidence(ctx, binhu, id, { reason: '重复录入' });
    expect(await refused(id)).toBe('evidence-withdrawn');
  });

  test('is carried from one assessment to the next, but for what may no longer be rested on', async ({ db }) => {
    const ctx = await worker(db);
    const [kept, gone] = [await addEvidence(ctx, binhu, input()), await addEvidence(ctx, binhu, input({ title: '旧的安排' }))];
    for (const { id } of [kept, gone]) await citing(ctx, id);
    await withdrawEvidence(ctx, binhu, gone.id, { reason: '已经取消' });
    const left = await change(ctx, (tx) => copyCitations(tx, { regionCode: binhu, by: 'rule-answer', from: subject, to: 'next' }));
    expect(left).toEqual([{ evidenceId: gone.id, ruleId: 'A1.1', code: 'evidence-withdrawn' }]);
    expect((await citationsOf(ctx, binhu, 'rule-answer', 'next')).map(({ id }) => id)).toEqual([kept.id]);
  });
});

describe('reading evidence', () => {
  test('offers what served the rule before, then what fits the words, and nothing that may not be cited', async ({ db }) => {
    const ctx = await worker(db);
    const used = await addEvidence(ctx, binhu, input({ title: '工作专班文件' }));
    const fits = await addEvidence(ctx, committee, input());
    const gone = await addEvidence(ctx, binhu, input({ title: '儿童议事会旧章程' }));
    await withdrawEvidence(ctx, binhu, gone.id, { reason: '重复录入' });
    await citing(ctx, used.id);
    const offered = await evidenceFor(ctx, binhu, { ruleId: 'A1.1' });
    expect(offered.map(({ id, why, timesCited }) => ({ id, why, timesCited }))).toEqual([{ id: used.id, why: 'rule', timesCited: 1 }, { id: fits.id, why: 'kind', timesCited: 0 }]);
    expect((await evidenceFor(ctx, binhu, { words: '议事会几次' })).map(({ id }) => id)).toEqual([fits.id]);
    expect(await evidenceFor(ctx, binhu, { words: '议事会', onDay: '2027-01-01' })).toEqual([]);
    expect(await evidenceFor(await worker(db, `${binhu}008`), `${binhu}008`, { words: '议事会' })).toEqual([]);
    await expect(evidenceFor(as(db, 'expert', '*'), binhu)).rejects.toMatchObject({ code: 'not-allowed' });
  });

  test('lists by state, kind, words and rule, page by page', async ({ db }) => {
    const ctx = await worker(db);
    const ids: string[] = [];
    for (let n = 1; n <= 5; n += 1) ids.unshift((await addEvidence(ctx, binhu, input({ title: `第${n}次会议` }))).id);
    await addEvidence(ctx, committee, input({ ...population, validTo: '2026-09-20' }));
    await citing(ctx, ids[0]!);
    const first = await listEvidence(ctx, binhu, { kind: 'fact' }, 2);
    expect(first.rows.map(({ id }) => id)).toEqual(ids.slice(0, 2));
    expect((await listEvidence(ctx, binhu, { kind: 'fact', after: first.next }, 2)).rows.map(({ id }) => id)).toEqual(ids.slice(2, 4));
    expect((await listEvidence(ctx, binhu, { ruleId: 'A1.1' })).rows).toMatchObject([{ id: ids[0], timesCited: 1 }]);
    expect((await listEvidence(ctx, binhu, { isUncited: true })).rows).toHaveLength(5);
    expect((await listEvidence(ctx, binhu, { standing: 'soon' })).rows).toMatchObject([{ title: '常住人口', standing: 'soon', regionCode: committee, timesCited: 0 }]);
    expect(await countEvidence(ctx, binhu, { text: '会议' })).toEqual({ valid: 5, soon: 0, expired: 0, 'not-yet': 0, withdrawn: 0 });
  });

  test('opens a sealed piece to the place itself, to others only with a reason that is written down', async ({ db }) => {
    const ctx = await worker(db);
    const file = await storeFile(ctx, { name: '盖章说明.pdf', content: aPdf() });
    const { id } = await addEvidence(ctx, binhu, input({ kind: 'statement', confidentiality: 'sealed', title: '工作人员查询情况说明', fileIds: [file.id] }));
    const office = as(db, 'programme-officer', '*');
    expect(await getEvidence(office, binhu, id)).toMatchObject({ isHidden: true, files: [], text: '', source: '' });
    expect((await listEvidence(office, binhu, { text: '2026 年已召开' })).rows).toEqual([]);
    await expect(openEvidenceFile(office, binhu, id, file.id)).rejects.toMatchObject({ code: 'evidence-reason-needed' });
    expect((await openEvidenceFile(office, binhu, id, file.id, '复核认证申请')).id).toBe(file.id);
    expect((await openEvidenceFile(ctx, binhu, id, file.id)).id).toBe(file.id);
    expect((await eventsOf(db, id)).filter((event) => event === 'evidence.sealed-opened')).toHaveLength(2);
    await expect(openEvidenceFile(as(db, 'community-worker', neighbour), binhu, id, file.id)).rejects.toMatchObject({ code: 'file-not-found' });
    await expect(openEvidenceFile(as(db, 'community-worker', committee), committee, id, file.id)).rejects.toMatchObject({ code: 'not-allowed' });
  });

  test('is open to whoever may see what rests on it, but for sealed pieces, and to visitors only when it is public', async ({ db }) => {
    const ctx = await worker(db);
    for (const confidentiality of ['public', 'office', 'sealed']) {
      const { id } = await addEvidence(ctx, binhu, input({ title: `一件${confidentiality}`, confidentiality }));
      await citing(ctx, id, { by: 'visit', subjectId: 'a visit', ruleId: '' });
    }
    const open = async (who: Ctx) => (await citationsOf(who, binhu, 'visit', 'a visit')).filter(({ isHidden, text }) => !isHidden && text !== '').map(({ confidentiality }) => confidentiality).toSorted();
    expect([await open(ctx), await open(as(db, 'expert', '*')), await open(ctxOf(db))]).toEqual([['office', 'public', 'sealed'], ['office', 'public'], ['public']]);
  });

  test('shows what it said before it was corrected, and nobody overwrites a colleague', async ({ db }) => {
    const ctx = await worker(db);
    const { id } = await addEvidence(ctx, binhu, input());
    const later = await worker(db, binhu, new Date('2026-09-03T02:00:00Z'));
    await correctEvidence(later, binhu, id, CorrectInput.parse({ ...fields, text: '2026 年已召开四次。', reason: '补记一次', revision: '1' }));
    expect(await getEvidence(ctx, binhu, id)).toMatchObject({ text: '2026 年已召开四次。', revision: 2, revisions: [{ revision: 1, reason: '补记一次', content: { text: '2026 年已召开三次。' } }] });
    const [row] = await db.select().from(evidence).where(and(eq(evidence.countyCode, 340111), eq(evidence.id, id)));
    const stale = CorrectInput.parse({ ...fields, reason: '再改一次', revision: '1' });
    await expect(correctEvidence(later, binhu, id, stale)).rejects.toMatchObject({ code: 'changed-meanwhile' });
    await expect(correctEvidence(later, binhu, id, { ...stale, text: row!.text, revision: 2 })).rejects.toMatchObject({ code: 'evidence-unchanged' });
    await expect(correctEvidence(as(db, 'programme-officer', '*'), binhu, id, { ...stale, revision: 2 })).rejects.toMatchObject({ code: 'not-allowed' });
  });
});
