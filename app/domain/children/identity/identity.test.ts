import { sql } from 'drizzle-orm';
import { describe, expect } from 'vitest';
import type { Db } from '#app/db/db.server.ts';
import { eraseChild } from './erase-child.ts';
import { answerConsent, withdrawAsChild, withdrawConsent } from './answer-consent.ts';
import { askAccess, decideAccess } from './access-grants.ts';
import { mayProcess } from './consents.ts';
import { correctChild } from './correct-child.ts';
import { enter } from './enter.ts';
import { getHeld, listFamily } from './family.ts';
import { familiesAtWork } from './families-at-work.ts';
import { issueSlip, revokeSlip } from './issue-slip.ts';
import { acceptSlip } from './accept-slip.ts';
import { makeCard } from './make-card.ts';
import { currentNotice } from './notice.ts';
import { openIdentity } from './open-identity.ts';
import { publishChildNotice } from './publish-notice.ts';
import { registerByDuty } from './register-by-duty.ts';
import { registerChild } from './register-child.ts';
import { registerOnPaper } from './register-on-paper.ts';
import { answerRight, askRight } from './rights.ts';
import { needChild } from './here.ts';
import { tellRenewal } from './tell-guardians.ts';
import { within } from './inside-identity.ts';
import { aPdf } from '#tests/apply.ts';
import { aUser } from '#tests/cycle.ts';
import { childrenIn } from '#tests/privacy.ts';
import { as, binhu, ctxOf, neighbour, person, test, today } from '#tests/world.ts';

const guardian = (db: Db, id = 'mother') => ctxOf(db, person('guardian', binhu, id));
const yes = { registrationGuardian: true, registrationChild: null, participationGuardian: true, participationChild: null };
const both = { ...yes, registrationChild: true, participationChild: true };
const kid = (birthday: string, answers: typeof yes | typeof both = both) => ({ name: '李小雨', nickname: '小雨点', birthday, relation: 'mother' as const, ...answers });
const aged = { five: '2021-03-01', nine: '2017-03-01', almost14: '2012-09-02', fifteen: '2011-01-05' };
const events = async (db: Db, like: string) =>
  (await db.execute<{ event: string; facts: Record<string, unknown> }>(sql`select event, facts from records where event like ${like} order by id`)).rows;
const rowsOf = (db: Db, table: string) => within(db, async (inner) => (await inner.execute<Record<string, unknown>>(sql.raw(`select * from identity.${table}`))).rows);

describe('the sealed room', () => {
  test('is closed to the ordinary statements of the app, and shows cipher to whoever dumps it', async ({ db }) => {
    await registerChild(guardian(db), kid(aged.nine));
    await expect(db.transaction((tx) => tx.execute(sql`select * from identity.children`))).rejects.toMatchObject({ cause: { code: '42501' } });
    await expect(db.transaction((tx) => tx.execute(sql`delete from identity.consents`))).rejects.toMatchObject({ cause: { code: '42501' } });
    const [row] = await rowsOf(db, 'children');
    expect(JSON.stringify(row)).not.toMatch(/李小雨|小雨点|2017-03-01/);
    const { rows } = await db.execute(sql`select current_user as who`);
    expect(rows, 'the role is laid down again').toEqual([{ who: 'tongyou_app' }]);
  });
});

