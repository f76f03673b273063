import { eq, sql } from 'drizzle-orm';
import { describe, expect } from 'vitest';
import { answerObjection } from './answer-objection.ts';
import { appealAsApplicant, giveStatement, objectionsToUs } from './applicant-acts.ts';
import { askSide } from './ask-side.ts';
import { extendAnswer } from './extend-answer.ts';
import { linkDuplicate } from './link-duplicate.ts';
import { actByCode } from './objector-acts.ts';
import { openBox } from './open-box.ts';
import { openIdentity, resealIdentities, sealPlainIdentities } from './open-identity.ts';
import { getObjection, listObjections } from './read.ts';
import { receiveObjection } from './receive-objection.ts';
import { recusedFrom } from './recusal.ts';
import { objectionStatistics } from './statistics.ts';
import { objectionBox, objections } from './tables.server.ts';
import { takeUpObjection } from './take-up.ts';
import { remindOfObjections, tellAsked, tellObjection } from './tell-objections.ts';
import { trackObjection } from './track.ts';
import { verifyObjections } from './verify-objections.ts';
import { roleGrants, users } from '#app/domain/base/accounts/tables.server.ts';
import { messages } from '#app/domain/base/inbox/tables.server.ts';
import { draftNotice } from '#app/domain/pilot/notices/draft-notice.ts';
import { finaliseNotice } from '#app/domain/pilot/notices/finalise-notice.ts';
import { publishNotice } from '#app/domain/pilot/notices/publish-notice.ts';
import { getNotice } from '#app/domain/pilot/notices/read.ts';
import type { Db } from '#app/db/db.server.ts';
import { system } from '#app/platform/ctx.ts';
import { records } from '#app/platform/tables.server.ts';
import { aPdf } from '#tests/apply.ts';
import { aCall, anApplication, aUser } from '#tests/cycle.ts';
import { as, binhu, ctxOf, hefei, person, test, today } from '#tests/world.ts';

const at = (day: string, time = '02:00:00Z') => new Date(`${day}T${time}`);
const maker = (db: Db, now = today) => ctxOf(db, person('programme-officer', '*', 'maker'), now);
const office = (db: Db, now = today) => ctxOf(db, person('programme-officer', '*', 'clerk'), now);
const second = (db: Db, now = today) => ctxOf(db, person('programme-officer', '*', 'second'), now);
const applicant = (db: Db, now = today) => ctxOf(db, person('government-officer', binhu, 'applicant'), now);
const content = '名单里的活动室去年没有开放过，附近的居民都知道，请核实。';
const named = { applicationId: '', manner: 'named' as const, name: '李四', contact: 'li@example.cn', content };
const anonymous = { ...named, manner: 'anonymous' as const, name: '', contact: '' };
const findings = '电话询问三位居民，并到现场查看开放记录。';
const verdict = { effect: 'none', findings, rule: '问答 8：公示期', answer: '核实后没有发现所说的情况。', correction: '', title: '', body: '' } as const;
const dismissed = { ...verdict, outcome: 'dismissed' } as const;
const upheld = { ...verdict, outcome: 'upheld', effect: 'entry-removed', answer: '经核实，活动室确实没有开放。' } as const;

async function onNotice(db: Db) {
  for (const id of ['maker', 'clerk', 'second', 'applicant']) await aUser(db, id);
  const callId = await aCall(db, { state: 'closed', questionSetId: 'pilot-1' });
  const one = await anApplication(db, { callId, status: 'accepted' });
  const two = await anApplication(db, { callId, status: 'accepted', regionCode: '340111001', startedBy: 'somebody' });
  const id = await draftNotice(maker(db), { callId, title: '关于第一批拟列入试点名单的公示', body: '' });
  await publishNotice(maker(db), id, { starts: 'today' });
  return { callId, one, two, id };
}

async function objected(db: Db, given: Partial<Parameters<typeof receiveObjection>[2]> = {}) {
  const made = await onNotice(db);
  const code = await receiveObjection(ctxOf(db), made.id, { ...named, applicationId: made.one, ...given });
  return { ...made, code, objection: await idOf(db, code) };
}

const idOf = async (db: Db, code: string) => (await db.select({ id: objections.id }).from(objections).where(eq(objections.code, code)))[0]?.id ?? '';
const eventsOf = async (db: Db, id: string) => (await db.select().from(records).where(eq(records.subjectId, id))).map((row) => row.event);

