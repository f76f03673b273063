import { and, eq } from 'drizzle-orm';
import { describe, expect } from 'vitest';
import type { Db } from '#app/db/db.server.ts';
import { users } from '#app/domain/base/accounts/tables.server.ts';
import { files } from '#app/domain/base/files/tables.server.ts';
import { attachEvidence as attachToFigure } from '#app/domain/city/indicators/attach-evidence.ts';
import { openValueEvidence, evidenceIn } from '#app/domain/city/indicators/value-evidence.ts';
import { ValueInput } from '#app/domain/city/indicators/input.ts';
import { indicatorsByCode } from '#app/domain/city/indicators/read.ts';
import { indicatorValues } from '#app/domain/city/indicators/tables.server.ts';
import { aPdf, ownFilesFolder } from '#tests/apply.ts';
import { aRegion } from '#tests/cycle.ts';
import { as, baohe, ctxOf, hefei, person, test } from '#tests/world.ts';
import { acceptSheet } from './accept-sheet.ts';
import { attachEvidence } from './attach-evidence.ts';
import { detachEvidence } from './detach-evidence.ts';
import { handInSheet } from './hand-in.ts';
import { OpenRoundInput } from './input.ts';
import { openEvidence } from './open-evidence.ts';
import { openRound } from './open-round.ts';
import { recordFigure } from './record-figure.ts';
import { returnSheet } from './return-sheet.ts';
import { saveEntries } from './save-entries.ts';
import { sheetAtDesk } from './sheet-at-desk.ts';
import { collectionEntries, collectionHandIns, collectionSheets } from './tables.server.ts';

ownFilesFolder();

const city = (db: Db) => as(db, 'government-officer', hefei);
const district = (db: Db) => as(db, 'government-officer', baohe);
const colleague = (db: Db) => ctxOf(db, person('government-officer', baohe, 'another'));
const neighbour = (db: Db) => as(db, 'government-officer', '340103');
const upload = (name = '台账盖章页.pdf', lang = 'zh') => ({ name, content: aPdf(`/Lang (${lang})`) });

async function aSheet(db: Db) {
  for (const code of [hefei, baohe]) await aRegion(db, code);
  for (const { actor: { id } } of [city(db), district(db), colleague(db), neighbour(db)]) await db.insert(users).values({ id, name: id, email: `${id}@example.cn` }).onConflictDoNothing();
  const round = await openRound(city(db), OpenRoundInput.parse({ regionCode: hefei, zh: '第二季度填报', en: 'Second quarter', period: '2026Q2', codes: 'A06-1', district: '2026-10-15' }));
  const [{ id }] = (await db.select({ id: collectionSheets.id }).from(collectionSheets).where(and(eq(collectionSheets.roundId, round), eq(collectionSheets.regionCode, baohe)))) as [{ id: string }];
  const rooms = (await indicatorsByCode(city(db), ['A06-1'])).get('A06-1')!.id;
  return { id, rooms, cell: { indicatorId: rooms, breakdown: 0 } };
}
const paperOf = async (db: Db, id: string) => (await sheetAtDesk(district(db), id)).asked[0]?.entry?.evidenceId ?? null;
const keeps = async (db: Db, fileId: string) => (await db.select({ heldFor: files.heldFor }).from(files).where(eq(files.id, fileId)))[0]?.heldFor;
const toldWith = async (db: Db) => (await db.select({ content: collectionHandIns.content }).from(collectionHandIns).orderBy(collectionHandIns.turn)).map(({ content }) => content[0]!.evidenceId);