describe('registering a child', () => {
  test('CN-01: without a consent nobody under fourteen is stored; by statutory duty an officer stores them with the basis; turning fourteen deletes nothing', async ({ db }) => {
    await expect(registerChild(guardian(db), kid(aged.almost14, { ...both, registrationGuardian: false } as never))).rejects.toThrow('consent-needed');
    await expect(registerChild(guardian(db), kid(aged.almost14, { ...both, registrationGuardian: null } as never))).rejects.toThrow('consent-needed');
    expect(await rowsOf(db, 'children')).toEqual([]);

    const duty = { name: '王某', nickname: '乐乐', birthday: aged.almost14, basis: 'statutory-duty' as const, basisNote: '未成年人保护法第十一条，强制报告' };
    await expect(registerByDuty(as(db, 'community-worker', binhu), binhu, duty)).rejects.toThrow('not-allowed');
    const id = await registerByDuty(as(db, 'government-officer', binhu), binhu, duty);
    expect(await rowsOf(db, 'children')).toMatchObject([{ id, basis: 'statutory-duty' }]);
    expect([await mayProcess(ctxOf(db), id, 'registration'), await mayProcess(ctxOf(db), id, 'participation')]).toEqual([true, false]);

    const child = await registerChild(guardian(db), kid(aged.almost14));
    const later = ctxOf(db, person('guardian', binhu, 'mother'), new Date('2026-09-03T02:00:00Z'));
    expect((await getHeld(later, child)).band).toBe('own');
    expect((await getHeld(later, child)).history).toHaveLength(2);
    expect(await mayProcess(later, child, 'registration')).toBe(true);
  });

  test('CN-19: up to seven the guardian acts, from eight the child is asked beside, from fourteen the child decides; a no of the child counts', async ({ db }) => {
    expect(await registerChild(guardian(db), kid(aged.five, yes))).toBeTruthy();
    await expect(registerChild(guardian(db), kid(aged.nine, yes))).rejects.toThrow('consent-needed');
    await expect(registerChild(guardian(db), kid(aged.nine, { ...both, registrationChild: false } as never))).rejects.toThrow('child-said-no');
    await expect(registerChild(guardian(db), kid(aged.fifteen, yes))).rejects.toThrow('consent-needed');
    const teen = await registerChild(guardian(db), kid(aged.fifteen));
    const nine = await registerChild(guardian(db), kid(aged.nine));
    expect((await rowsOf(db, 'consents')).filter((row) => row.purpose === 'registration').map(({ band, guardian_says, child_says }) => [band, guardian_says, child_says])).toEqual([
      ['guardian', true, null], ['own', true, true], ['view', true, true],
    ]);
    await expect(answerConsent(guardian(db), nine, { purpose: 'portrait', guardian: true, child: null })).rejects.toThrow('child-not-asked');
    expect(await answerConsent(guardian(db), nine, { purpose: 'portrait', guardian: true, child: false })).toBe('refused');
    expect(await answerConsent(guardian(db), teen, { purpose: 'portrait', guardian: null, child: true })).toBe('given');
    await expect(registerChild(guardian(db), kid('2008-08-31'))).rejects.toThrow('not-a-child');
  });

  test('on paper keeps the scan and the same answers; without a scan nothing is kept', async ({ db }) => {
    await aUser(db, 'worker');
    const worker = ctxOf(db, person('community-worker', binhu, 'worker'));
    const { relation: _, ...paper } = kid(aged.nine);
    await expect(registerOnPaper(worker, binhu, paper, undefined)).rejects.toThrow('paper-needed');
    await expect(registerOnPaper(as(db, 'community-worker', neighbour), binhu, paper, { name: '同意书.pdf', content: aPdf() })).rejects.toThrow('not-allowed');
    const id = await registerOnPaper(worker, binhu, paper, { name: '李小雨的同意书.pdf', content: aPdf() });
    expect(await mayProcess(worker, id, 'participation')).toBe(true);
    const { rows } = await db.execute<{ name: string }>(sql`select name from files`);
    expect(rows[0]!.name).not.toContain('李小雨');
    expect(await childrenIn(worker, binhu)).toBe(1);
  });
});