describe('an objection with a name', () => {
  test('is received with a code that shows what becomes of it, and leaves a record that names nobody', async ({ db }) => {
    const { code, objection } = await objected(db);
    expect(await trackObjection(ctxOf(db), code.toLowerCase().replaceAll('-', ' '))).toMatchObject({ code, state: 'received', kind: 'entry', answerDueOn: '2026-09-15' });
    expect(await db.select().from(records).where(eq(records.subjectId, objection))).toMatchObject([{ event: 'objection.received', actorId: '', actorName: '', requestId: '' }]);
    await expect(trackObjection(ctxOf(db), '0000-0000-0000')).rejects.toThrow('objection-not-found');
  });

  test('keeps the name sealed, and opens it only with a reason that stays', async ({ db }) => {
    const { objection } = await objected(db);
    const [row] = await db.select().from(objections).where(eq(objections.id, objection));
    expect(JSON.stringify(row)).not.toContain('李四');
    expect(JSON.stringify(await getObjection(office(db), objection))).not.toContain('li@example.cn');
    expect(await openIdentity(office(db), objection, { reason: '需要电话核实开放时间。' })).toEqual({ name: '李四', contact: 'li@example.cn' });
    expect(await eventsOf(db, objection)).toContain('objection.identity-opened');
    expect(await resealIdentities(ctxOf(db, system))).toBe(1);
    expect(await openIdentity(office(db), objection, { reason: '换钥之后再看一次。' })).toMatchObject({ name: '李四' });
  });

  test('that lay open from earlier days is sealed by the daily tidying', async ({ db }) => {
    const { objection } = await objected(db);
    await db.update(objections).set({ identity: '', plainName: '王五', plainContact: '13800000000' }).where(eq(objections.id, objection));
    expect(await sealPlainIdentities(ctxOf(db, system))).toBe(1);
    expect(await sealPlainIdentities(ctxOf(db, system))).toBe(0);
    expect(await openIdentity(office(db), objection, { reason: '需要电话核实开放时间。' })).toEqual({ name: '王五', contact: '13800000000' });
  });

  test('by somebody signed in bars them from judging the community', async ({ db }) => {
    const { id, one } = await onNotice(db);
    await aUser(db, 'neighbour');
    const code = await receiveObjection(ctxOf(db, person('programme-officer', '*', 'neighbour')), id, { ...named, applicationId: one });
    const { rows } = await db.execute(sql`select expert_id, kind from conflicts where community_code = ${binhu}`);
    expect(rows).toEqual([{ expert_id: 'neighbour', kind: 'earlier-objection' }]);
    await expect(takeUpObjection(ctxOf(db, person('programme-officer', '*', 'neighbour')), await idOf(db, code))).rejects.toThrow('recused');
  });

  test('is welcome until the last day ends in Beijing, about an entry of this notice, and not in a flood', async ({ db }) => {
    const { id } = await onNotice(db);
    await receiveObjection(ctxOf(db, undefined, at('2026-09-09', '15:59:59Z')), id, named);
    for (const input of [named, anonymous]) {
      await expect(receiveObjection(ctxOf(db, undefined, at('2026-09-09', '16:00:00Z')), id, input)).rejects.toThrow('notice-not-open');
      const elsewhere = await anApplication(db, { status: 'accepted', regionCode: `34011100${input === named ? 3 : 4}` });
      await expect(receiveObjection(ctxOf(db), id, { ...input, applicationId: elsewhere })).rejects.toThrow('entry-not-found');
    }
    for (let n = 0; n < 10; n += 1) await receiveObjection({ ...ctxOf(db), address: '2001:db8::1' }, id, named);
    await expect(receiveObjection({ ...ctxOf(db), address: '2001:db8::2' }, id, named)).rejects.toThrow('too-many-tries');
    const { rows } = await db.execute<{ key: string }>(sql`select key from attempts where key like 'objection:%'`);
    expect(rows.some(({ key }) => key.includes('2001'))).toBe(false);
  });

  test('carries evidence, no more than five files, read by the office and by whoever holds the code', async ({ db }) => {
    const { id, one } = await onNotice(db);
    const file = { name: '照片说明.pdf', content: aPdf() };
    await expect(receiveObjection(ctxOf(db), id, named, Array.from({ length: 6 }, () => file))).rejects.toThrow('evidence-too-many');
    await expect(receiveObjection(ctxOf(db), id, named, [{ name: 'x.pdf', content: Buffer.from('no pdf') }])).rejects.toThrow('file-kind');
    const code = await receiveObjection(ctxOf(db), id, { ...named, applicationId: one }, [file]);
    const { files } = await getObjection(office(db), await idOf(db, code));
    expect(files).toMatchObject([{ name: '照片说明.pdf', side: 'objector', scan: 'waiting' }]);
    expect((await trackObjection(ctxOf(db), code)).files).toHaveLength(1);
    expect(await verifyObjections(db)).toEqual({ checked: 1, faults: [] });
  });
});

