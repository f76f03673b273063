import { describe, expect } from 'vitest';
import type { Db } from '#app/db/db.server.ts';
import { change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { beijingDay } from '#app/platform/dates.ts';
import { aRegion, aUser } from '#tests/cycle.ts';
import { as, binhu, test, today } from '#tests/world.ts';
import { type Left, leaveEvidence } from './leave-evidence.ts';
import { evidenceFor } from './offers.ts';
import { getEvidence } from './read.ts';

const done: Left = {
  regionCode: binhu, kind: 'fact', title: '儿童建议已办结：路口绿灯加长', text: '2026-11-20 办结，用时 12 个工作日。', source: { room: 'suggestions', name: '儿童建议', subjectId: 'one' },
  ruleIds: ['A3.3'], validFrom: beijingDay(today), isPublic: true,
};

async function worker(db: Db): Promise<Ctx> {
  await aRegion(db, binhu, '滨湖世纪社区');
  const ctx = as(db, 'community-worker', binhu, today);
  await aUser(db, ctx.actor.id);
  return ctx;
}

const leave = (ctx: Ctx, given: Partial<Left> = {}) =>
  change(ctx, async (tx) => {
    await tx.record('suggestion.done', { id: 'one', regionCode: binhu });
    return leaveEvidence(tx, { ...done, ...given });
  });

describe('evidence left by work', () => {
  test('is offered first for its rule, under the name of the system', async ({ db }) => {
    const ctx = await worker(db);
    const id = await leave(ctx);
    expect((await evidenceFor(ctx, binhu, { ruleId: 'A3.3' }))[0]).toMatchObject({ id, why: 'rule', timesCited: 1 });
    expect(await getEvidence(ctx, binhu, id!)).toMatchObject({ addedByName: '系统', confidentiality: 'public', source: '儿童建议' });
  });

  test('is one piece however often the work says it, and a corrected one when it says something else', async ({ db }) => {
    const ctx = await worker(db);
    const id = await leave(ctx);
    expect(await leave(ctx)).toBe(id);
    expect(await leave(ctx, { text: '2026-11-21 复核后确认办结。' })).toBe(id);
    expect(await getEvidence(ctx, binhu, id!)).toMatchObject({ revision: 2, text: '2026-11-21 复核后确认办结。' });
  });

  test('never stops the work: what may not be evidence is left out, a city leaves none', async ({ db }) => {
    const ctx = await worker(db);
    expect(await leave(ctx, { text: '证号 110101201501011234 的孩子提出' })).toBeUndefined();
    expect(await leave(ctx, { regionCode: binhu.slice(0, 4) })).toBeUndefined();
    expect(await evidenceFor(ctx, binhu, { ruleId: 'A3.3' })).toEqual([]);
  });

  test('speaks to the rules that such a piece can prove, and to no rule the edition does not know', async ({ db }) => {
    const ctx = await worker(db);
    const id = await leave(ctx, { ruleIds: ['A3.3', 'Z9.9'] });
    expect((await getEvidence(ctx, binhu, id!)).citations.map(({ ruleId }) => ruleId)).toEqual(['A3.3']);
  });
});