describe('consent', () => {
  test('CN-02: each purpose is asked and written down on its own; one answer grants one purpose', async ({ db }) => {
    const id = await registerChild(guardian(db), kid(aged.five, yes));
    await answerConsent(guardian(db), id, { purpose: 'portrait', guardian: true, child: null });
    expect([await mayProcess(ctxOf(db), id, 'portrait'), await mayProcess(ctxOf(db), id, 'exhibition'), await mayProcess(ctxOf(db), id, 'sharing')]).toEqual([true, false, false]);
    expect((await events(db, 'consent.%')).map(({ facts }) => facts.purpose)).toEqual(['registration', 'participation', 'portrait']);
    await expect(answerConsent(guardian(db), id, { purpose: 'sharing', guardian: null, child: null })).rejects.toThrow('answer-needed');
  });

  test('CN-03: is bound to the version and the hash of the rules, which have an adult and a child text in both languages and a contact', async ({ db }) => {
    const notice = await currentNotice(ctxOf(db));
    await registerChild(guardian(db), kid(aged.nine));
    expect((await rowsOf(db, 'consents')).map((row) => [row.notice_version, row.notice_hash])).toEqual([[notice.version, notice.hash], [notice.version, notice.hash]]);
    for (const locale of ['zh-CN', 'en'] as const) {
      expect(notice.content[locale].adult.length).toBeGreaterThanOrEqual(8);
      expect(notice.content[locale].child.length).toBeGreaterThanOrEqual(4);
      expect(notice.content[locale].contact).toBeTruthy();
    }
  });

  test('CN-04: a new version stops processing until it is renewed and tells the guardian; withdrawing takes effect at once', async ({ db }) => {
    await aUser(db, 'mother');
    await db.execute(sql`insert into role_grants (user_id, role, region_code, granted_by, granted_at) values ('mother', 'guardian', ${binhu}, 'test', ${today})`);
    const id = await registerChild(guardian(db), kid(aged.five, yes));
    const { content } = await currentNotice(ctxOf(db));
    await expect(publishChildNotice(as(db, 'government-officer', binhu), content)).rejects.toThrow('not-allowed');
    const version = await publishChildNotice(as(db, 'programme-officer', '*'), { ...content, en: { ...content.en, contact: 'somebody else' } });
    expect(await mayProcess(ctxOf(db), id, 'participation')).toBe(false);
    expect(await listFamily(guardian(db))).toMatchObject([{ id, isRenewalDue: true }]);
    expect(await tellRenewal(ctxOf(db), version, 'cause')).toBe('1');
    for (const purpose of ['registration', 'participation'] as const) await answerConsent(guardian(db), id, { purpose, guardian: true, child: null });
    expect(await mayProcess(ctxOf(db), id, 'participation')).toBe(true);
    expect(await listFamily(guardian(db))).toMatchObject([{ id, isRenewalDue: false }]);
    await withdrawConsent(guardian(db), id, 'participation');
    expect(await mayProcess(ctxOf(db), id, 'participation')).toBe(false);
    expect((await events(db, 'consent.withdrawn'))).toHaveLength(1);
  });

  test('CN-06: refusing what is not needed leaves the account working and is remembered for this version', async ({ db }) => {
    const id = await registerChild(guardian(db), { ...kid(aged.five, yes), participationGuardian: false });
    expect((await getHeld(guardian(db), id)).states.map(({ purpose, decision }) => [purpose, decision])).toEqual([
      ['registration', 'given'], ['participation', 'refused'], ['portrait', null], ['sharing', null], ['survey-identity', null], ['exhibition', null],
    ]);
    const code = await makeCard(guardian(db), id, ['kite', 'cat', 'moon', 'fish']);
    expect(await enter(ctxOf(db), code, ['kite', 'cat', 'moon', 'fish'])).toMatchObject({ childId: id, layer: 'with-grown-up' });
  });

  test('CN-12: a portrait or an exhibition of a child needs a consent of its own, and the child’s no or withdrawal takes it back', async ({ db }) => {
    const id = await registerChild(guardian(db), kid(aged.nine));
    expect(await mayProcess(ctxOf(db), id, 'portrait')).toBe(false);
    await answerConsent(guardian(db), id, { purpose: 'portrait', guardian: true, child: true });
    expect(await mayProcess(ctxOf(db), id, 'portrait')).toBe(true);
    await withdrawAsChild({ ...ctxOf(db), child: { childId: id, codeId: null, regionCode: binhu, layer: 'primary' } }, 'portrait');
    expect(await mayProcess(ctxOf(db), id, 'portrait')).toBe(false);
    await expect(withdrawAsChild(ctxOf(db), 'portrait')).rejects.toThrow('child-code-needed');
  });
});

describe('a guardian', () => {
  test('comes by a slip, once, and rules over no region', async ({ db }) => {
    await aUser(db, 'worker');
    const worker = ctxOf(db, person('community-worker', binhu, 'worker'));
    await expect(issueSlip(as(db, 'community-worker', neighbour), binhu, '李华')).rejects.toThrow('not-allowed');
    const slip = await issueSlip(worker, binhu, '李华');
    const input = { username: 'lihua', password: 'kite-and-dolphin', again: 'kite-and-dolphin' };
    await expect(acceptSlip(ctxOf(db), 'AAAA-BBBB-CCCC', input)).rejects.toThrow('slip-unknown');
    const userId = await acceptSlip(ctxOf(db), slip.code.toLowerCase(), input);
    await expect(acceptSlip(ctxOf(db), slip.code, { ...input, username: 'other' })).rejects.toThrow('slip-over');
    const { rows } = await db.execute(sql`select role from role_grants where user_id = ${userId}`);
    expect(rows).toEqual([{ role: 'guardian' }]);
    await expect(familiesAtWork(ctxOf(db, person('guardian', binhu, userId)), binhu)).rejects.toThrow('not-allowed');
    const second = await issueSlip(worker, binhu, '王芳');
    await revokeSlip(worker, binhu, second.id);
    await expect(acceptSlip(ctxOf(db), second.code, { ...input, username: 'other' })).rejects.toThrow('slip-over');
  });

  test('CN-05, CN-08: sees what is held, corrects it, asks in writing and is answered with a reason by a day; another guardian sees nothing', async ({ db }) => {
    const id = await registerChild(guardian(db), kid(aged.nine));
    await expect(getHeld(guardian(db, 'stranger'), id)).rejects.toThrow('not-found');
    await correctChild(guardian(db), id, { name: '李雨', nickname: '雨点', birthday: aged.nine });
    const asked = await askRight(guardian(db), id, { kind: 'explain', words: '为什么要存出生日期？' });
    expect((await getHeld(guardian(db), id))).toMatchObject({ name: '李雨', requests: [{ kind: 'explain', dueOn: '2026-09-21', answer: null }] });
    await expect(answerRight(as(db, 'community-worker', neighbour), binhu, asked, { isGranted: false, answer: '因为要知道年龄段，依法不能不存。' })).rejects.toThrow('not-allowed');
    await answerRight(as(db, 'community-worker', binhu), binhu, asked, { isGranted: false, answer: '因为要知道年龄段，依法不能不存。' });
    await expect(answerRight(as(db, 'community-worker', binhu), binhu, asked, { isGranted: true, answer: '已经办好了，请查看。' })).rejects.toThrow('right-answered');
    expect((await getHeld(guardian(db), id)).requests).toMatchObject([{ isGranted: false, answer: '因为要知道年龄段，依法不能不存。' }]);
  });
});

