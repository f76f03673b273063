import { eq } from 'drizzle-orm';
import { describe, expect } from 'vitest';
import type { Db } from '#app/db/db.server.ts';
import { messages } from '#app/domain/base/inbox/tables.server.ts';
import { roleGrants, users } from '#app/domain/base/accounts/tables.server.ts';
import { change } from '#app/platform/change.ts';
import { records } from '#app/platform/tables.server.ts';
import { aPerson, aPlan, city, held, later, night, quarter, second, switchAllOn, third } from '#tests/warned-city.ts';
import { as, baohe, ctxOf, hefei, person, test } from '#tests/world.ts';
import { answerAlert } from './answer-alert.ts';
import { assignOwner } from './assign-owner.ts';
import { alertAtDesk } from './at-desk.ts';
import { closeAlert, sendBack } from './close-alert.ts';
import { confirmMeasure } from './confirm-measure.ts';
import { AnswerInput, JudgeInput } from './input.ts';
import { keepGrounds } from './keep-grounds.ts';
import { listAlerts } from './list-alerts.ts';
import type { RuleCode } from './model.ts';
import { rulesAtDesk } from './rules-at-desk.ts';
import { alerts } from './tables.server.ts';
import { watchAll } from './watch.ts';
import { noGround } from './weigh.ts';

