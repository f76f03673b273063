import { eq, sql } from 'drizzle-orm';
import { describe, expect } from 'vitest';
import type { Db } from '#app/db/db.server.ts';
import { messages } from '#app/domain/base/inbox/tables.server.ts';
import { askAccess, decideAccess } from '#app/domain/children/identity/access-grants.ts';
import { issueCode } from '#app/domain/children/identity/issue-code.ts';
import { within } from '#app/domain/children/identity/inside-identity.ts';
import { openIdentity } from '#app/domain/children/identity/open-identity.ts';
import { registerByDuty } from '#app/domain/children/identity/register-by-duty.ts';
import { registerChild } from '#app/domain/children/identity/register-child.ts';
import { change } from '#app/platform/change.ts';
import { system } from '#app/platform/ctx.ts';
import { aUser } from '#tests/cycle.ts';
import { as, baohe, binhu, ctxOf, neighbour, person, test, today } from '#tests/world.ts';
import { closeIncident } from './close.ts';
import { noteAuthority, noteMeasure } from './contain.ts';
import { countIncidents } from './counts.ts';
import { forgetChild } from './forget-child.ts';
import { IncidentInput, MeasureInput, NoticeInput, ScopeInput } from './input.ts';
import { lateClocks, missingBeforeClosing } from './model.ts';
import { openLetters } from './open-letters.ts';
import { getIncident, listIncidents, noticeForGuardian, noticesForChild } from './read.ts';
import { reportIncident } from './report-incident.ts';
import { setHours } from './set-hours.ts';
import { incidentChildren } from './tables.server.ts';
import { noteLetters, tellFamilies, tellNobody } from './tell-families.ts';
import { tellLateIncidents } from './tell-handlers.ts';
import { workOut } from './work-out.ts';

const worker = (db: Db) => ctxOf(db, person('community-worker', binhu, 'worker'));
const officer = (db: Db, id = 'officer', region = baohe) => ctxOf(db, person('government-officer', region, id));
const guardian = (db: Db, id = 'mother') => ctxOf(db, person('guardian', binhu, id));
const says = { registrationGuardian: true, registrationChild: true, participationGuardian: true, participationChild: true };
const kid = (nickname: string) => ({ name: `李${nickname}`, nickname, birthday: '2017-03-01', relation: 'mother' as const, ...says });
const input = (given: Record<string, unknown> = {}) =>
  IncidentInput.parse({
    regionCode: binhu, kind: 'leak', isPossible: 'yes', what: '社区的工作电脑被盗，里面有一张登记表的照片', cause: '电脑没有锁屏', touched: '登记表一张，社区值班账号', dataKinds: ['name', 'guardian'],
    foundAt: '2026-09-01T09:00', foundByName: '王芳', ...given,
  });
const notice = NoticeInput.parse({
  kinds: '孩子的姓名和监护人联系方式', cause: '社区的工作电脑被盗', harm: '可能接到陌生电话', measures: '已停用账号并报警', advice: '不要相信自称社区的来电', contact: '滨湖社区 0551-00000000', child: '有人拿走了社区的电脑。\n里面有你的名字。\n陌生人找你，先告诉家长。',
});
const measure = { what: '停用值班账号，远程擦除电脑', takenAt: new Date('2026-09-01T01:30:00Z') };
const sent = (db: Db, userId: string) => db.select({ kind: messages.kind, link: messages.link }).from(messages).where(eq(messages.userId, userId));

test('a moment that no calendar has is asked for again', () => {
  for (const takenAt of ['2026-99-99T99:99', '0000-01-01T00:00', '9999-12-31T23:59']) expect(MeasureInput.safeParse({ what: '把电脑锁起来了', takenAt }).success).toBe(false);
  expect(MeasureInput.parse({ what: '把电脑锁起来了', takenAt: '2026-09-01T09:00' }).takenAt.toISOString()).toBe('2026-09-01T01:00:00.000Z');
});

