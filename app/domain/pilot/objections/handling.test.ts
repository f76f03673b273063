import { sql } from 'drizzle-orm';
import { describe, expect } from 'vitest';
import { answerObjection } from './answer-objection.ts';
import { appealAsApplicant, giveStatement, objectionsToUs } from './applicant-acts.ts';
import { askSide } from './ask-side.ts';
import { extendAnswer } from './extend-answer.ts';
import { linkDuplicate } from './link-duplicate.ts';
import { actByCode } from './objector-acts.ts';
import { openIdentity } from './open-identity.ts';
import { getObjection, listObjections } from './read.ts';
import { receiveObjection } from './receive-objection.ts';
import { recusedFrom } from './recusal.ts';
import { objectionStatistics } from './statistics.ts';
import { takeUpObjection } from './take-up.ts';
import { remindOfObjections, tellAsked, tellObjection } from './tell-objections.ts';
import { trackObjection } from './track.ts';
import { verifyObjections } from './verify-objections.ts';
import { roleGrants, users } from '#app/domain/base/accounts/tables.server.ts';
import { messages } from '#app/domain/base/inbox/tables.server.ts';
import { finaliseNotice } from '#app/domain/pilot/notices/finalise-notice.ts';
import { getNotice } from '#app/domain/pilot/notices/read.ts';
import { system } from '#app/platform/ctx.ts';
import { aPdf } from '#tests/apply.ts';
import { as, ctxOf, hefei, test, today } from '#tests/world.ts';
import { applicant, at, content, dismissed, eventsOf, findings, idOf, maker, named, objected, office, second, upheld, verdict } from '#tests/objections.ts';