describe('an alert', () => {
  async function anAlert(db: Db): Promise<string> {
    await aPlan(db);
    await switchAllOn(db);
    await aPerson(db, 'government-officer-3401');
    await quarter(db, 5, '17');
    await watchAll(ctxOf(db, undefined, night));
    return (await held(db))[0]!.id;
  }
  const answer = AnswerInput.parse({ reason: '两个托育项目推迟开园', measure: '九月底前开园，增加 300 个托位', measureBy: '2025-09-30' });
  const real = JudgeInput.parse({ verdict: 'real', words: '' });

  test('is answered by one person and closed by another, judged real or not, and leaves its steps', async ({ db }) => {
    const id = await anAlert(db);
    await expect(closeAlert(second(db), id, real)).rejects.toThrow('alert-not-answered');
    await expect(answerAlert(as(db, 'government-officer', '3301', night), id, answer)).rejects.toThrow('not-allowed');
    await expect(answerAlert(as(db, 'community-worker', hefei, night), id, answer)).rejects.toThrow('not-allowed');
    await expect(answerAlert(as(db, 'government-officer', baohe, night), id, answer)).rejects.toThrow('not-allowed');
    await expect(answerAlert(city(db), id, { ...answer, measureBy: '2025-06-01' })).rejects.toThrow('measure-in-the-past');
    await answerAlert(city(db), id, answer);
    await expect(answerAlert(city(db), id, answer)).rejects.toThrow('alert-not-open');
    await expect(closeAlert(city(db), id, real)).rejects.toThrow('alert-own-answer');
    await expect(sendBack(city(db), id, { words: '再补充一下' })).rejects.toThrow('alert-own-answer');
    await expect(closeAlert(as(db, 'expert', '*', night), id, real)).rejects.toThrow('not-allowed');
    await sendBack(second(db), id, { words: '没有写清楚谁来办' });
    await answerAlert(third(db), id, answer);
    await expect(closeAlert(city(db), id, real)).rejects.toThrow('alert-handled');
    await closeAlert(second(db), id, real);
    await expect(closeAlert(second(db), id, real)).rejects.toThrow('alert-not-answered');
    const { alert, steps } = await alertAtDesk(city(db), id);
    expect(alert).toMatchObject({ state: 'closed', verdict: 'real' });
    expect(steps.map(({ kind }) => kind)).toEqual(['raised', 'answered', 'sent-back', 'answered', 'closed']);
    expect((await db.select({ event: records.event }).from(records).where(eq(records.subjectId, id))).map(({ event }) => event)).toEqual(['alert.answered', 'alert.sent-back', 'alert.answered', 'alert.closed']);
    expect((await rulesAtDesk(city(db), hefei)).rules.find(({ rule }) => rule === 'W2')!.precision).toEqual({ judged: 1, real: 1 });
  });

  test('that was real is followed up on the day its measure was promised for, until another person confirms it', async ({ db }) => {
    const id = await anAlert(db);
    const seen = { words: '现场看过，300 个托位已经开放' };
    await answerAlert(city(db), id, answer);
    await expect(confirmMeasure(second(db), id, seen)).rejects.toThrow('measure-not-awaited');
    await closeAlert(second(db), id, real);
    const on = (day: string) => as(db, 'government-officer', hefei, new Date(`${day}T04:00:00Z`));
    const due = async (day: string) => {
      const { page, measuresDue } = await listAlerts(on(day), { state: 'closed', measure: 'due' });
      return [page.rows.map((row) => row.id), measuresDue];
    };
    expect([await due('2025-09-29'), await due('2025-09-30')]).toEqual([[[], 0], [[id], 1]]);
    await expect(confirmMeasure(city(db), id, seen)).rejects.toThrow('alert-handled');
    await expect(confirmMeasure(as(db, 'government-officer', baohe, night), id, seen)).rejects.toThrow('not-allowed');
    expect((await alertAtDesk(second(db), id)).isMeasureAwaited).toBe(true);
    await confirmMeasure(second(db), id, seen);
    await expect(confirmMeasure(second(db), id, seen)).rejects.toThrow('measure-not-awaited');
    expect(await due('2025-10-08')).toEqual([[], 0]);
    const { steps, isMeasureAwaited } = await alertAtDesk(city(db), id);
    expect([steps.at(-1)!.kind, steps.at(-1)!.words, isMeasureAwaited]).toEqual(['measure-done', seen.words, false]);
    expect((await db.select({ event: records.event }).from(records).where(eq(records.subjectId, id))).map(({ event }) => event)).toContain('alert.measure-done');
  });

  test('stays closed while its ground is no worse, opens again when it is, and can be judged after it ended by itself', async ({ db }) => {
    const id = await anAlert(db);
    await answerAlert(city(db), id, answer);
    await closeAlert(second(db), id, JudgeInput.parse({ verdict: 'false', words: '口径没有换算' }));
    await watchAll(ctxOf(db, undefined, later(1)));
    expect(await held(db)).toMatchObject([{ state: 'closed' }]);
    await quarter(db, 5, '9');
    await watchAll(ctxOf(db, undefined, later(2)));
    expect(await held(db)).toMatchObject([{ state: 'open', level: 'red', verdict: null }]);
    await quarter(db, 5, '22');
    await watchAll(ctxOf(db, undefined, later(3)));
    await closeAlert(second(db), id, real);
    expect(await held(db)).toMatchObject([{ state: 'ended', verdict: 'real' }]);
    await expect(closeAlert(second(db), id, real)).rejects.toThrow('alert-not-answered');
  });

  test('that ended by itself is judged by nobody who ever owned it, also after somebody else took it over', async ({ db }) => {
    const id = await anAlert(db);
    await db.insert(roleGrants).values({ userId: 'government-officer-3401', role: 'government-officer', regionCode: hefei, grantedBy: 'system', grantedAt: night });
    await assignOwner(second(db), id, { ownerId: city(db).actor.id });
    await aPerson(db, 'ms-he', '何川');
    await db.insert(roleGrants).values({ userId: 'ms-he', role: 'government-officer', regionCode: hefei, grantedBy: 'system', grantedAt: night });
    await assignOwner(second(db), id, { ownerId: 'ms-he' });
    await quarter(db, 5, '22');
    await watchAll(ctxOf(db, undefined, later(1)));
    expect((await alertAtDesk(city(db), id)).isHandled).toBe(true);
    await expect(closeAlert(city(db), id, real)).rejects.toThrow('alert-handled');
    await closeAlert(second(db), id, real);
    expect(await held(db)).toMatchObject([{ state: 'ended', verdict: 'real' }]);
  });

  test('of an unusual change or a contradiction ends when it was judged of one period and another is found, and a fresh one is raised', async ({ db }) => {
    const found = (rule: RuleCode, period: number) => ({ rule, level: 'yellow' as const, regionCode: hefei, indicatorId: 1, ruleRegion: '*', ruleVersion: 1, planId: null, department: 'wj', ground: { ...noGround, period, actual: 3 } });
    const keep = (grounds: ReturnType<typeof found>[]) => change(ctxOf(db, undefined, night), async (tx) => {
      await tx.record('alerts.watched', { id: '34', regionCode: '34' }, {});
      return keepGrounds(tx, [340100, 340100], grounds, '2025-07-01', () => '2025-07-15');
    });
    const [before, now] = [2023400, 2024400];
    await keep([found('W4', before), found('W6', before), found('W5', before)]);
    for (const { id } of await db.select({ id: alerts.id }).from(alerts).where(eq(alerts.regionCode, hefei))) {
      await answerAlert(city(db), id, { ...answer, measureBy: null });
      await closeAlert(second(db), id, JudgeInput.parse({ verdict: 'false', words: '' }));
    }
    expect(await keep([found('W4', before), found('W6', before), found('W5', before)])).toMatchObject({ raised: 0, ended: 0 });
    expect(await keep([found('W4', now), found('W6', now), found('W5', now)])).toMatchObject({ raised: 2, ended: 2, reopened: 0 });
    expect((await held(db, 'W4')).map(({ state, verdict, endedOn, ground }) => [state, verdict, endedOn, ground.period]).toSorted()).toEqual([['closed', 'false', '2025-07-01', before], ['open', null, null, now]]);
    const [answered] = (await held(db, 'W4')).filter(({ endedOn }) => endedOn === null);
    await answerAlert(city(db), answered!.id, { ...answer, measureBy: null });
    expect(await keep([found('W4', before), found('W6', now), found('W5', now)])).toMatchObject({ raised: 1, ended: 1 });
    await closeAlert(second(db), answered!.id, JudgeInput.parse({ verdict: 'false', words: '' }));
    expect((await held(db, 'W4')).filter(({ id }) => id !== answered!.id).map(({ state, reason, endedOn }) => [state, reason === '', endedOn]).toSorted()).toEqual([['closed', false, '2025-07-01'], ['open', true, null]]);
  });

  test('that takes in another one keeps its day, and whoever had that one in hand does not judge it', async ({ db }) => {
    const found = (rule: RuleCode, also: RuleCode[] = []) => ({ rule, level: 'red' as const, regionCode: hefei, indicatorId: 1, ruleRegion: '*', ruleVersion: 1, planId: null, department: 'wj', ground: { ...noGround, dueOn: '2025-06-30', ...(also.length > 0 ? { also } : {}) } });
    const keep = (dueOn: string, ...grounds: ReturnType<typeof found>[]) => change(ctxOf(db, undefined, night), async (tx) => {
      await tx.record('alerts.watched', { id: '34', regionCode: '34' }, {});
      return keepGrounds(tx, [340100, 340100], grounds, '2025-07-01', () => dueOn);
    });
    await aPerson(db, city(db).actor.id);
    await keep('2025-07-05', found('W1'), found('W2'));
    const [silence, path] = [(await held(db, 'W1'))[0]!, (await held(db, 'W2'))[0]!];
    await answerAlert(third(db), silence.id, { ...answer, measureBy: null });
    expect(await keep('2025-07-08', found('W2', ['W1']))).toMatchObject({ raised: 0, ended: 1 });
    expect(await held(db, 'W2')).toMatchObject([{ state: 'open', dueOn: '2025-07-05', handledBy: [third(db).actor.id] }]);
    await answerAlert(city(db), path.id, { ...answer, measureBy: null });
    await sendBack(second(db), path.id, { words: '再写清楚一些' });
    const again = (await held(db, 'W2'))[0]!.dueOn;
    expect(await keep('2025-07-31', found('W5', ['W2', 'W1']))).toMatchObject({ raised: 1, ended: 1 });
    const [missed] = await db.select().from(alerts).where(eq(alerts.rule, 'W5'));
    expect(missed).toMatchObject({ state: 'open', dueOn: again });
    await answerAlert(ctxOf(db, person('government-officer', hefei, 'fourth'), night), missed!.id, { ...answer, measureBy: null });
    for (const before of [city(db), third(db)]) await expect(closeAlert(before, missed!.id, real)).rejects.toThrow('alert-handled');
    await closeAlert(second(db), missed!.id, real);
  });

  test('opens again when another rule finds a ground of the same cause, and says so', async ({ db }) => {
    const found = { rule: 'W2' as const, level: 'red' as const, regionCode: hefei, indicatorId: 1, ruleRegion: '*', ruleVersion: 1, planId: null, department: 'wj', ground: { ...noGround, period: 2024400, actual: 3 } };
    const keep = (ground: typeof noGround) => change(ctxOf(db, undefined, night), async (tx) => {
      await tx.record('alerts.watched', { id: '34', regionCode: '34' }, {});
      return keepGrounds(tx, [340100, 340100], [{ ...found, ground }], '2025-07-01', () => '2025-07-15');
    });
    await keep(found.ground);
    const { id } = (await held(db))[0]!;
    await answerAlert(city(db), id, { ...answer, measureBy: null });
    await closeAlert(second(db), id, real);
    expect(await keep(found.ground)).toMatchObject({ reopened: 0 });
    expect(await keep({ ...found.ground, also: ['W1'] })).toMatchObject({ reopened: 1 });
    await answerAlert(city(db), id, { ...answer, measureBy: null });
    expect(await keep({ ...found.ground, also: ['W1'] })).toMatchObject({ rose: 0, reopened: 0 });
    expect(await held(db)).toMatchObject([{ state: 'answered', ground: { also: ['W1'] } }]);
  });

  test('has an owner who may own it, and is seen by those of its region only', async ({ db }) => {
    const id = await anAlert(db);
    await aPerson(db, 'ms-he', '何川');
    await expect(assignOwner(city(db), id, { ownerId: 'ms-he' })).rejects.toThrow('owner-may-not');
    await db.insert(roleGrants).values({ userId: 'ms-he', role: 'government-officer', regionCode: hefei, grantedBy: 'system', grantedAt: night });
    await db.update(users).set({ username: 'system-0123456789' }).where(eq(users.id, 'ms-he'));
    await expect(assignOwner(city(db), id, { ownerId: 'ms-he' })).rejects.toThrow('owner-may-not');
    await db.update(users).set({ username: null, disabledAt: night }).where(eq(users.id, 'ms-he'));
    await expect(assignOwner(city(db), id, { ownerId: 'ms-he' })).rejects.toThrow('owner-may-not');
    await db.update(users).set({ disabledAt: null }).where(eq(users.id, 'ms-he'));
    await assignOwner(city(db), id, { ownerId: 'ms-he' });
    expect((await alertAtDesk(city(db), id)).alert.ownerName).toBe('何川');
    expect(await db.$count(messages, eq(messages.kind, 'warning-assigned'))).toBe(1);
    await expect(alertAtDesk(as(db, 'government-officer', '3301', night), id)).rejects.toThrow('not-allowed');
    expect((await listAlerts(as(db, 'government-officer', '3301', night), {})).page.rows).toEqual([]);
    await expect(alertAtDesk(city(db), '0198f000-0000-7000-8000-000000000000')).rejects.toThrow('alert-not-found');
  });
});
