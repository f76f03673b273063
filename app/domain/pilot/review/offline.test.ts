import { eq } from 'drizzle-orm';
import { describe, expect } from 'vitest';
import type { Db } from '#app/db/db.server.ts';
import { readSheet } from '#app/domain/base/documents/read-sheet.ts';
import { writeSheets } from '#app/domain/base/documents/write-sheet.ts';
import { applications } from '#app/domain/pilot/applications/tables.server.ts';
import { records } from '#app/platform/tables.server.ts';
import { anExpert, assign, expert, office } from '#tests/reviews.ts';
import { anApplication } from '#tests/cycle.ts';
import { aMarking, given, smallRubric, wholly } from '#tests/rubrics.ts';
import { as, test } from '#tests/world.ts';
import { makeOfflineForm } from './offline-form.ts';
import { previewOffline } from './preview-offline.ts';
import { saveScores, submitReview } from './score.ts';
import { withdrawAssignment } from './withdraw-assignment.ts';

const rowsOf = async (content: Uint8Array) => (await readSheet(content))[0]!.rows;
const download = async (db: Db, id: string, who = 'a') => rowsOf((await makeOfflineForm(expert(db, who), id)).content);

/** The form with some cells filled in by hand: { C6: '达到' }. */
async function filled(rows: string[][], cells: Record<string, string>): Promise<Uint8Array> {
  const next = rows.map((row) => [...row]);
  for (const [cell, text] of Object.entries(cells)) {
    const [column, row] = ['ABCDEFGH'.indexOf(cell[0]!), Number(cell.slice(1)) - 1];
    while (next[row]!.length <= column) next[row]!.push('');
    next[row]![column] = text;
  }
  return sheet(next);
}
const sheet = (rows: string[][]) => writeSheets([{ name: '评分', widths: [8, 52, 14, 10, 48, 26, 10, 18], hidden: [], rows: rows.map((row) => row.map((text) => ({ text }))), rules: [], across: [], frozenRows: 1 }]);
const bring = (db: Db, id: string, content: Uint8Array, who = 'a', name = '评分表.xlsx') => previewOffline(expert(db, who), id, { name, content });
const changed = ({ lines }: Awaited<ReturnType<typeof bring>>) => lines.map(({ itemId, file }) => `${itemId} ${file.level ?? file.score ?? ''} ${file.note}`.trim());