describe('handling an objection', () => {
  test('is for the office of the region that had no part in it', async ({ db }) => {
    const { objection, one } = await objected(db);
    await takeUpObjection(office(db), objection);
    await expect(takeUpObjection(second(db), objection)).rejects.toThrow('objection-taken-up');
    for (const ctx of [as(db, 'government-officer', '*'), as(db, 'programme-officer', hefei), ctxOf(db)]) {
      await expect(getObjection(ctx, objection)).rejects.toThrow('objection-not-found');
      await expect(answerObjection(ctx, objection, dismissed)).rejects.toThrow(/not-allowed|sign-in-needed/);
    }
    for (const deed of [
      () => answerObjection(maker(db), objection, dismissed), () => openIdentity(maker(db), objection, { reason: '想知道是谁提出来的。' }), () => askSide(maker(db), objection, { side: 'applicant', body: '请说明开放情况如何。' }),
      () => extendAnswer(maker(db), objection, { reason: '需要更多时间核实情况。' }), () => linkDuplicate(maker(db), objection, { of: objection }), () => takeUpObjection(maker(db), objection),
    ]) await expect(deed()).rejects.toThrow('recused');
    expect(await getObjection(maker(db), objection)).toMatchObject({ isRecused: true, content: '', files: [], messages: [], recused: [] });
    expect((await recusedFrom(ctxOf(db), objection)).map(({ userId, reason }) => [userId, reason])).toEqual([['applicant', 'applicant'], ['maker', 'notice-maker']]);
    await db.execute(sql`insert into decisions (application_id, outcome, reason, reviews, decided_by, decided_by_name, decided_at) values (${one}, 'accepted', '', 2, 'clerk', '', now())`);
    await expect(answerObjection(office(db), objection, dismissed)).rejects.toThrow('recused');
    await expect(db.transaction((tx) => tx.execute(sql`update objections set answered_by = 'clerk' where id = ${objection}`))).rejects.toMatchObject({ cause: { code: 'OB001' } });
    expect((await listObjections(as(db, 'programme-officer', hefei))).rows).toEqual([]);
    for (const ctx of [as(db, 'expert', '*'), ctxOf(db)]) await expect(listObjections(ctx)).rejects.toThrow(/not-allowed|sign-in-needed/);
  });

  test('may be put off once, with a reason that the objector reads', async ({ db }) => {
    const { objection, code } = await objected(db);
    await extendAnswer(office(db), objection, { reason: '社区在装修，下周才能现场查看。' });
    expect(await trackObjection(ctxOf(db), code)).toMatchObject({ firstDueOn: '2026-09-15', answerDueOn: '2026-09-29', extensionReason: '社区在装修，下周才能现场查看。' });
    await expect(extendAnswer(office(db), objection, { reason: '还想再延期一次行不行。' })).rejects.toThrow('objection-extended');
  });

  test('asks each side by itself; neither reads the other, and the applicant never reads the objection', async ({ db }) => {
    const { objection, code, one } = await objected(db);
    await askSide(office(db), objection, { side: 'objector', body: '请说明是哪几个周末没有开放。' });
    await askSide(office(db), objection, { side: 'applicant', body: '请说明去年活动室的开放情况。' });
    await expect(giveStatement(as(db, 'government-officer', '3402'), one, objection, { body: '隔壁的人来作说明。' })).rejects.toThrow('not-allowed');
    await giveStatement(applicant(db), one, objection, { body: '去年只关过两个周末，有公告。' }, [{ name: '公告.pdf', content: aPdf() }]);
    await expect(giveStatement(applicant(db), one, objection, { body: '再补充一次说明可以吗。' })).rejects.toThrow('nothing-asked');
    await actByCode(ctxOf(db), code, 'reply', { body: '八月的第一、第三个周末。' });
    const [ours] = (await objectionsToUs(applicant(db), one)).objections;
    expect(JSON.stringify(ours)).not.toMatch(/李四|没有开放过|八月/);
    expect(ours).toMatchObject({ isAsked: false, messages: [{ isFromOffice: true }, { isFromOffice: false }] });
    const tracked = JSON.stringify(await trackObjection(ctxOf(db), code));
    expect(tracked).not.toMatch(/只关过两个周末|公告|开放情况/);
    expect((await getObjection(office(db), objection)).messages).toHaveLength(4);
    await expect(objectionsToUs(as(db, 'government-officer', '3402'), one)).rejects.toThrow('application-not-found');
  });

  test('about the whole list has no applicant to ask', async ({ db }) => {
    const { objection } = await objected(db, { applicationId: '' });
    await expect(askSide(office(db), objection, { side: 'applicant', body: '请说明去年活动室的开放情况。' })).rejects.toThrow('objection-about-list');
  });

  test('links what somebody raised before; its code shows the outcome of that one and not its words', async ({ db }) => {
    const { objection, id, one } = await objected(db);
    const again = await receiveObjection(ctxOf(db), id, { ...named, applicationId: one, content: `${content}我也这样看。` });
    await expect(linkDuplicate(office(db), objection, { of: objection })).rejects.toThrow('duplicate-of-what');
    await linkDuplicate(office(db), await idOf(db, again), { of: objection });
    await answerObjection(office(db), objection, dismissed);
    expect(await trackObjection(ctxOf(db), again)).toMatchObject({ state: 'duplicate', main: { outcome: 'dismissed', answer: dismissed.answer } });
    await expect(answerObjection(office(db), await idOf(db, again), dismissed)).rejects.toThrow('objection-answered');
  });
});

