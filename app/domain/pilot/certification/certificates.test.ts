import { and, eq } from 'drizzle-orm';
import { afterAll, describe, expect } from 'vitest';
import type { Db } from '#app/db/db.server.ts';
import { endPress } from '#app/domain/base/documents/press.ts';
import { storeFile } from '#app/domain/base/files/store-file.ts';
import { listMessages } from '#app/domain/base/inbox/read.ts';
import { roleGrants } from '#app/domain/base/accounts/tables.server.ts';
import { noticeEntries } from '#app/domain/pilot/notices/tables.server.ts';
import { records } from '#app/platform/tables.server.ts';
import { aPdf } from '#tests/apply.ts';
import { aCertificate, aFinalNotice, holder, office, otherOffice } from '#tests/certificates.ts';
import { aUser } from '#tests/cycle.ts';
import { archivalMark, textOfPdf } from '#tests/pdf.ts';
import { as, baohe, binhu, ctxOf, neighbour, test, today } from '#tests/world.ts';
import { getAwardLevel, levelOn, listAwardLevels, saveAwardLevel } from './award-levels.ts';
import { finalNotices, previewIssue } from './candidates.ts';
import { textsCarried } from './carried.ts';
import { decideMeasure, reinstateCertificate } from './decide-measure.ts';
import { AwardLevelInput, IssueInput } from './input.ts';
import { issueCertificate, issueCertificates } from './issue.ts';
import { openMeasure } from './open-measure.ts';
import { certificateDocument } from './print.ts';
import { certificateAtDesk, certificatesDue, certificatesOf, listCertificates, publicCertificates } from './read.ts';
import { certificatesOfCommunity, getByNumber } from './register.ts';
import { previewRenewal } from './preview-renewal.ts';
import { askRenewal, renewCertificate, renewCertificates } from './renew.ts';
import { openMeasurePaper, replyToMeasure } from './reply.ts';
import { tellDeciders, tellHolder, tellMeasure, tellRenewal, watchCertificates } from './tell-holders.ts';

afterAll(endPress);

const later = new Date('2026-10-20T02:00:00Z');
const grounds = '儿童之家停用半年，两次书面提醒后仍未恢复开放，与申报承诺不符。';
const reason = '情况属实，申辩未能说明原因，按规范要求处理。';
const measure = (change = {}) => ({ kind: 'withdraw' as const, to: '', grounds, isInterim: false, ...change });
const events = async (db: Db, id: string) => (await db.select({ event: records.event }).from(records).where(eq(records.subjectId, id)).orderBy(records.id)).map(({ event }) => event);
const issue = (ids: string[], level: 'pilot' | 'certified' = 'pilot', grades: Record<string, string> = {}) => ({ ids, level, grades });