describe('an incident with children’s data', () => {
  test('CN-16: the form yields the list of affected children, the notice text and a log of what was sent; a second person closes it', async ({ db }) => {
    for (const id of ['mother', 'father']) await aUser(db, id);
    const [first, second] = [await registerChild(guardian(db), kid('小雨')), await registerChild(guardian(db, 'father'), kid('小风'))];
    const onPaper = await registerByDuty(officer(db, 'duty', binhu), binhu, { name: '王某某', nickname: '乐乐', birthday: '2016-01-01', basis: 'statutory-duty', basisNote: '未成年人保护法第十一条，强制报告' });
    const { code, id: codeId } = await issueCode(worker(db), binhu, { layer: 'primary', label: '三年级二班', validFrom: '2026-09-01', validTo: '2026-09-30', mostUses: undefined });

    const id = await reportIncident(worker(db), input());
    await expect(tellFamilies(officer(db), id, notice)).rejects.toThrow('incident-not-contained');
    await noteMeasure(officer(db), id, measure);
    expect(await workOut(officer(db), id, ScopeInput.parse({ kind: 'region', regionCode: binhu, reason: '登记表是全社区的' }))).toEqual({ found: 3, nameless: 0 });
    expect(await workOut(officer(db), id, ScopeInput.parse({ kind: 'children', numbers: `${first.slice(-8).toUpperCase()}\n${second}`, reason: '照片里看得清的' })), 'nobody is on the list twice').toEqual({ found: 0, nameless: 0 });
    expect(await workOut(officer(db), id, ScopeInput.parse({ kind: 'class-code', code, reason: '班级码写在同一张纸上' }))).toEqual({ found: 0, nameless: 0 });

    expect(await tellFamilies(officer(db), id, notice)).toEqual({ told: 2, letters: 1 });
    expect(await sent(db, 'mother')).toEqual([{ kind: 'incident-told', link: `/family/incidents/${id}` }]);
    expect((await noticeForGuardian(guardian(db), id)).notice).toMatchObject({ harm: '可能接到陌生电话', advice: '不要相信自称社区的来电' });
    await expect(noticeForGuardian(guardian(db, 'stranger'), id)).rejects.toThrow('incident-not-found');
    const child = { regionCode: binhu, layer: 'primary' as const };
    expect(await noticesForChild({ ...ctxOf(db), child: { ...child, childId: first, codeId: null } })).toEqual([{ id, lines: notice.child }]);
    expect(await noticesForChild({ ...ctxOf(db), child: { ...child, childId: null, codeId } })).toHaveLength(1);
    expect(await noticesForChild({ ...ctxOf(db), child: { ...child, childId: null, codeId: onPaper } })).toEqual([]);

    const letters = await openLetters(officer(db), id, '送书面告知书，系统里没有监护人账号');
    expect(letters).toMatchObject([{ name: '王某某', childId: onPaper }]);
    const looks = await within(db, (inner) => inner.execute<{ child_id: string }>(sql`select child_id from identity.openings where opened_by = 'officer'`));
    expect(looks.rows, 'each look is written down').toEqual([{ child_id: onPaper }]);
    await noteAuthority(officer(db), id, { authority: '合肥市网信办', number: '2026-031', reportedAt: new Date('2026-09-01T01:50:00Z') });
    await expect(closeIncident(officer(db, 'other'), id, '电脑一律加密、锁屏，登记表不再拍照')).rejects.toThrow('incident-letters-left');
    const before = await getIncident(officer(db), id);
    await noteLetters(officer(db), id, before.lines.filter(({ toldAt }) => !toldAt).map((line) => line.id));
    const log = (await getIncident(officer(db), id)).lines.map(({ way, guardians, toldByName }) => [way, guardians, toldByName]);
    expect(log.toSorted()).toEqual([['in-app', 1, 'officer'], ['in-app', 1, 'officer'], ['paper', 0, 'officer']]);
    await closeIncident(officer(db, 'other'), id, '电脑一律加密、锁屏，登记表不再拍照');
    await expect(noteMeasure(officer(db), id, measure)).rejects.toThrow('incident-closed');
    expect((await countIncidents(officer(db), 2026))('34')).toEqual({ incidents: 1, children: 3, told: 1, closed: 1 });
    expect((await countIncidents(officer(db), 2026))('32').incidents).toBe(0);
  });

  test('who is found by the looks of a period, later too, is told at once; an erased child leaves a line without the child', async ({ db }) => {
    for (const id of ['mother', 'father']) await aUser(db, id);
    const [looked] = [await registerChild(guardian(db), kid('小雨')), await registerChild(guardian(db, 'father'), kid('小风'))];
    const grantId = await askAccess(worker(db), binhu, { childId: looked, reason: '联系监护人办理登记更正', hours: 2 });
    await decideAccess(officer(db), binhu, grantId, { isApproved: true, note: '同意' });
    await openIdentity(worker(db), binhu, looked);
    const id = await reportIncident(officer(db), input({ kind: 'misuse' }));
    await noteMeasure(officer(db), id, measure);
    await tellFamilies(officer(db), id, notice);
    expect(await sent(db, 'mother')).toEqual([]);
    const looks = { kind: 'looks', from: '2026-09-01T00:00', to: '2026-09-02T00:00', reason: '值班账号被别人用过' };
    expect(await workOut(officer(db), id, ScopeInput.parse({ ...looks, byName: '别人' }))).toEqual({ found: 0, nameless: 0 });
    expect(await workOut(officer(db), id, ScopeInput.parse(looks))).toEqual({ found: 1, nameless: 0 });
    expect([(await sent(db, 'mother')).length, (await sent(db, 'father')).length]).toEqual([1, 0]);
    await change(ctxOf(db, system), (tx) => forgetChild(tx, looked));
    expect(await db.select({ childId: incidentChildren.childId, way: incidentChildren.way }).from(incidentChildren)).toEqual([{ childId: null, way: 'in-app' }]);
    await noteAuthority(officer(db), id, { authority: '包河区网信办', number: '', reportedAt: today });
    await expect(closeIncident(officer(db), id, '查阅账号必须本人使用')).rejects.toThrow('incident-second-person');
  });

  test('the clocks are the region’s own; what is late is said once; whoever has no say there finds nothing', async ({ db }) => {
    await setHours(officer(db), { regionCode: baohe, authorityHours: 2, tellHours: 24 });
    const id = await reportIncident(worker(db), input());
    const found = await getIncident(officer(db), id);
    expect([found.authorityDueAt.toISOString(), found.tellDueAt.toISOString()]).toEqual(['2026-09-01T03:00:00.000Z', '2026-09-02T01:00:00.000Z']);
    const late = ctxOf(db, system, new Date('2026-09-01T03:00:00Z'));
    expect([await tellLateIncidents({ ...late, now: new Date('2026-09-01T02:59:00Z') }), await tellLateIncidents(late), await tellLateIncidents(late)]).toEqual(['', '1', '']);
    await expect(reportIncident(worker(db), input({ foundAt: '2026-09-01T20:00' }))).rejects.toThrow('incident-found-later');
    await expect(reportIncident(worker(db), input({ regionCode: neighbour }))).rejects.toThrow('not-allowed');
    await expect(getIncident(officer(db, 'elsewhere', neighbour), id)).rejects.toThrow('incident-not-found');
    await expect(noteMeasure(officer(db, 'elsewhere', neighbour), id, measure)).rejects.toThrow('not-allowed');
    await expect(noteMeasure(worker(db), id, measure)).rejects.toThrow('not-allowed');
    expect(await listIncidents(officer(db, 'elsewhere', neighbour))).toEqual([]);
    expect((await listIncidents(worker(db))).map((one) => one.id)).toEqual([id]);
    expect((await getIncident(worker(db), id)).lines).toEqual([]);
    await noteMeasure(officer(db), id, measure);
    await expect(workOut(officer(db), id, ScopeInput.parse({ kind: 'region', regionCode: neighbour, reason: '隔壁的孩子也算上' }))).rejects.toThrow('not-allowed');
    await expect(workOut(officer(db), id, ScopeInput.parse({ kind: 'class-code', code: '海豚-1234', reason: '班级码写在同一张纸上' }))).rejects.toThrow('incident-code-unknown');
    await tellNobody(officer(db), id, '电脑硬盘全盘加密，且已远程擦除，信息不可能被看到');
    await expect(closeIncident(officer(db), id, '继续坚持全盘加密')).rejects.toThrow('incident-not-reported');
    await noteAuthority(as(db, 'programme-officer', '*'), id, { authority: '合肥市网信办', number: '', reportedAt: today });
    await closeIncident(officer(db), id, '继续坚持全盘加密');
  });

  test('the law’s parts of a notice are each needed', () => {
    expect(NoticeInput.safeParse({ kinds: '姓名', cause: '', harm: '', measures: '', advice: '', contact: '', child: '' }).error?.issues.map(({ path }) => path[0])).toEqual(['kinds', 'cause', 'harm', 'measures', 'advice', 'contact', 'child']);
    const open = { state: 'reported' as const, authorityReportedAt: null, authorityDueAt: today, tellDueAt: new Date(today.getTime() + 1) };
    expect([lateClocks(open, today), lateClocks({ ...open, state: 'told' }, new Date(today.getTime() + 9))]).toEqual([['authority'], ['authority']]);
    expect(missingBeforeClosing(open)).toEqual(['incident-not-contained', 'incident-not-told', 'incident-not-reported']);
  });
});