describe('coming in', () => {
  test('CN-07: nobody but a verified child is a child to the program, and a child has no right of an account', async ({ db }) => {
    expect(() => needChild(ctxOf(db))).toThrow('child-code-needed');
    expect(() => needChild(guardian(db))).toThrow('child-code-needed');
    await expect(enter(ctxOf(db), '小鹿 气球 0000', [])).rejects.toThrow('child-code-unknown');
  });
});

describe('opening an identity', () => {
  test('CN-09: without a grant of another person it is refused; with one the look is written first; the grant ends', async ({ db }) => {
    const id = await registerChild(guardian(db), kid(aged.nine));
    const worker = as(db, 'community-worker', binhu);
    const officer = as(db, 'government-officer', binhu);
    await expect(openIdentity(worker, binhu, id)).rejects.toMatchObject({ code: 'access-needed', status: 403 });
    const asked = await askAccess(worker, binhu, { childId: id, reason: '为孩子办理入学证明，需要核对姓名', hours: 2 });
    await expect(openIdentity(worker, binhu, id)).rejects.toThrow('access-needed');
    await expect(decideAccess(worker, binhu, asked, { isApproved: true, note: '同意' })).rejects.toThrow('not-allowed');
    await decideAccess(officer, binhu, asked, { isApproved: true, note: '情况属实' });
    await expect(decideAccess(officer, binhu, asked, { isApproved: false, note: '情况属实' })).rejects.toThrow('access-decided');
    expect(await openIdentity(worker, binhu, id)).toMatchObject({ name: '李小雨', birthday: aged.nine });
    expect(await rowsOf(db, 'openings')).toMatchObject([{ child_id: id, opened_by: worker.actor.id }]);
    expect(await events(db, 'identity.opened')).toHaveLength(1);
    await expect(openIdentity(officer, binhu, id), 'a grant is one person’s').rejects.toThrow('access-needed');
    await expect(openIdentity(as(db, 'community-worker', binhu, new Date(today.getTime() + 2 * 3_600_000)), binhu, id)).rejects.toThrow('access-needed');
    expect((await getHeld(guardian(db), id)).openings).toMatchObject([{ by: worker.actor.name }]);
    expect(JSON.stringify(await familiesAtWork(worker, binhu))).not.toMatch(/李小雨|小雨点/);

    const own = await askAccess(officer, binhu, { childId: id, reason: '核对名单，需要看姓名和生日', hours: 2 });
    await expect(decideAccess(officer, binhu, own, { isApproved: true, note: '同意' })).rejects.toThrow('access-own');
  });
});

describe('erasing', () => {
  test('leaves nothing but an opaque id on the list of erasures', async ({ db }) => {
    const id = await registerChild(guardian(db), kid(aged.nine));
    await makeCard(guardian(db), id, ['kite', 'cat', 'moon', 'fish']);
    await askRight(guardian(db), id, { kind: 'other', words: '请告诉我谁看过' });
    await expect(eraseChild(guardian(db, 'stranger'), id)).rejects.toThrow('not-found');
    await eraseChild(guardian(db), id);
    for (const table of ['children', 'guardianships', 'consents', 'cards', 'rights_requests', 'access_grants']) expect([table, await rowsOf(db, table)]).toEqual([table, []]);
    expect(await mayProcess(ctxOf(db), id, 'registration')).toBe(false);
    expect((await db.execute(sql`select child_id from erasures`)).rows).toEqual([{ child_id: id }]);
    expect(await events(db, 'child.erased')).toHaveLength(1);
  });
});
