import { eq } from 'drizzle-orm';
import { describe, expect } from 'vitest';
import type { Db } from '#app/db/db.server.ts';
import { users } from '#app/domain/base/accounts/tables.server.ts';
import { storeFile } from '#app/domain/base/files/store-file.ts';
import { change } from '#app/platform/change.ts';
import { aPdf, ownFilesFolder } from '#tests/apply.ts';
import { as, baohe, hefei, test } from '#tests/world.ts';
import { attachEvidence } from './attach-evidence.ts';
import { ValueInput } from './input.ts';
import { originCode, stateCode } from './model.ts';
import { periodOf } from './period.ts';
import { getIndicator } from './read.ts';
import { restate } from './restate.ts';
import { standSums } from './stand-sums.ts';
import { indicatorValues } from './tables.server.ts';
import { writeValues } from './write-values.ts';
import { recordValue } from './record-value.ts';
import { evidenceIn, openValueEvidence } from './value-evidence.ts';

ownFilesFolder();

const city = (db: Db) => as(db, 'government-officer', hefei);
const told = (db: Db, value: string, reason = '') => recordValue(city(db), 'A06-1', ValueInput.parse({ regionCode: hefei, period: '2025Q2', value, source: '妇联季报', reason }));
async function paper(db: Db, name = '季报盖章页.pdf'): Promise<string> {
  const { id } = city(db).actor;
  await db.insert(users).values({ id, name: id, email: `${id}@example.cn` }).onConflictDoNothing();
  return (await storeFile(city(db), { name, content: aPdf('/Lang (zh)') })).id;
}
const period = periodOf(2025, 'quarter', 2);
const place = { regionCode: hefei, period };

describe('evidence of a figure', () => {
  test('is a paper that whoever records there attaches and opens, and nobody else', async ({ db }) => {
    await told(db, '12');
    const id = await paper(db);
    await attachEvidence(city(db), 'A06-1', place, id);
    const { id: indicatorId } = await getIndicator(city(db), 'A06-1');
    expect(await evidenceIn(city(db), hefei, indicatorId)).toEqual([{ period, fileId: id, name: '季报盖章页.pdf', replacedAt: null }]);
    expect((await openValueEvidence(city(db), 'A06-1', hefei, id)).name).toBe('季报盖章页.pdf');
    await expect(openValueEvidence(as(db, 'government-officer', baohe), 'A06-1', hefei, id)).rejects.toThrow('not-allowed');
    await expect(openValueEvidence(as(db, 'government-officer', baohe), 'A06-1', baohe, id), 'by way of one’s own place').rejects.toThrow('file-not-found');
    await expect(openValueEvidence(city(db), 'A06-2', hefei, id), 'by way of another indicator').rejects.toThrow('file-not-found');
    await expect(attachEvidence(as(db, 'government-officer', baohe), 'A06-1', place, id)).rejects.toThrow('not-allowed');
    await expect(attachEvidence(as(db, 'programme-officer', '*'), 'A06-1', place, id), 'somebody else’s file').rejects.toThrow('file-not-found');
  });

  test('stays with its figure when that is corrected, and proves nothing of the new one', async ({ db }) => {
    await told(db, '12');
    const [first, second] = [await paper(db), await paper(db, '更正说明.pdf')];
    await attachEvidence(city(db), 'A06-1', place, first);
    await told(db, '13', '漏报一个');
    const { id } = await getIndicator(city(db), 'A06-1');
    expect((await evidenceIn(city(db), hefei, id)).map(({ fileId, replacedAt }) => [fileId, replacedAt === null])).toEqual([[first, false]]);
    await attachEvidence(city(db), 'A06-1', place, second);
    expect((await evidenceIn(city(db), hefei, id)).map(({ fileId }) => fileId).toSorted()).toEqual([first, second].toSorted());
    expect((await openValueEvidence(city(db), 'A06-1', hefei, first)).id).toBe(first);
  });

  test('stays with its figure whichever way another takes its place: out of a file, by a sum of those below, by a change of regions', async ({ db }) => {
    const { id: indicatorId } = await getIndicator(city(db), 'A06-1');
    const figure = { indicatorId, regionCode: hefei, period, breakdown: 0, numerator: null, denominator: null };
    const ways: Record<string, () => Promise<unknown>> = {
      file: () => change(city(db), async (tx) => { await writeValues(tx, [{ ...figure, value: 20, source: '妇联更正表' }], '更正表'); await tx.record('value.corrected', { id: 'A06-1', regionCode: hefei }); }),
      sum: async () => {
        await db.update(indicatorValues).set({ origin: originCode('roll-up') });
        await change(city(db), async (tx) => { await standSums(tx, [{ ...figure, value: 30, reported: 2, expected: 2, isBeside: false, isOwn: false }]); await tx.record('value.corrected', { id: 'A06-1', regionCode: hefei }); });
      },
      regions: async () => {
        for (const [regionCode, value] of [['340102', 20], ['340103', 21]] as const) await db.insert(indicatorValues).values({ ...figure, countyCode: Number(regionCode), regionCode, value, status: stateCode('accepted'), origin: originCode('by-hand'), recordedAt: new Date(), recordedByName: '区' });
        await change(city(db), async (tx) => { await restate(tx, { from: ['340102', '340103'], to: hefei, rule: 'sum', indicators: [await getIndicator(tx, 'A06-1')] }); await tx.record('value.corrected', { id: 'A06-1', regionCode: hefei }); });
      },
    };
    await told(db, '12');
    for (const [way, correct] of Object.entries(ways)) {
      const proof = await paper(db, `${way}.pdf`);
      await attachEvidence(city(db), 'A06-1', place, proof);
      await correct();
      const [row] = await db.select({ value: indicatorValues.value, evidenceId: indicatorValues.evidenceId }).from(indicatorValues).where(eq(indicatorValues.regionCode, hefei));
      expect([way, row!.value, row!.evidenceId]).toEqual([way, { file: 20, sum: 30, regions: 41 }[way], null]);
      expect([way, (await evidenceIn(city(db), hefei, indicatorId)).find(({ fileId }) => fileId === proof)]).toEqual([way, expect.objectContaining({ name: `${way}.pdf`, replacedAt: expect.anything() })]);
    }
  });

  test('needs a figure, and is no paper about children', async ({ db }) => {
    await expect(attachEvidence(city(db), 'A06-1', place, await paper(db))).rejects.toThrow('value-not-found');
    await told(db, '12');
    await expect(attachEvidence(city(db), 'A06-1', place, await paper(db, '困境儿童花名册.pdf'))).rejects.toThrow('evidence-sealed-proof');
  });
});