describe('an anonymous objection', () => {
  test('lies in the box without time, account or address, and is an objection from the next opening on', async ({ db }) => {
    const { id, one } = await onNotice(db);
    const before = await db.select({ id: records.id }).from(records);
    const code = await receiveObjection({ ...ctxOf(db, person('government-officer', hefei)), address: '203.0.113.9' }, id, { ...anonymous, applicationId: one, name: '张三', contact: '13800000000' }, [{ name: '张三拍的.pdf', content: aPdf() }]);
    const box = await db.select().from(objectionBox);
    expect(JSON.stringify(box)).not.toMatch(/张三|13800000000|government-officer|203\.0\.113|\d\d:\d\d/);
    expect(box[0]!.id[14]).toBe('4'); // a random id: it holds no moment
    expect(await db.select({ id: records.id }).from(records)).toHaveLength(before.length);
    expect((await listObjections(office(db))).rows).toEqual([]);
    expect(await getNotice(ctxOf(db), id)).toMatchObject({ objections: { all: 0 } });
    const waiting = await trackObjection(ctxOf(db), code);
    expect(waiting).toMatchObject({ isBoxed: true, state: 'received', answerDueOn: '2026-09-15', about: '滨湖世纪社区' });

    expect(await openBox(ctxOf(db, system, at('2026-09-01', '23:30:00Z')))).toBe('1');
    const tracked = await trackObjection(ctxOf(db), code);
    expect(tracked).toMatchObject({ isBoxed: false, hash: waiting.hash, answerDueOn: '2026-09-15', receivedAt: new Date('2026-08-31T16:00:00Z') });
    expect(await db.select().from(records).where(eq(records.subjectId, tracked.id))).toMatchObject([{ actorId: 'system', at: at('2026-09-01', '23:30:00Z') }]);
    expect(await getObjection(office(db), tracked.id)).toMatchObject({ hasIdentity: false, files: [{ name: 'evidence-1.pdf' }] });
    await expect(openIdentity(office(db), tracked.id, { reason: '想知道是谁提出来的。' })).rejects.toThrow('objection-anonymous');
    expect(await verifyObjections(db)).toEqual({ checked: 1, faults: [] });
  });

  test('holds the list from the first moment, known or not', async ({ db }) => {
    const { id } = await onNotice(db);
    await receiveObjection(ctxOf(db, undefined, at('2026-09-09', '15:59:00Z')), id, anonymous);
    await expect(finaliseNotice(maker(db, at('2026-09-10')), id)).rejects.toThrow('objections-open');
  });

  test('taken back out of the box was never there', async ({ db }) => {
    const { id } = await onNotice(db);
    const code = await receiveObjection(ctxOf(db), id, anonymous);
    await actByCode(ctxOf(db), code, 'withdraw', { body: '想清楚了，不提了。' });
    await expect(trackObjection(ctxOf(db), code)).rejects.toThrow('objection-not-found');
    expect(await finaliseNotice(maker(db, at('2026-09-10')), id)).toBe(2);
  });

  test('answers and withdraws through the box too', async ({ db }) => {
    const { id, one } = await onNotice(db);
    const code = await receiveObjection(ctxOf(db), id, { ...anonymous, applicationId: one });
    await openBox(ctxOf(db, system));
    const objection = await idOf(db, code);
    await expect(actByCode(ctxOf(db), code, 'reply', { body: '没有人问我什么。' })).rejects.toThrow('nothing-asked');
    await askSide(office(db), objection, { side: 'objector', body: '请说明是哪几个周末没有开放。' });
    await actByCode(ctxOf(db), code, 'reply', { body: '八月的第一、第三个周末。' });
    await expect(actByCode(ctxOf(db), code, 'reply', { body: '再补充一句话行不行。' })).rejects.toThrow('box-waits');
    expect((await getObjection(office(db), objection)).messages).toHaveLength(1);
    await openBox(ctxOf(db, system));
    expect((await getObjection(office(db), objection)).messages.at(-1)).toMatchObject({ body: '八月的第一、第三个周末。', at: new Date('2026-08-31T16:00:00Z'), byName: '' });
    await actByCode(ctxOf(db), code, 'withdraw', { body: '已经和社区说清楚了。' });
    await answerObjection(office(db), objection, dismissed);
    expect(await openBox(ctxOf(db, system))).toBe('0');
    expect(await trackObjection(ctxOf(db), code)).toMatchObject({ state: 'answered', waiting: [] });
  });
});

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
