import { eq, sql } from 'drizzle-orm';
import { describe, expect } from 'vitest';
import { answerObjection } from './answer-objection.ts';
import { askSide } from './ask-side.ts';
import { actByCode } from './objector-acts.ts';
import { openBox } from './open-box.ts';
import { openIdentity, resealIdentities, sealPlainIdentities } from './open-identity.ts';
import { getObjection, listObjections } from './read.ts';
import { receiveObjection } from './receive-objection.ts';
import { objectionBox, objections } from './tables.server.ts';
import { takeUpObjection } from './take-up.ts';
import { trackObjection } from './track.ts';
import { verifyObjections } from './verify-objections.ts';
import { finaliseNotice } from '#app/domain/pilot/notices/finalise-notice.ts';
import { getNotice } from '#app/domain/pilot/notices/read.ts';
import { system } from '#app/platform/ctx.ts';
import { records } from '#app/platform/tables.server.ts';
import { aPdf } from '#tests/apply.ts';
import { anApplication, aUser } from '#tests/cycle.ts';
import { binhu, ctxOf, hefei, person, test } from '#tests/world.ts';
import { anonymous, at, dismissed, eventsOf, idOf, maker, named, objected, office, onNotice } from '#tests/objections.ts';

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