describe('issuing certificates', () => {
  test('from a final notice goes row by row; asked twice, nothing is issued twice', async ({ db }) => {
    const { noticeId, ids } = await aFinalNotice(db, [binhu, '340111401', '340111402']);
    await db.update(noticeEntries).set({ state: 'removed' }).where(and(eq(noticeEntries.noticeId, noticeId), eq(noticeEntries.applicationId, ids[2]!)));
    const { rows } = await previewIssue(office(db), noticeId, 'pilot');
    expect(rows.map((row) => row.refusal)).toEqual([null, null, 'certificate-entry-removed']);
    expect((await issueCertificates(office(db), noticeId, issue(ids))).map((row) => row.refusal)).toEqual([null, null, 'certificate-entry-removed']);
    expect((await issueCertificates(office(db), noticeId, issue(ids))).map((row) => row.refusal)).toEqual(['certificate-exists', 'certificate-exists', 'certificate-entry-removed']);
    const { rows: all } = await listCertificates(office(db), {});
    expect(all.map(({ number, standing, issuedOn, validUntil }) => [number, standing, issuedOn, validUntil])).toEqual([
      ['TY2026-00002-55', 'valid', '2026-09-01', '2029-08-31'], ['TY2026-00001-58', 'valid', '2026-09-01', '2029-08-31'],
    ]);
    expect((await previewIssue(office(db), noticeId, 'pilot')).rows.map((row) => row.has)).toEqual(['TY2026-00001-58', 'TY2026-00002-55', null]);
    expect(await events(db, all[1]!.id)).toEqual(['certificate.issued']);
    expect((await finalNotices(office(db))).map(({ id }) => id)).toContain(noticeId);
  });

  test('waits for the list to be final, and is the office’s alone', async ({ db }) => {
    const { noticeId, ids } = await aFinalNotice(db, [binhu], { state: 'published', finalAt: null });
    await expect(issueCertificate(office(db), noticeId, ids[0]!, 'pilot', null)).rejects.toThrow('notice-not-final');
    for (const other of [holder(db), as(db, 'expert', '*'), as(db, 'programme-officer', '32'), ctxOf(db)]) {
      await expect(issueCertificate(other, noticeId, ids[0]!, 'pilot', null)).rejects.toThrow(/not-allowed|sign-in-needed/);
      await expect(previewIssue(other, noticeId, 'pilot')).rejects.toThrow(/not-allowed|sign-in-needed/);
    }
    await expect(issueCertificate(office(db), 'nothing', ids[0]!, 'pilot', null)).rejects.toThrow('notice-not-found');
    await expect(issueCertificate(office(db), noticeId, ids[0]!, 'pilot', null)).rejects.toThrow('notice-not-final');
    await expect(issueCertificates(office(db), noticeId, issue([]))).rejects.toThrow('certificates-none-chosen');
    const final = await aFinalNotice(db, ['340111403']);
    await expect(issueCertificate(office(db), final.noticeId, ids[0]!, 'pilot', null)).rejects.toThrow('entry-not-found');
  });

  test('of a higher level builds on a valid lower one, takes its place, and bears a grade', async ({ db }) => {
    const { noticeId, ids } = await aFinalNotice(db);
    await expect(issueCertificate(office(db), noticeId, ids[0]!, 'certified', 'good')).rejects.toThrow('certificate-lower-missing');
    const pilot = await issueCertificate(office(db), noticeId, ids[0]!, 'pilot', null);
    const next = await aFinalNotice(db);
    await expect(issueCertificate(office(db), next.noticeId, next.ids[0]!, 'certified', null)).rejects.toThrow('certificate-grade');
    await expect(issueCertificate(office(db), next.noticeId, next.ids[0]!, 'certified', 'best')).rejects.toThrow('certificate-grade');
    expect((await previewIssue(office(db), next.noticeId, 'certified')).rows).toMatchObject([{ refusal: null, replaces: pilot.number }]);
    const certified = await issueCertificate(office(db), next.noticeId, next.ids[0]!, 'certified', 'good');
    expect(await certificateAtDesk(office(db), pilot.id)).toMatchObject({ standing: 'replaced', stateReason: certified.number, replacedBy: { number: certified.number } });
    expect(await certificateAtDesk(office(db), certified.id)).toMatchObject({ standing: 'valid', grade: 'good', content: { grade: { zh: '良好' } }, replaces: { number: pilot.number } });
    expect((await publicCertificates(ctxOf(db), {})).rows.map(({ number }) => number)).toEqual([certified.number]);
    expect((await certificatesOfCommunity(ctxOf(db), binhu)).map(({ number }) => number)).toEqual([certified.number]);
  });

  test('leaves a paper in PDF/A-3 that carries the credential, and none of one that is not valid', async ({ db }) => {
    const { id, number } = await aCertificate(db);
    const { content, name } = await certificateDocument(ctxOf(db), number.toLowerCase().replaceAll('-', ' '));
    expect(name).toBe(`滨湖世纪社区 儿童友好社区建设试点 ${number}`);
    expect(archivalMark(content)).toBe('3A');
    const text = (await textOfPdf(content)).join('');
    for (const words of ['证书', '滨湖世纪社区', '儿童友好社区建设试点', number, '2029年8月31日', 'Child-friendlycommunitypilot']) expect(text).toContain(words);
    expect(await textsCarried(content)).toEqual([JSON.stringify((await getByNumber(ctxOf(db), number)).credential, null, 1)]);
    await openMeasure(office(db), id, measure({ isInterim: true }));
    await expect(certificateDocument(ctxOf(db), number)).rejects.toThrow('certificate-not-valid');
  });

  test('is told to the applicant’s people, once', async ({ db }) => {
    const person = await aUser(db, 'applicant');
    const { id } = await aCertificate(db);
    expect(await tellHolder(office(db), id, 'certificate-issued', 'a')).toBe('1');
    expect(await tellHolder(office(db), id, 'certificate-issued', 'a')).toBe('0');
    const { rows } = await listMessages(ctxOf(db, { id: person, name: person, grants: [] }));
    expect(rows).toMatchObject([{ kind: 'certificate-issued', params: { unit: '滨湖世纪社区', day: '2029-08-31' } }]);
  });
});