describe('a paper of a cell', () => {
  test('is shown to who checks the sheet, goes with the accepted figure, and stays with it when that is corrected', async ({ db }) => {
    const { id, rooms, cell } = await aSheet(db);
    await saveEntries(district(db), id, [{ indicatorId: rooms, value: '30', source: '区台账' }]);
    await attachEvidence(district(db), id, cell, upload());
    const first = (await paperOf(db, id))!;
    expect((await sheetAtDesk(city(db), id)).asked[0]!.entry).toMatchObject({ value: '30', evidenceId: first, evidenceName: '台账盖章页.pdf' });
    await handInSheet(district(db), id, { enteredFor: '' });
    expect((await openEvidence(city(db), id, first)).name).toBe('台账盖章页.pdf');
    await acceptSheet(city(db), id, 1);
    const standing = async () => (await db.select({ value: indicatorValues.value, evidenceId: indicatorValues.evidenceId }).from(indicatorValues).where(eq(indicatorValues.regionCode, baohe)))[0];
    expect(await standing()).toEqual({ value: 30, evidenceId: first });
    expect((await openValueEvidence(district(db), 'A06-1', baohe, first)).id).toBe(first);

    await returnSheet(city(db), id, { turn: 1, note: '有两户计入了上一期', remarks: [] });
    expect(await paperOf(db, id), 'a returned sheet keeps it').toBe(first);
    await saveEntries(district(db), id, [{ indicatorId: rooms, value: '28', source: '区台账' }]);
    await attachEvidence(district(db), id, cell, upload('更正说明.pdf', 'en'));
    const second = (await paperOf(db, id))!;
    await handInSheet(district(db), id, { enteredFor: '' });
    await acceptSheet(city(db), id, 2);
    expect(await standing()).toEqual({ value: 28, evidenceId: second });
    expect((await evidenceIn(city(db), baohe, rooms)).map(({ fileId, replacedAt }) => [fileId, replacedAt !== null]).toSorted()).toEqual([[first, true], [second, false]].toSorted());
    expect([await toldWith(db), await keeps(db, first), await keeps(db, second)]).toEqual([[first, second], 'sheet', 'sheet']);
  });

  test('takes the place of the figure’s former paper where the figure stays the same, and leaves it where the cell has none', async ({ db }) => {
    const { id, rooms, cell } = await aSheet(db);
    await saveEntries(district(db), id, [{ indicatorId: rooms, value: '30' }]);
    await handInSheet(district(db), id, { enteredFor: '' });
    await acceptSheet(city(db), id, 1);
    await returnSheet(city(db), id, { turn: 1, note: '请附台账', remarks: [] });
    await attachEvidence(district(db), id, cell, upload());
    const paper = (await paperOf(db, id))!;
    const onceMore = async (turn: number) => {
      await handInSheet(district(db), id, { enteredFor: '' });
      await acceptSheet(city(db), id, turn);
      return (await db.select({ evidenceId: indicatorValues.evidenceId }).from(indicatorValues).where(eq(indicatorValues.regionCode, baohe)))[0]!.evidenceId;
    };
    expect(await onceMore(2)).toBe(paper);
    await returnSheet(city(db), id, { turn: 2, note: '请再核对一次', remarks: [] });
    await detachEvidence(district(db), id, cell);
    expect(await onceMore(3)).toBe(paper);
    expect(await keeps(db, paper), 'it was handed in once').toBe('sheet');
  });

  test('may be another one or none until the sheet is handed in; what nobody was told with goes', async ({ db }) => {
    const { id, rooms, cell } = await aSheet(db);
    await attachEvidence(district(db), id, cell, upload());
    const first = (await paperOf(db, id))!;
    await attachEvidence(colleague(db), id, cell, upload('另一份.pdf', 'en'));
    const second = (await paperOf(db, id))!;
    expect([await keeps(db, first), await keeps(db, second)]).toEqual([undefined, 'sheet']);
    await saveEntries(colleague(db), id, [{ indicatorId: rooms, value: '30', base: 0 }]);
    expect(await paperOf(db, id), 'a paper is in nobody’s way who types, and typing takes none away').toBe(second);
    await detachEvidence(district(db), id, cell);
    expect([await paperOf(db, id), await keeps(db, second)]).toEqual([null, undefined]);
    expect((await db.select({ value: collectionEntries.value }).from(collectionEntries))).toEqual([{ value: '30' }]);
    await expect(detachEvidence(district(db), id, cell)).rejects.toThrow('file-not-found');
    await attachEvidence(district(db), id, cell, upload());
    await handInSheet(district(db), id, { enteredFor: '' });
    await expect(attachEvidence(district(db), id, cell, upload())).rejects.toThrow('sheet-not-open');
    await expect(detachEvidence(district(db), id, cell)).rejects.toThrow('sheet-not-open');
  });

  test('that its owner put beside a standing figure too stays with that one when the cell gives it away', async ({ db }) => {
    const { id, rooms, cell } = await aSheet(db);
    await recordFigure(district(db), 'A06-1', ValueInput.parse({ regionCode: baohe, period: '2025Q4', value: '28', source: '区台账' }));
    const [{ period }] = (await db.select({ period: indicatorValues.period }).from(indicatorValues).where(and(eq(indicatorValues.regionCode, baohe), eq(indicatorValues.indicatorId, rooms)))) as [{ period: number }];
    await attachEvidence(district(db), id, cell, upload());
    const paper = (await paperOf(db, id))!;
    await attachToFigure(district(db), 'A06-1', { regionCode: baohe, period }, paper);
    await detachEvidence(colleague(db), id, cell);
    expect([await paperOf(db, id), await keeps(db, paper)]).toEqual([null, 'figure']);
    expect((await openValueEvidence(district(db), 'A06-1', baohe, paper)).name).toBe('台账盖章页.pdf');
  });

  test('leaves no entry behind in a cell in which nothing was typed', async ({ db }) => {
    const { id, cell } = await aSheet(db);
    await attachEvidence(district(db), id, cell, upload());
    await detachEvidence(district(db), id, cell);
    expect(await db.$count(collectionEntries)).toBe(0);
  });

  test('is attached and opened by nobody else, belongs to a cell of the sheet, and is no paper about children', async ({ db }) => {
    const { id, cell } = await aSheet(db);
    await attachEvidence(district(db), id, cell, upload());
    const paper = (await paperOf(db, id))!;
    const before = await db.$count(files);
    await expect(attachEvidence(neighbour(db), id, cell, upload())).rejects.toThrow('sheet-not-found');
    await expect(detachEvidence(neighbour(db), id, cell)).rejects.toThrow('sheet-not-found');
    await expect(openEvidence(neighbour(db), id, paper)).rejects.toThrow('sheet-not-found');
    await expect(attachEvidence(as(db, 'expert', baohe), id, cell, upload())).rejects.toThrow('sheet-not-found');
    await expect(attachEvidence(district(db), id, { ...cell, indicatorId: 1 }, upload())).rejects.toThrow('sheet-cell-unknown');
    await expect(attachEvidence(district(db), id, { ...cell, breakdown: 21 }, upload())).rejects.toThrow('sheet-cell-unknown');
    for (const name of ['困境儿童花名册.pdf', '困\u202E境儿童花名册.pdf', '困境\u200B儿童花名册.pdf']) await expect(attachEvidence(district(db), id, cell, upload(name))).rejects.toThrow('evidence-sealed-proof');
    await expect(openEvidence(district(db), id, '019c0000-0000-7000-8000-00000000f0f0')).rejects.toThrow('file-not-found');
    expect([await db.$count(files), await paperOf(db, id)]).toEqual([before, paper]);
  });

  test('makes its person one who filled the sheet in: another one checks it', async ({ db }) => {
    const { id, rooms, cell } = await aSheet(db);
    await saveEntries(district(db), id, [{ indicatorId: rooms, value: '30' }]);
    await attachEvidence(city(db), id, cell, upload());
    await handInSheet(district(db), id, { enteredFor: '' });
    await expect(acceptSheet(city(db), id, 1)).rejects.toThrow('sheet-own');
    await acceptSheet(ctxOf(db, person('government-officer', hefei, 'another')), id, 1);
  });
});