describe('an answer', () => {
  test('that upholds takes the entry off with the reason, and is given once', async ({ db }) => {
    const { objection, code, id, one, two } = await objected(db);
    await answerObjection(office(db), objection, upheld);
    const { entries, version } = await getNotice(ctxOf(db), id);
    expect(version).toBe(2);
    expect(entries.find((entry) => entry.applicationId === one)).toMatchObject({ state: 'removed', removedReason: upheld.answer });
    expect(entries.find((entry) => entry.applicationId === two)).toMatchObject({ state: 'standing' });
    expect(await trackObjection(ctxOf(db), code)).toMatchObject({ outcome: 'upheld', findings, rule: verdict.rule, effect: 'entry-removed', appealUntil: '2026-09-08' });
    await expect(answerObjection(office(db), objection, dismissed)).rejects.toThrow('objection-answered');
    expect(await eventsOf(db, objection)).toEqual(['objection.received', 'objection.answered']);
  });

  test('may put right the entry or the notice, and nothing that does not go with its kind', async ({ db }) => {
    const { objection, id, one } = await objected(db);
    await expect(answerObjection(office(db), objection, { ...upheld, effect: 'reconsidered' })).rejects.toThrow('effect-not-for-kind');
    await answerObjection(office(db), objection, { ...upheld, effect: 'entry-corrected', correction: '社区名称应为滨湖世纪社区（北区）。' });
    expect((await getNotice(ctxOf(db), id)).entries.find((entry) => entry.applicationId === one)).toMatchObject({ correction: '社区名称应为滨湖世纪社区（北区）。' });
    const other = await receiveObjection(ctxOf(db), id, named);
    await answerObjection(office(db), await idOf(db, other), { ...upheld, effect: 'notice-corrected', title: '关于第一批拟列入试点名单的公示（更正）' });
    expect(await getNotice(ctxOf(db), id)).toMatchObject({ title: '关于第一批拟列入试点名单的公示（更正）', version: 3 });
  });

  test('about scores may have them reconsidered, and the list waits for that', async ({ db }) => {
    const { objection, id, one } = await objected(db, { kind: 'score' });
    expect(await getObjection(office(db), objection)).toMatchObject({ kind: 'score' });
    await answerObjection(office(db), objection, { ...upheld, effect: 'reconsidered', answer: '一位专家误读了材料，评分须复议。' });
    const { rows } = await db.execute(sql`select ground, reason from reconsiderations where application_id = ${one}`);
    expect(rows).toEqual([{ ground: 'objection', reason: '一位专家误读了材料，评分须复议。' }]);
    await expect(finaliseNotice(maker(db, at('2026-09-16')), id)).rejects.toThrow('entries-unsettled');
  });

  test('holds the list until the last day to appeal has passed', async ({ db }) => {
    const { objection, code, id } = await objected(db);
    await expect(actByCode(ctxOf(db), code, 'appeal', { body: '还没有答复就想申诉。' })).rejects.toThrow('appeal-not-now');
    await answerObjection(office(db, at('2026-09-08')), objection, dismissed);
    expect(await trackObjection(ctxOf(db, undefined, at('2026-09-10')), code)).toMatchObject({ mayAppeal: true, appealUntil: '2026-09-15' });
    await expect(finaliseNotice(maker(db, at('2026-09-15')), id)).rejects.toThrow('objections-appealable');
    expect(await finaliseNotice(maker(db, at('2026-09-16')), id)).toBe(2);
  });

  test('appealed against holds the list again, is not for whoever gave the first answer, and ends there', async ({ db }) => {
    const { objection, code, id, one } = await objected(db);
    await answerObjection(office(db), objection, dismissed);
    await actByCode(ctxOf(db, undefined, at('2026-09-08')), code, 'appeal', { body: '现场查看那天是特意开的门。' });
    await expect(actByCode(ctxOf(db), code, 'appeal', { body: '再申诉一次可以不可以。' })).rejects.toThrow('appeal-once');
    const { appealId } = await getObjection(second(db), objection);
    await expect(finaliseNotice(maker(db, at('2026-09-30')), id)).rejects.toThrow('objections-open');
    await expect(answerObjection(office(db), appealId!, upheld)).rejects.toThrow('recused');
    await answerObjection(second(db, at('2026-09-09')), appealId!, upheld);
    expect((await getNotice(ctxOf(db), id)).entries.find((entry) => entry.applicationId === one)).toMatchObject({ state: 'removed' });
    expect(await trackObjection(ctxOf(db), code)).toMatchObject({ mayAppeal: false, appeal: { outcome: 'upheld' } });
    expect(await finaliseNotice(maker(db, at('2026-09-10')), id)).toBe(1);
  });

  test('against the applicant may be appealed against by the applicant, and the entry comes back', async ({ db }) => {
    const { objection, code, id, one } = await objected(db);
    await answerObjection(office(db), objection, upheld);
    await expect(actByCode(ctxOf(db), code, 'appeal', { body: '赢了也想申诉一下行吗。' })).rejects.toThrow('appeal-not-now');
    await appealAsApplicant(applicant(db), one, objection, { body: '开放记录在附件里，请再看一次。' }, [{ name: '记录.pdf', content: aPdf() }]);
    const { appealId } = await getObjection(second(db), objection);
    expect(JSON.stringify(await trackObjection(ctxOf(db), code))).not.toContain('开放记录在附件里');
    await answerObjection(second(db), appealId!, { ...upheld, effect: 'entry-restored', answer: '开放记录完整，恢复列入名单。' });
    expect((await getNotice(ctxOf(db), id)).entries.find((entry) => entry.applicationId === one)).toMatchObject({ state: 'standing', correction: '开放记录完整，恢复列入名单。' });
  });

  test('comes too late when the list is final', async ({ db }) => {
    const { objection, id } = await objected(db);
    await answerObjection(office(db), objection, dismissed);
    await finaliseNotice(maker(db, at('2026-09-10')), id);
    await expect(takeUpObjection(office(db, at('2026-09-10')), objection)).rejects.toThrow('notice-final');
  });

  test('or an objection that is changed afterwards is found', async ({ db }) => {
    const { objection } = await objected(db);
    await answerObjection(office(db), objection, dismissed);
    expect((await verifyObjections(db)).faults).toEqual([]);
    await db.execute(sql`update objections set answer = answer || '？' where id = ${objection}`);
    await db.execute(sql`update objections set content = replace(content, '去年', '前年') where id = ${objection}`);
    expect((await verifyObjections(db)).faults).toEqual([{ what: 'objection-changed', where: objection }, { what: 'answer-changed', where: objection }]);
  });
});

