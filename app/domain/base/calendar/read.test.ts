import { describe, expect } from 'vitest';
import { addWorkdays, isWorkday, yearsKnown } from './read.ts';
import { calendarDays } from './tables.server.ts';
import { ctxOf, test } from '#tests/world.ts';

describe('counting working days', () => {
  test('follows the official arrangement, with holidays and make-up days', async ({ db }) => {
    const ctx = ctxOf(db);
    expect(await isWorkday(ctx, '2026-10-01')).toBe(false);
    expect(await isWorkday(ctx, '2026-10-10')).toBe(true);
    expect(await addWorkdays(ctx, '2026-11-22', 10)).toBe('2026-12-04');
    expect(await addWorkdays(ctx, '2026-12-04', 0)).toBe('2026-12-04');
    expect(await addWorkdays(ctx, '2026-12-04', -10)).toBe('2026-11-20');
  });

  test('lets our own table win over the library', async ({ db }) => {
    const ctx = ctxOf(db);
    await db.insert(calendarDays).values({ day: '2026-11-23', isWorkday: false, name: '停电', source: '测试' });
    expect(await isWorkday(ctx, '2026-11-23')).toBe(false);
    expect(await addWorkdays(ctx, '2026-11-22', 1)).toBe('2026-11-24');
  });

  test('says which years have no official arrangement yet', async ({ db }) => {
    const ctx = ctxOf(db);
    expect(await yearsKnown(ctx, '2026-12-20', '2031-01-10')).toMatchObject({ known: [2026], missing: [2027, 2028, 2029, 2030, 2031] });
    await db.insert(calendarDays).values({ day: '2027-10-01', isWorkday: false, name: '国庆节', source: '国务院办公厅通知' });
    expect(await yearsKnown(ctx, '2026-12-20', '2027-01-10')).toEqual({ known: [2026, 2027], missing: [] });
  });

  test('refuses spans nobody means', async ({ db }) => {
    await expect(addWorkdays(ctxOf(db), '2026-11-22', 100_000)).rejects.toThrow('calendar-out-of-range');
  });
});
