import { eq } from 'drizzle-orm';
import { RouterContextProvider } from 'react-router';
import { describe, expect } from 'vitest';
import type { Db } from '#app/db/db.server.ts';
import { OpenRoundInput } from '#app/domain/city/collection/input.ts';
import { openRound } from '#app/domain/city/collection/open-round.ts';
import { saveEntries } from '#app/domain/city/collection/save-entries.ts';
import { collectionEntries, collectionSheets } from '#app/domain/city/collection/tables.server.ts';
import { indicatorsByCode } from '#app/domain/city/indicators/read.ts';
import { type Ctx, ctxKey } from '#app/platform/ctx.ts';
import { aRegion } from '#tests/cycle.ts';
import { as, baohe, binhu, ctxOf, person, test } from '#tests/world.ts';
import { action } from './save.ts';

async function aTownSheet(db: Db) {
  for (const code of [baohe, binhu]) await aRegion(db, code);
  const id = await openRound(as(db, 'government-officer', baohe), OpenRoundInput.parse({ regionCode: baohe, zh: '镇街填报', en: 'Towns', period: '2026Q2', codes: 'A09-1 A11-2', town: '2026-10-15' }));
  const sheet = (await db.select().from(collectionSheets).where(eq(collectionSheets.roundId, id))).find(({ regionCode }) => regionCode === binhu)!.id;
  const known = await indicatorsByCode(as(db, 'government-officer', baohe), ['A09-1', 'A11-2']);
  return { sheet, rooms: known.get('A09-1')!.id, homes: known.get('A11-2')!.id };
}
type Answer = { at: string; saved: { questionId: string; mine: number; isHeld: boolean; rivals: { revision: number; byName: string; text: string; value: object[] }[] }[]; errors: Record<string, string>; boxes: Record<string, string>; refusal?: string };

async function send(ctx: Ctx, id: string, answers: unknown): Promise<{ status: number; answer: Answer }> {
  const context = new RouterContextProvider();
  context.set(ctxKey, ctx);
  const request = new Request(`http://localhost/work/${binhu}/figures/${id}/save`, { method: 'POST', body: JSON.stringify({ answers }) });
  const given = await action({ request, context, params: { code: binhu, id } } as never);
  return 'init' in given ? { status: given.init?.status ?? 200, answer: given.data as Answer } : { status: 200, answer: given as Answer };
}

describe('what the script of a sheet sends', () => {
  test('is saved cell by cell and answered with what is wrong; another’s figure is never written over, and both are told until somebody chooses', async ({ db }) => {
    const { sheet, rooms, homes } = await aTownSheet(db);
    const worker = as(db, 'community-worker', binhu);
    const colleague = ctxOf(db, person('community-worker', binhu, 'colleague'));
    const first = await send(worker, sheet, [{ questionId: `${rooms}.0`, value: [{ v: '３', r: '', s: '台账' }], bases: [0] }, { questionId: `${homes}.0`, value: [{ n: '9', d: '8' }], bases: [0] }]);
    expect(first.answer.saved.map(({ mine, isHeld }) => [mine, isHeld])).toEqual([[1, false], [1, false]]);
    expect(Object.keys(first.answer.errors)).toEqual([`${homes}.0`]);
    expect(first.answer.boxes).toEqual({ [`${homes}.0`]: 'n' });

    await saveEntries(colleague, sheet, [{ indicatorId: rooms, value: '5', base: 1 }]);
    const both = await send(worker, sheet, [{ questionId: `${rooms}.0`, value: [{ v: '4' }], bases: [1] }, { questionId: `${homes}.0`, value: [{ n: '7', d: '8' }], bases: [1] }]);
    expect(both.answer.saved).toMatchObject([{ isHeld: true, mine: 1, rivals: [{ revision: 2, text: '数值：5', value: [{ v: '5' }] }] }, { isHeld: false, mine: 2 }]);
    expect(both.answer.errors).toEqual({});
    const stands = async () => (await db.select().from(collectionEntries).where(eq(collectionEntries.indicatorId, rooms))).map(({ value }) => value);
    expect(await stands()).toEqual(['5']);
    await send(worker, sheet, [{ questionId: `${rooms}.0`, value: [{ v: '4' }], bases: [1, 2] }]);
    expect(await stands()).toEqual(['4']);
  });

  test('is refused in words: what cannot be read, and who has no business here', async ({ db }) => {
    const { sheet, rooms } = await aTownSheet(db);
    const cell = [{ questionId: `${rooms}.0`, value: [{ v: '4' }], bases: [0] }];
    expect((await send(as(db, 'community-worker', binhu), sheet, [{ questionId: 'x', value: 'y', bases: [] }])).status).toBe(400);
    expect((await send(as(db, 'community-worker', '340103001'), sheet, cell)).status).toBe(404);
    expect((await send(ctxOf(db), sheet, cell)).status).toBe(404);
  });
});