describe('a measure against a certificate', () => {
  test('is told with its grounds, answered with papers, and decided by somebody else', async ({ db }) => {
    const { id, number, applicationId } = await aCertificate(db);
    const measureId = await openMeasure(office(db), id, measure());
    expect((await getByNumber(ctxOf(db), number)).standing).toBe('valid');
    await expect(openMeasure(office(db), id, measure())).rejects.toThrow('measure-open');
    await expect(decideMeasure(otherOffice(db), measureId, { outcome: 'taken', reason })).rejects.toThrow('reply-still-open');
    const answering = holder(db);
    await aUser(db, answering.actor.id);
    const paper = await storeFile(answering, { name: '整改照片.pdf', content: aPdf() });
    await replyToMeasure(answering, measureId, { reply: '已于八月恢复开放，附照片和排班表。', fileIds: [paper.id, paper.id] });
    await expect(replyToMeasure(answering, measureId, { reply: '再补充一点情况说明。', fileIds: [] })).rejects.toThrow('measure-replied');
    expect((await openMeasurePaper(office(db), measureId, paper.id)).name).toBe('整改照片.pdf');
    expect((await openMeasurePaper(answering, measureId, paper.id)).id).toBe(paper.id);
    await expect(openMeasurePaper(as(db, 'government-officer', neighbour), measureId, paper.id)).rejects.toThrow('file-not-found');
    expect(await certificatesDue(office(db))).toEqual([]);
    expect(await certificatesDue(otherOffice(db))).toEqual(['2026-09-15']);
    expect((await listCertificates(otherOffice(db), { standing: 'waiting' })).rows).toHaveLength(1);
    await expect(decideMeasure(office(db), measureId, { outcome: 'taken', reason })).rejects.toThrow('measure-own');
    await decideMeasure(otherOffice(db), measureId, { outcome: 'taken', reason });
    await expect(decideMeasure(otherOffice(db), measureId, { outcome: 'dropped', reason })).rejects.toThrow('measure-decided');
    expect(await getByNumber(ctxOf(db), number)).toMatchObject({ standing: 'withdrawn', stateReason: reason });
    expect(await certificatesOf(answering, applicationId)).toMatchObject([{ standing: 'withdrawn', measures: [{ outcome: 'taken', papers: [{ name: '整改照片.pdf' }] }] }]);
    expect(await events(db, id)).toEqual(['certificate.issued', 'certificate.measure-opened', 'certificate.replied', 'certificate.measure-decided', 'certificate.withdrawn']);
    await expect(openMeasure(office(db), id, measure())).rejects.toThrow('certificate-not-standing');
  });

  test('can be decided without an answer once the time for it is over, and not answered any more', async ({ db }) => {
    const { id } = await aCertificate(db);
    const measureId = await openMeasure(office(db), id, measure({ kind: 'suspend' }));
    await expect(replyToMeasure(holder(db, later), measureId, { reply: '我们来晚了，请予考虑。', fileIds: [] })).rejects.toThrow('reply-too-late');
    await decideMeasure(otherOffice(db, later), measureId, { outcome: 'taken', reason });
    expect((await certificateAtDesk(office(db), id)).standing).toBe('suspended');
    await expect(openMeasure(office(db, later), id, measure({ kind: 'suspend' }))).rejects.toThrow('certificate-not-standing');
    await reinstateCertificate(office(db, later), id, '已整改。');
    await expect(reinstateCertificate(office(db, later), id, '已整改。')).rejects.toThrow('certificate-not-suspended');
  });

  test('that cannot wait suspends meanwhile; dropped, it leaves the certificate as it was', async ({ db }) => {
    const { id } = await aCertificate(db);
    const measureId = await openMeasure(office(db), id, measure({ isInterim: true }));
    expect((await certificateAtDesk(office(db), id)).standing).toBe('suspended');
    await expect(reinstateCertificate(otherOffice(db), id, '先恢复。')).rejects.toThrow('measure-open');
    await decideMeasure(otherOffice(db, later), measureId, { outcome: 'dropped', reason: '经核实并非本社区的事，不予处置。' });
    expect((await certificateAtDesk(office(db), id)).standing).toBe('valid');
  });

  test('that lowers makes a new certificate of the lower grade with the same last day', async ({ db }) => {
    const { noticeId, ids } = await aFinalNotice(db);
    await issueCertificate(office(db), noticeId, ids[0]!, 'pilot', null);
    const next = await aFinalNotice(db);
    const { id } = await issueCertificate(office(db), next.noticeId, next.ids[0]!, 'certified', 'good');
    for (const to of ['', 'certified:good', 'certified:excellent', 'certified:none', 'demonstration', 'pilot:met', 'nothing']) {
      await expect(openMeasure(office(db), id, measure({ kind: 'downgrade', to }))).rejects.toThrow('certificate-not-lower');
    }
    const measureId = await openMeasure(office(db), id, measure({ kind: 'downgrade', to: 'certified:met' }));
    await decideMeasure(otherOffice(db, later), measureId, { outcome: 'taken', reason });
    const old = await certificateAtDesk(office(db), id);
    const lowered = await certificateAtDesk(office(db), old.replacedBy!.id);
    expect([old.standing, lowered.standing, lowered.grade, lowered.issuedOn, lowered.validUntil]).toEqual(['replaced', 'valid', 'met', '2026-10-20', old.validUntil]);
  });

  test('is told to both sides, and to those who decide but not to whoever proposed it', async ({ db }) => {
    await aUser(db, 'applicant');
    const proposer = office(db);
    for (const id of [proposer.actor.id, 'another-officer']) {
      await aUser(db, id);
      await db.insert(roleGrants).values({ userId: id, role: 'programme-officer', regionCode: '*', grantedBy: 'x', grantedAt: today });
    }
    const { id } = await aCertificate(db);
    const measureId = await openMeasure(proposer, id, measure());
    expect(await tellMeasure(proposer, measureId, 'certificate-measure', 'a')).toBe('1');
    expect(await tellDeciders(proposer, measureId, 'b')).toBe('1');
    expect((await listMessages(otherOffice(db))).rows).toMatchObject([{ kind: 'certificate-to-decide', link: `/desk/certificates/${id}` }]);
    expect(await watchCertificates(office(db, later))).toBe('1');
    expect(await watchCertificates(office(db, later))).toBe('0');
    expect(await tellRenewal(proposer, id, 'c')).toBe('2');
  });

  test('is nobody else’s to propose, to answer or to decide', async ({ db }) => {
    const { id, applicationId } = await aCertificate(db);
    const measureId = await openMeasure(office(db), id, measure());
    for (const other of [holder(db), as(db, 'expert', '*'), as(db, 'programme-officer', neighbour), ctxOf(db)]) {
      await expect(openMeasure(other, id, measure())).rejects.toThrow(/not-allowed|sign-in-needed/);
      await expect(decideMeasure(other, measureId, { outcome: 'taken', reason })).rejects.toThrow(/not-allowed|sign-in-needed/);
      await expect(reinstateCertificate(other, id, '恢复一下')).rejects.toThrow(/not-allowed|sign-in-needed/);
      await expect(certificateAtDesk(other, id)).rejects.toThrow(/certificate-not-found|sign-in-needed/);
    }
    for (const other of [office(db), as(db, 'government-officer', neighbour), as(db, 'community-worker', binhu), ctxOf(db)]) {
      await expect(replyToMeasure(other, measureId, { reply: '我来替他们说几句。', fileIds: [] })).rejects.toThrow(/not-allowed|sign-in-needed/);
      await expect(askRenewal(other, id, '')).rejects.toThrow(/not-allowed|sign-in-needed/);
    }
    expect(await certificatesOf(as(db, 'government-officer', neighbour), applicationId)).toEqual([]);
    await expect(openMeasure(office(db), 'x', measure())).rejects.toThrow('certificate-not-found');
    await expect(decideMeasure(office(db), 'x', { outcome: 'taken', reason })).rejects.toThrow('measure-not-found');
  });
});