describe('the form for marking offline', () => {
  test('carries the items, what is saved, lists to choose from, and no formula', async ({ db }) => {
    const { id } = await aMarking(db);
    await saveScores(expert(db, 'a'), id, given(0, { A1: 'partly', B1: 'not: =1+1' }, '总评'));
    const { content, format } = await makeOfflineForm(expert(db, 'a'), id);
    const rows = await rowsOf(content);
    expect(format).toBe('xlsx');
    expect(rows[3]![0]).toContain(`${id}.1.`);
    expect(rows.slice(5).map((row) => [row[0], row[2], row[4], row[6]].map((text) => text ?? ''))).toEqual([
      ['A1', '部分达到', '', 'A1'], ['B1', '未达到', '=1+1', 'B1'], ['必达细则', '', '', ''], ['A1.1', '', '', 'A1.1'], ['负面清单', '', '', ''], ['', '', '', 'neg-1'], ['', '', '总评', 'overall'],
    ]);
    const whole = new TextDecoder('latin1').decode(content);
    expect(whole).not.toContain('<f>');
  });

  test('unchanged says nothing; filled in, it says what it would write, in either language', async ({ db }) => {
    const { id } = await aMarking(db);
    await saveScores(expert(db, 'a'), id, given(0, { A1: 'partly: 两行\r\n说明' }));
    const rows = await download(db, id);
    expect(await bring(db, id, await sheet(rows))).toMatchObject({ lines: [], keptOnline: 0, faults: [], missing: [], isStale: false });
    const preview = await bring(db, id, await filled(rows, { C6: '达到', C7: ' Partly  MET ', E7: '有计划', F7: '计划 3 页', C9: '未达到', C11: '未发现', E12: '总的不错' }));
    expect(changed(preview)).toEqual(['A1 met 两行\n说明', 'B1 partly 有计划', 'A1.1 not', 'neg-1 clear', 'overall  总的不错']);
    expect(preview.lines[1]).toMatchObject({ cell: 'C7', isClash: false, now: { level: null }, file: { page: '计划 3 页' } });
  });

  test('tells by the cell what cannot be understood, and takes the rest', async ({ db }) => {
    const { id } = await aMarking(db);
    const rows = await download(db, id);
    const preview = await bring(db, id, await filled(rows, { C6: '还行', C7: '达到', C9: '发现', C11: '达到', F9: '页'.repeat(121) }));
    expect(preview.faults.map(({ cell, fault }) => `${cell} ${fault}`)).toEqual(['C6 level', 'C9 level', 'F9 page', 'C11 level']);
    expect(changed(preview)).toEqual(['B1 met']);
  });

  test('of figures tells those that are none and those out of range', async ({ db }) => {
    const { id } = await aMarking(db, 'a', { ...smallRubric, level: 'section', items: [...smallRubric.items, { id: 'C', zh: '丙', en: 'C', sectionId: 'B', weight: 1 }] });
    const rows = await download(db, id);
    const preview = await bring(db, id, await filled(rows, { D6: '８５.５', D7: '101', D8: '=HYPERLINK' }));
    expect(preview.faults.map(({ cell, fault }) => `${cell} ${fault}`)).toEqual(['D7 range', 'D8 score']);
    expect(changed(preview)).toEqual(['A1 85.5']);
  });

  test('tells rows that are missing, strange or there twice', async ({ db }) => {
    const { id } = await aMarking(db);
    const rows = await download(db, id);
    const cut = rows.filter((row) => row[6] !== 'B1');
    const preview = await bring(db, id, await sheet([...cut, cut.find((row) => row[6] === 'A1')!, ['', '', '达到', '', '', '', 'Z9', '']]));
    expect(preview.missing).toEqual(['B1']);
    expect(preview.faults.map(({ itemId, fault }) => `${itemId} ${fault}`)).toEqual(['A1 twice', 'Z9 unknown']);
  });

  test('that fell behind the page keeps what is newer there, and asks where both changed', async ({ db }) => {
    const { id } = await aMarking(db);
    await saveScores(expert(db, 'a'), id, given(0, { A1: 'not: 旧', B1: 'not: 旧' }));
    const rows = await download(db, id);
    await saveScores(expert(db, 'a'), id, given(1, { A1: 'met', B1: 'met' }));
    const preview = await bring(db, id, await filled(rows, { C7: '部分达到', C9: '达到' }));
    expect(preview).toMatchObject({ isStale: true, revision: 2, keptOnline: 1 });
    expect(preview.lines.map(({ itemId, isClash }) => [itemId, isClash])).toEqual([['B1', true], ['A1.1', false]]);
  });

  test('is refused when it belongs to another review, was altered, has lost its code, or is no workbook', async ({ db }) => {
    const { id } = await aMarking(db);
    const { id: other } = await aMarking(db, 'b');
    const rows = await download(db, id);
    await expect(bring(db, other, await sheet(rows), 'b')).rejects.toThrow('offline-foreign');
    await expect(bring(db, id, await filled(rows, { A4: rows[3]![0]!.replace(`${id}.0.`, `${id}.7.`) }))).rejects.toThrow('offline-altered');
    await expect(bring(db, id, await filled(rows, { A4: '' }))).rejects.toThrow('offline-not-ours');
    await expect(bring(db, id, new TextEncoder().encode('nichts'))).rejects.toThrow('document-damaged');
    await expect(bring(db, id, await sheet(rows), 'a', '评分表.csv')).rejects.toThrow('offline-not-excel');
  });

  test('is written with the rest of the rules of saving, and leaves a record that says where it came from', async ({ db }) => {
    const { id } = await aMarking(db);
    await saveScores(expert(db, 'a'), id, given(0, { A1: 'met' }), 'offline-form');
    const [record] = await db.select({ facts: records.facts }).from(records).where(eq(records.event, 'review.scored'));
    expect(record!.facts).toMatchObject({ from: 'offline-form', items: 1 });
    await expect(saveScores(expert(db, 'a'), id, given(0, { A1: 'not' }), 'offline-form')).rejects.toThrow('changed-meanwhile');
  });

  test('is neither made nor taken before acceptance, after submission, and when the round is over', async ({ db }) => {
    const fresh = await assign(db, await anApplication(db, { status: 'complete' }), await anExpert(db, 'c'));
    await expect(makeOfflineForm(expert(db, 'c'), fresh)).rejects.toThrow('assignment-not-accepted');
    const { id, application } = await aMarking(db);
    const content = await sheet(await download(db, id));
    await db.update(applications).set({ status: 'declined' }).where(eq(applications.id, application));
    await expect(makeOfflineForm(expert(db, 'a'), id)).rejects.toThrow('round-closed');
    await expect(bring(db, id, content)).rejects.toThrow('round-closed');
    await db.update(applications).set({ status: 'in-review' }).where(eq(applications.id, application));
    await withdrawAssignment(office(db), application, id);
    await expect(bring(db, id, content)).rejects.toThrow('round-closed');

    const { id: done } = await aMarking(db, 'd');
    await submitReview(expert(db, 'd'), done, given(0, wholly));
    await expect(makeOfflineForm(expert(db, 'd'), done)).rejects.toThrow('assignment-not-open');
    await expect(bring(db, done, content, 'd')).rejects.toThrow('assignment-not-open');
  });

  test('is for that expert alone', async ({ db }) => {
    const { id } = await aMarking(db);
    const content = await sheet(await download(db, id));
    await anExpert(db, 'b');
    for (const [who, code] of [[expert(db, 'b'), 'assignment-not-found'], [office(db), 'not-allowed'], [as(db, 'government-officer', '*'), 'not-allowed']] as const) {
      await expect(makeOfflineForm(who, id)).rejects.toThrow(code);
      await expect(previewOffline(who, id, { name: 'x.xlsx', content })).rejects.toThrow(code);
    }
  });
});
