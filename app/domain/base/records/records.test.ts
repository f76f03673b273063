import { globSync, readFileSync } from 'node:fs';
import { sql } from 'drizzle-orm';
import { describe, expect, test as plain } from 'vitest';
import { historyOf, listRecords } from './read.ts';
import en from '#app/i18n/en/events.ts';
import zh from '#app/i18n/zh-CN/events.ts';
import { change } from '#app/platform/change.ts';
import { as, binhu, ctxOf, neighbour, person, test, today } from '#tests/world.ts';

describe('the records of a region', () => {
  test('are read by its auditor, by person, event, day and subject', async ({ db }) => {
    const anna = ctxOf(db, person('government-officer', binhu, 'anna'), today);
    await change(anna, (tx) => tx.record('application.started', { id: 'paper', regionCode: binhu }));
    const later = { ...anna, now: new Date('2026-09-03T16:30:00Z'), actor: person('programme-officer', '*', 'bao') };
    await change(later, (tx) => tx.record('application.returned', { id: 'paper', regionCode: binhu }, { reason: '缺公章' }));
    await change(later, (tx) => tx.record('organisation.verified', { id: 'other', regionCode: neighbour }));

    const audit = as(db, 'audit-admin', '34');
    expect((await listRecords(audit)).rows.map((line) => line.event)).toEqual(['application.returned', 'application.started']);
    expect((await listRecords(as(db, 'audit-admin', binhu))).rows).toHaveLength(2);
    expect((await listRecords(audit, { person: 'anna' })).rows).toHaveLength(1);
    expect((await listRecords(audit, { event: 'application.returned' })).rows).toHaveLength(1);
    expect((await listRecords(audit, { from: '2026-09-04', to: '2026-09-04' })).rows).toHaveLength(1);
    expect((await listRecords(audit, { to: '2026-09-03' })).rows).toHaveLength(1);
    expect((await listRecords(as(db, 'audit-admin', '*'), { subject: 'other' })).rows).toHaveLength(1);
    expect((await historyOf(anna, 'paper', 'own-page')).map((line) => line.event)).toEqual(['application.started', 'application.returned']);
  });

  test('of a street are those of the street and its committees, not of the county it lies in', async ({ db }) => {
    const by = ctxOf(db, person('programme-officer', '*', 'bao'));
    for (const regionCode of [binhu, `${binhu}001`, '340111', '340111001', '340111001002', '*']) {
      await change(by, (tx) => tx.record('organisation.verified', { id: `at ${regionCode}`, regionCode }));
    }
    const seen = async (...codes: string[]) => {
      const actor = { id: 'auditor', name: 'auditor', grants: codes.map((regionCode) => ({ role: 'audit-admin', regionCode, organisationId: null })) };
      return (await listRecords(ctxOf(db, actor), { person: 'bao' })).rows.map((line) => line.subjectId.slice(3)).toSorted();
    };
    expect(await seen(binhu)).toEqual([binhu, `${binhu}001`]);
    expect(await seen(`${binhu}001`)).toEqual([`${binhu}001`]);
    expect(await seen('340111')).toEqual(['340111', '340111001', '340111001002', binhu, `${binhu}001`]);
    expect(await seen('340111001002', binhu)).toEqual(['340111001002', binhu, `${binhu}001`]);
    expect(await seen('*')).toContain('*');
  });

  test('are found by event and by name through an index, so that one auditor does not read them all', async ({ db }) => {
    const planOf = async (condition: string) => {
      const { rows } = await db.execute<{ 'QUERY PLAN': string }>(sql.raw(`explain select id from records where ${condition} order by id desc limit 51`));
      return rows.map((row) => row['QUERY PLAN']).join(' ');
    };
    await db.execute(sql`set local enable_seqscan = off`);
    await db.execute(sql`set local enable_indexscan = off`);
    expect(await planOf(`event = 'call.extended'`)).toContain('records_by_event');
    const byPerson = await planOf(`(actor_id = '王宁' or actor_name = '王宁')`);
    expect([byPerson.includes('records_by_person'), byPerson.includes('records_by_name')]).toEqual([true, true]);
  });

  test('are closed to everybody else', async ({ db }) => {
    await expect(listRecords(as(db, 'programme-officer', '*'))).rejects.toThrow('not-allowed');
    await expect(listRecords(ctxOf(db))).rejects.toThrow('sign-in-needed');
    await expect(historyOf(as(db, 'system-admin', '*'), 'paper', 'records.read')).rejects.toThrow('not-allowed');
  });
});

describe('the words of the records', () => {
  plain('exist in both languages for every event that is recorded', () => {
    const events = globSync('app/**/*.ts')
      .filter((path) => !path.includes('.test.'))
      .flatMap((path) =>
        [...readFileSync(path, 'utf8').matchAll(/\brecord\(\s*(?:[^'(),]*\?\s*)?'([^']+)'(?:\s*:\s*'([^']+)')?/g)].flatMap((match) => [match[1]!, ...(match[2] ? [match[2]] : [])]),
      );
    expect(events.length).toBeGreaterThan(10);
    expect(events.filter((event) => !(event in zh) || !(event in en))).toEqual([]);
  });
});