describe('renewal', () => {
  const near = new Date('2029-06-01T02:00:00Z');

  test('is reminded of, asked for by the holder, and made by the office: the new certificate takes the place of the old', async ({ db }) => {
    await aUser(db, 'applicant');
    const { id, number } = await aCertificate(db);
    await expect(askRenewal(holder(db), id, '')).rejects.toThrow('renewal-too-early');
    await expect(renewCertificate(office(db), id)).rejects.toThrow('renewal-too-early');
    expect(await watchCertificates(office(db, near))).toBe('1');
    expect(await watchCertificates(office(db, near))).toBe('0');
    expect(await watchCertificates(office(db, new Date('2029-08-10T02:00:00Z')))).toBe('1');
    await askRenewal(holder(db, near), id, '三年来新增两处儿童之家。');
    await expect(askRenewal(holder(db, near), id, '')).rejects.toThrow('renewal-asked');
    expect(await certificatesDue(office(db, near))).toEqual([null]);
    expect(await previewRenewal(office(db), [id])).toMatchObject([{ refusal: 'renewal-too-early' }]);
    expect(await previewRenewal(office(db, near), [id])).toMatchObject([{ refusal: null, newUntil: '2032-08-31', renewalNote: '三年来新增两处儿童之家。' }]);
    await expect(previewRenewal(holder(db, near), [id])).rejects.toThrow('not-allowed');
    expect((await renewCertificates(office(db, near), [id])).map((row) => row.refusal)).toEqual([null]);
    expect(await previewRenewal(office(db, near), [id])).toMatchObject([{ refusal: 'certificate-not-standing' }]);
    expect((await renewCertificates(office(db, near), [id])).map((row) => row.refusal)).toEqual(['certificate-not-standing']);
    expect((await getByNumber(ctxOf(db), number)).standing).toBe('replaced');
    const { rows } = await publicCertificates(ctxOf(db), {});
    expect(rows).toMatchObject([{ issuedOn: '2029-06-01', validUntil: '2032-08-31', standing: 'valid' }]);
  });

  test('comes too late once the last day is over', async ({ db }) => {
    const { id, number } = await aCertificate(db);
    const over = new Date('2029-09-01T02:00:00Z');
    expect((await getByNumber(ctxOf(db, undefined, over), number)).standing).toBe('expired');
    await expect(renewCertificate(office(db, over), id)).rejects.toThrow('certificate-not-standing');
    await expect(askRenewal(holder(db, over), id, '')).rejects.toThrow('certificate-not-standing');
    expect((await listCertificates(office(db, over), { standing: 'expired' })).rows).toHaveLength(1);
    expect((await listCertificates(office(db, over), { standing: 'valid' })).rows).toHaveLength(0);
    expect((await listCertificates(office(db, near), { standing: 'ending', q: '滨湖', region: baohe, level: 'pilot' })).rows).toHaveLength(1);
    expect((await listCertificates(office(db, near), { q: '没有' })).rows).toHaveLength(0);
    await expect(async () => listCertificates(holder(db), {})).rejects.toThrow('not-allowed');
  });
});

