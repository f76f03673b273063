import { eq } from 'drizzle-orm';
import { describe, expect } from 'vitest';
import { clearDay } from './clear-day.ts';
import { CalendarInput } from './input.ts';
import { isWorkday, isYearKnown } from './read.ts';
import { setDays } from './set-days.ts';
import { records } from '#app/platform/tables.server.ts';
import { as, test } from '#tests/world.ts';

const lines = '2027-10-01 休 国庆节\n2027-10-09，班，国庆节调休\n\n2027-10-02 off National Day';

describe('keeping the calendar', () => {
  test('imports the lines of a notice, sets and clears a day, and leaves records', async ({ db }) => {
    const ctx = as(db, 'programme-officer', '*');
    const input = CalendarInput.parse({ deed: 'import', source: '国务院办公厅通知', lines });
    if (input.deed !== 'import') throw new Error('read as something else');
    await setDays(ctx, input.lines, input.source);
    expect([await isWorkday(ctx, '2027-10-01'), await isWorkday(ctx, '2027-10-09'), await isYearKnown(ctx, 2027)]).toEqual([false, true, true]);

    await setDays(ctx, [{ day: '2027-10-01', isWorkday: true, name: '试一试' }], '更正');
    expect(await isWorkday(ctx, '2027-10-01')).toBe(true);
    await clearDay(ctx, '2027-10-01');
    await expect(clearDay(ctx, '2027-10-01')).rejects.toThrow('calendar-day-not-set');
    const left = await db.select({ event: records.event }).from(records).where(eq(records.subjectId, 'calendar')).orderBy(records.id);
    expect(left.map((line) => line.event)).toEqual(['calendar.days-set', 'calendar.days-set', 'calendar.day-cleared']);
  });

  test('says what is wrong with a line instead of guessing', () => {
    for (const wrong of ['2027-02-30 休 春节', '十月一日 休 国庆节', '2027-10-01 国庆节', '']) {
      expect(CalendarInput.safeParse({ deed: 'import', source: '通知', lines: wrong }).error?.issues[0]).toMatchObject({ message: 'calendar-lines' });
    }
    expect(CalendarInput.safeParse({ deed: 'set', day: '2027-13-01', isWorkday: 'no', name: '一', source: '通知' }).success).toBe(false);
  });

  test('is refused to everybody but those who keep it', async ({ db }) => {
    await expect(setDays(as(db, 'expert', '*'), [{ day: '2027-01-01', isWorkday: false, name: '元旦' }], '通知')).rejects.toThrow('not-allowed');
    await expect(setDays(as(db, 'programme-officer', '34'), [{ day: '2027-01-01', isWorkday: false, name: '元旦' }], '通知')).rejects.toThrow('not-allowed');
    await expect(clearDay(as(db, 'government-officer', '*'), '2027-01-01')).rejects.toThrow('not-allowed');
  });
});
