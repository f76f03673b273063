import { randomUUID } from 'node:crypto';
import { inArray } from 'drizzle-orm';
import { describe, expect } from 'vitest';
import { type Db, openDb } from '#app/db/db.server.ts';
import { loadPlan } from '#app/domain/city/city-plans/load-plan.ts';
import { change } from '#app/platform/change.ts';
import { records } from '#app/platform/tables.server.ts';
import { planInFile } from '#seed/city-data.ts';
import { aPerson, aPlan, city, held, night, quarter, second, switchAllOn, third } from '#tests/warned-city.ts';
import { ctxOf, hefei, test } from '#tests/world.ts';
import { workerDatabase } from '#tests/worker-database.ts';
import { answerAlert } from './answer-alert.ts';
import { alertAtDesk } from './at-desk.ts';
import { closeAlert } from './close-alert.ts';
import type { Grounded } from './find-grounds.ts';
import { keepGrounds } from './keep-grounds.ts';
import { alertSteps } from './tables.server.ts';
import { watchAll } from './watch.ts';
import { noGround } from './weigh.ts';

const answer = { reason: '两个托育项目推迟开园', measure: '九月底前开园', measureBy: null };

/** The plan after the one that runs: it asks for childcare, too, until 2028. */
async function nextPlan(db: Db, at: Date): Promise<void> {
  const { content, ...plan } = planInFile('city-3y-2023-2025');
  const childcare = content.actions.find(({ code }) => code === 'A08')!;
  const measured = { ...childcare.indicators[0]!, code: 'A08-1', baseline: { year: 2024, value: 16 }, targets: [{ year: 2028, op: '>=' as const, value: 40 }] };
  await loadPlan(city(db, at), { ...plan, code: 'next', startsOn: '2025-01-01', endsOn: '2028-12-31', content: { ...content, actions: [{ ...childcare, indicators: [measured] }] } }, hefei, { reason: '接着做' });
}

describe('an alert', () => {
  test('that goes on under another plan or another lead is that one’s, and nothing is told of it', async ({ db }) => {
    const found = (planId: string, department: string): Grounded => ({ rule: 'W2', level: 'red', regionCode: hefei, indicatorId: 1, ruleRegion: '*', ruleVersion: 1, planId, department, ground: { ...noGround, period: 2025202, actual: 3 } });
    const keep = (ground: Grounded) => change(ctxOf(db, undefined, night), async (tx) => {
      await tx.record('alerts.watched', { id: '34', regionCode: '34' }, {});
      return keepGrounds(tx, [340100, 340100], [ground], '2025-07-01', () => '2025-07-15');
    });
    const [old, next] = [randomUUID(), randomUUID()];
    await keep(found(old, 'wj'));
    expect(await keep(found(next, 'jy'))).toEqual({ raised: 0, rose: 0, fell: 0, ended: 0, reopened: 0 });
    expect(await held(db)).toMatchObject([{ planId: next, department: 'jy', state: 'open', dueOn: '2025-07-15' }]);
    expect(await db.$count(alertSteps)).toBe(1);
  });

  test('about a target of a plan that another plan has followed is not over because anything got better', async ({ db }) => {
    await aPlan(db);
    await switchAllOn(db);
    await quarter(db, 5, '17');
    await watchAll(ctxOf(db, undefined, night));
    const { id } = (await held(db))[0]!;
    await nextPlan(db, night);
    await watchAll(ctxOf(db, undefined, night));
    expect((await alertAtDesk(city(db), id)).steps.map(({ kind }) => kind)).toEqual(['raised', 'unwatched']);
  });

  test('that two officers judge at one moment is judged once', async ({ onTestFinished }) => {
    const { db, close } = openDb((await workerDatabase()).appUrl, 3);
    onTestFinished(close);
    await aPlan(db);
    await switchAllOn(db);
    await aPerson(db, city(db).actor.id);
    await quarter(db, 5, '17');
    await watchAll(ctxOf(db, undefined, night));
    const { id } = (await held(db))[0]!;
    await answerAlert(city(db), id, answer);
    const outcomes = await Promise.allSettled([closeAlert(second(db), id, { verdict: 'real', words: '' }), closeAlert(third(db), id, { verdict: 'false', words: '' })]);
    expect(outcomes.flatMap((each) => (each.status === 'rejected' ? [(each.reason as Error).message] : []))).toEqual(['alert-not-answered']);
    expect(await db.$count(records, inArray(records.event, ['alert.closed']))).toBe(1);
  });
});