describe('a level', () => {
  const typed = {
    effectiveFrom: '2026-10-01', nameZh: '儿童友好社区试点', nameEn: 'Pilot community', aboutZh: '新的说明文字', aboutEn: 'A new description', needsZh: '新的条件', needsEn: 'New conditions',
    grades: '优秀 | Excellent\n\n良好｜Good', validMonths: '24', renewalDays: '90', replyDays: '15', requires: '',
  };

  test('is set from a day on, and what was issued before stays as it is', async ({ db }) => {
    await saveAwardLevel(office(db), 'pilot', AwardLevelInput.parse(typed));
    expect((await levelOn(office(db), 'pilot', '2026-09-30')).validMonths).toBe(36);
    expect(await levelOn(office(db), 'pilot', '2026-10-01')).toMatchObject({ validMonths: 24, name: { zh: '儿童友好社区试点' }, grades: [{ id: 'excellent', zh: '优秀' }, { id: 'good', en: 'Good' }] });
    await saveAwardLevel(office(db), 'pilot', AwardLevelInput.parse({ ...typed, validMonths: '12' }));
    expect((await levelOn(office(db), 'pilot', '2027-01-01')).validMonths).toBe(12);
    expect((await getAwardLevel(office(db), 'pilot')).history).toHaveLength(2);
    expect((await listAwardLevels(office(db))).map(({ level }) => level)).toEqual(['pilot', 'certified', 'demonstration']);
  });

  test('is not set for the past, nor upon a higher one, nor by others, nor with grades nobody can read', async ({ db }) => {
    await expect(saveAwardLevel(office(db), 'pilot', AwardLevelInput.parse({ ...typed, effectiveFrom: '2026-08-31' }))).rejects.toThrow('award-level-past');
    await expect(saveAwardLevel(office(db), 'pilot', AwardLevelInput.parse({ ...typed, requires: 'certified' }))).rejects.toThrow('award-level-requires');
    await expect(saveAwardLevel(as(db, 'programme-officer', '34'), 'pilot', AwardLevelInput.parse(typed))).rejects.toThrow('not-allowed');
    await expect(getAwardLevel(holder(db), 'pilot')).rejects.toThrow('not-allowed');
    await expect(listAwardLevels(holder(db))).rejects.toThrow('not-allowed');
    await expect(getAwardLevel(office(db), 'gold')).rejects.toThrow('not-found');
    for (const grades of ['优秀', '优秀 | A\n良好 | A', `${'长'.repeat(30)} | Long`]) expect(AwardLevelInput.safeParse({ ...typed, grades }).error?.issues[0]?.message).toBe('grade-lines');
    expect(IssueInput.parse({ level: 'pilot', ids: [], grades: ['0199a000-0000-7000-8000-000000000001:good'] }).grades).toEqual({ '0199a000-0000-7000-8000-000000000001': 'good' });
  });
});
