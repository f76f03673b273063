import { sql } from 'drizzle-orm';
import { expect } from 'vitest';
import { currentNotice, type NoticeContent } from '#app/domain/children/identity/notice.ts';
import { publishChildNotice } from '#app/domain/children/identity/publish-notice.ts';
import { enablePartner } from '#app/domain/children/sharing/keep-partner.ts';
import { assess, partner } from '#tests/privacy.ts';
import { as, baohe, binhu, ctxOf, neighbour, person, test, today } from '#tests/world.ts';
import { countAssessments } from './counts.ts';
import { decideAssessment, submitAssessment, withdrawAssessment } from './decide-assessment.ts';
import { AssessmentInput } from './input.ts';
import { listAssessments, getAssessment, citable } from './read.ts';
import { reviseAssessment, writeAssessment } from './write-assessment.ts';

const office = (db: Parameters<typeof ctxOf>[0], id = 'office', now = today) => ctxOf(db, person('programme-officer', '*', id), now);
const otherWords = (content: NoticeContent): NoticeContent => ({ ...content, 'zh-CN': { ...content['zh-CN'], purposes: { ...content['zh-CN'].purposes, 'survey-identity': { ...content['zh-CN'].purposes['survey-identity'], why: '把孩子的问卷和学校的成绩连起来。' } } } });

test('CN-13: enabling a sharing partner or a new sensitive purpose requires an approved assessment', async ({ db }) => {
  const content = otherWords((await currentNotice(ctxOf(db))).content);
  await expect(publishChildNotice(office(db), content)).rejects.toThrow('impact-needed');
  const waiting = await assess(db, { purposes: ['survey-identity'], until: 'submitted' });
  await expect(publishChildNotice(office(db), content, { 'survey-identity': waiting })).rejects.toThrow('impact-needed');
  const other = await assess(db, { purposes: ['portrait'] });
  await expect(publishChildNotice(office(db), content, { 'survey-identity': other })).rejects.toThrow('impact-covers-other');
  const fits = await assess(db, { purposes: ['survey-identity'] });
  const late = new Date('2029-01-01T02:00:00Z');
  await expect(publishChildNotice(office(db, 'office', late), content, { 'survey-identity': fits })).rejects.toThrow('impact-expired');
  const version = await publishChildNotice(office(db), content, { 'survey-identity': fits });
  expect((await currentNotice(ctxOf(db))).version).toBe(version);

  const body = await partner(db, { kind: 'provided' });
  await expect(enablePartner(office(db, 'other'), body, fits)).rejects.toThrow('impact-covers-other');
  await enablePartner(office(db, 'other'), body, await assess(db, { triggers: ['provide'] }));
  const { rows } = await db.execute(sql`select facts from records where event = 'partner.enabled' and subject_id = ${body}`);
  expect(rows).toHaveLength(1);
});

test('an assessment of another place lets nothing begin here', async ({ db }) => {
  const there = await assess(db, { triggers: ['entrust'], regionCode: neighbour });
  const body = await partner(db, { kind: 'entrusted', regionCode: baohe });
  await expect(enablePartner(office(db, 'other'), body, there)).rejects.toThrow('impact-needed');
});

test('words of a notice that begin nothing new need no assessment', async ({ db }) => {
  const { content, version } = await currentNotice(ctxOf(db));
  expect(await publishChildNotice(office(db), { ...content, en: { ...content.en, contact: 'another contact' } })).toBe(version + 1);
});

test('one writes, another approves; what was approved is never altered, its next version is', async ({ db }) => {
  const id = await assess(db, { until: 'draft' });
  await expect(decideAssessment(office(db, 'other'), id, { outcome: 'approve', note: '' })).rejects.toThrow('impact-not-submitted');
  await submitAssessment(office(db), id);
  await expect(reviseAssessment(office(db), id, form())).rejects.toThrow('impact-submitted');
  await expect(decideAssessment(office(db), id, { outcome: 'approve', note: '' })).rejects.toThrow('impact-own');
  await expect(decideAssessment(office(db, 'other'), id, { outcome: 'return', note: '' })).rejects.toThrow('impact-note');
  await decideAssessment(office(db, 'other'), id, { outcome: 'return', note: '必要性请写具体' });
  expect(await reviseAssessment(office(db), id, form())).toBe(1);
  await submitAssessment(office(db), id);
  await decideAssessment(office(db, 'other'), id, { outcome: 'approve', note: '' });
  expect(await reviseAssessment(office(db), id, form({ title: '第二版的标题' }))).toBe(2);
  const one = await getAssessment(office(db), id);
  expect(one.versions.map(({ version, state, title }) => [version, state, title])).toEqual([[2, 'draft', '第二版的标题'], [1, 'approved', '记名调查']]);
  expect(await citable(office(db), { purpose: 'survey-identity' })).toEqual(expect.arrayContaining([expect.objectContaining({ id, title: '记名调查' })]));
  const { rows } = await db.execute<{ event: string }>(sql`select event from records where subject_id = ${id} order by id`);
  expect(rows.map(({ event }) => event)).toEqual(['impact.written', 'impact.submitted', 'impact.returned', 'impact.written', 'impact.submitted', 'impact.approved', 'impact.written']);
});