describe('the figures and the messages', () => {
  test('tell how objections ended and how long it took, and hide small numbers of anonymous ones', async ({ db }) => {
    const { objection, id, callId } = await objected(db);
    const other = await receiveObjection(ctxOf(db), id, named);
    await actByCode(ctxOf(db), other, 'withdraw', { body: '已经和社区说清楚了。' });
    await answerObjection(office(db, at('2026-09-04')), objection, dismissed);
    expect(await objectionStatistics(ctxOf(db))).toMatchObject([{ id: callId, all: 2, open: 0, dismissed: 1, withdrawn: 1, days: 3, late: 0, manner: null }]);
  });

  test('reach those who may handle it and had no part in it, and nobody else', async ({ db }) => {
    const { objection, one } = await objected(db);
    await db.insert(users).values({ id: 'elsewhere', name: '外省办公室', email: 'elsewhere@tongyou.invalid' });
    await db.insert(roleGrants).values([['maker', '*'], ['clerk', '*'], ['elsewhere', '32']].map(([userId, regionCode]) => ({ userId: userId!, role: 'programme-officer' as const, regionCode: regionCode!, grantedBy: 'test', grantedAt: today })));
    expect(await tellObjection(ctxOf(db), objection, 'objection-received', 'record')).toBe('1');
    expect(await tellAsked(ctxOf(db), objection, { side: 'applicant', dueOn: '2026-09-08' }, 'record')).toBe('1');
    expect(await tellAsked(ctxOf(db), objection, { side: 'objector', dueOn: '2026-09-08' }, 'record')).toBe('');
    expect(await remindOfObjections(ctxOf(db, system, at('2026-09-13')))).toBe('');
    expect(await remindOfObjections(ctxOf(db, system, at('2026-09-14')))).toBe('1');
    await takeUpObjection(second(db), objection);
    expect(await remindOfObjections(ctxOf(db, system, at('2026-09-16')))).toBe('1');
    const told = await db.select({ userId: messages.userId, kind: messages.kind, link: messages.link }).from(messages);
    expect(told).toEqual(expect.arrayContaining([
      { userId: 'clerk', kind: 'objection-received', link: `/desk/objections/${objection}` }, { userId: 'applicant', kind: 'statement-asked', link: `/apply/${one}/objections` },
      { userId: 'clerk', kind: 'objection-due', link: `/desk/objections/${objection}` }, { userId: 'second', kind: 'objection-late', link: `/desk/objections/${objection}` },
    ]));
    expect(told).toHaveLength(4);
  });
});