test('a high risk that is left, or a day that has passed, is not approved; a withdrawn one lets nothing begin', async ({ db }) => {
  const risky = await assess(db, { until: 'submitted', left: 'high' });
  await expect(decideAssessment(office(db, 'other'), risky, { outcome: 'approve', note: '' })).rejects.toThrow('impact-risk-high');
  const id = await assess(db, { until: 'submitted' });
  await expect(decideAssessment(office(db, 'other', new Date('2029-01-01T02:00:00Z')), id, { outcome: 'approve', note: '' })).rejects.toThrow('impact-period');
  await decideAssessment(office(db, 'other'), id, { outcome: 'approve', note: '' });
  await expect(withdrawAssessment(office(db, 'other'), id, '')).rejects.toThrow('impact-note');
  await withdrawAssessment(office(db, 'other'), id, '合作方换了做法');
  await expect(withdrawAssessment(office(db, 'other'), id, '再来一次')).rejects.toThrow('impact-not-approved');
  expect(await citable(office(db), { purpose: 'survey-identity' })).not.toContainEqual(expect.objectContaining({ id }));
});

test('what was withdrawn does not give way to the version before it', async ({ db }) => {
  const id = await assess(db, { triggers: ['provide'] });
  await reviseAssessment(office(db), id, form({ triggers: ['provide'] }));
  await submitAssessment(office(db), id);
  await decideAssessment(office(db, 'other'), id, { outcome: 'approve', note: '' });
  await withdrawAssessment(office(db, 'other'), id, '合作方换了做法');
  await expect(enablePartner(office(db, 'other'), await partner(db, { kind: 'provided' }), id)).rejects.toThrow('impact-needed');
  expect(await citable(office(db), { trigger: 'provide' })).not.toContainEqual(expect.objectContaining({ id }));
});

test('an approved version can be withdrawn while the next is being written, and no count has it in force', async ({ db }) => {
  const to = new Date(today.getTime() + 86_400_000);
  const inForce = async () => (await countAssessments(office(db), baohe, today, to)).map((row) => row.inForce);
  const id = await assess(db, { triggers: ['provide'], regionCode: baohe });
  expect(await inForce()).toEqual([1]);
  expect(await reviseAssessment(office(db), id, form({ triggers: ['provide'] }))).toBe(2);
  expect((await getAssessment(office(db, 'other'), id)).withdrawable).toBe(1);
  await withdrawAssessment(office(db, 'other'), id, '合作方换了做法');
  const one = await getAssessment(office(db, 'other'), id);
  expect([one.withdrawable, one.versions.map(({ version, state }) => [version, state])]).toEqual([null, [[2, 'draft'], [1, 'withdrawn']]]);
  await expect(withdrawAssessment(office(db, 'other'), id, '再来一次')).rejects.toThrow('impact-not-approved');
  expect([await inForce(), (await countAssessments(office(db), baohe, today, today)).map((row) => row.inForce)]).toEqual([[0], []]);

  await submitAssessment(office(db), id);
  await decideAssessment(office(db, 'other'), id, { outcome: 'approve', note: '' });
  expect(await inForce()).toEqual([1]);
  expect(await reviseAssessment(office(db), id, form({ triggers: ['provide'] }))).toBe(3);
  await submitAssessment(office(db), id);
  await decideAssessment(office(db, 'other'), id, { outcome: 'approve', note: '' });
  expect(await inForce(), 'once').toEqual([1]);
  await withdrawAssessment(office(db, 'other'), id, '合作方换了做法');
  expect(await inForce(), 'nor the version before').toEqual([0]);
});

test('nothing of the register can be deleted, and an approved version not rewritten, by whatever statement', async ({ db }) => {
  const id = await assess(db, {});
  for (const statement of [sql`delete from impact_versions where assessment_id = ${id}`, sql`delete from impact_assessments where id = ${id}`, sql`update impact_versions set content = '{}' where assessment_id = ${id}`]) {
    await expect(db.transaction((tx) => tx.execute(statement))).rejects.toMatchObject({ cause: { code: '23001' } });
  }
});

test('who may not write, approve or read', async ({ db }) => {
  await expect(writeAssessment(as(db, 'community-worker', binhu), binhu, form())).rejects.toThrow('not-allowed');
  await expect(writeAssessment(as(db, 'government-officer', neighbour), baohe, form())).rejects.toThrow('not-allowed');
  const id = await assess(db, { until: 'submitted', regionCode: baohe });
  await expect(decideAssessment(as(db, 'government-officer', baohe), id, { outcome: 'approve', note: '' })).rejects.toThrow('not-allowed');
  await expect(getAssessment(as(db, 'government-officer', neighbour), id)).rejects.toThrow('impact-not-found');
  await expect(listAssessments(as(db, 'expert', '*'), {})).rejects.toThrow('not-allowed');
  expect((await listAssessments(as(db, 'audit-admin', '*'), { q: '记名' })).rows.map((row) => row.id)).toContain(id);
  expect((await listAssessments(as(db, 'audit-admin', '*'), { q: '%' })).rows, 'a per cent sign is a sign').toEqual([]);
});

test('the form says what is missing', () => {
  const wrong = AssessmentInput.safeParse({ ...raw, 'risk': ['没有措施的风险'], measure: [''], likelihood: ['9'], impact: ['1'], left: ['low'], triggers: undefined });
  expect(wrong.success).toBe(false);
  expect(wrong.error!.issues.map(({ message }) => message)).toEqual(['impact-risks', 'impact-triggers']);
});

const raw = {
  title: '记名调查', purpose: '把两次问卷连起来看变化', purposes: ['survey-identity'], triggers: ['sensitive'], dataKinds: ['answers'], lawfulness: '监护人和孩子的单独同意', necessity: '不连起来看不出变化',
  conclusion: '风险低，可以开始', validUntil: '2027-08-31', risk: ['答案被认出'], likelihood: ['2'], impact: ['3'], measure: ['两次问卷用编号连接'], left: ['low'],
};
const form = (over: Partial<typeof raw> = {}) => AssessmentInput.parse({ ...raw, ...over });
