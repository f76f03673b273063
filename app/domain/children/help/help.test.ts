import { describe, expect } from 'vitest';
import { eq } from 'drizzle-orm';
import { records } from '#app/platform/tables.server.ts';
import { as, baohe, binhu, ctxOf, neighbour, test } from '#tests/world.ts';
import { HelpInput } from './input.ts';
import { nationalHotlines } from './model.ts';
import { helpFor, helpSettings } from './read.ts';
import { inheritHelp, setHelp } from './set-help.ts';

const own = HelpInput.parse({ 'number-0': '110', 'what-0': '警察', 'whatEn-0': 'Police', 'number-1': '0551-12349', 'what-1': '帮小朋友的老师', adult: '找王老师。', adultEn: '' });
const refused = (code: string) => expect.objectContaining({ code });

describe('help on children’s pages', () => {
  test('is what is the same in the whole country until an office sets its own', async ({ db }) => {
    expect((await helpFor(ctxOf(db), binhu)).lines.map(({ number }) => number)).toEqual(['110', '12355', '12345', '12338']);
    expect((await helpFor({ ...ctxOf(db), locale: 'en' })).lines[0]!.what).toBe(nationalHotlines[0]!.whatEn);
  });

  test('is inherited from the nearest region above, and leaves a record', async ({ db }) => {
    await setHelp(as(db, 'government-officer', baohe), baohe, own);
    const child = { childId: null, codeId: 'code', regionCode: binhu, layer: 'primary' as const };
    expect(await helpFor({ ...ctxOf(db), child })).toEqual({ lines: [{ number: '110', what: '警察' }, { number: '0551-12349', what: '帮小朋友的老师' }], adult: '找王老师。' });
    expect((await helpFor({ ...ctxOf(db), child, locale: 'en' })).lines[0]!.what).toBe('Police');
    expect((await helpFor(ctxOf(db), neighbour)).lines).toHaveLength(4);
    expect(await db.select({ event: records.event }).from(records).where(eq(records.subjectId, baohe))).toEqual([{ event: 'help.set' }]);
  });

  test('goes back to the region above', async ({ db }) => {
    const officer = as(db, 'government-officer', baohe);
    await setHelp(officer, binhu, own);
    expect(await helpSettings(officer, binhu)).toMatchObject({ isOwn: true, adult: '找王老师。' });
    await inheritHelp(officer, binhu);
    expect(await helpSettings(officer, binhu)).toMatchObject({ isOwn: false, regionCode: '*' });
    await expect(inheritHelp(officer, binhu)).rejects.toEqual(refused('help-inherited-already'));
  });

  test('never goes without the police, a word for each number, or to more than a child can read', async ({ db }) => {
    const officer = as(db, 'government-officer', baohe);
    const set = (flat: Record<string, string>) => setHelp(officer, baohe, HelpInput.parse(flat));
    await expect(set({ 'number-0': '12345', 'what-0': '热线' })).rejects.toEqual(refused('help-needs-police'));
    await expect(set({ 'number-0': '110', 'what-0': '警察', 'number-1': '12345' })).rejects.toEqual(refused('help-line-unsaid'));
    await expect(set({ 'number-0': '110', 'what-0': '警察', 'number-1': '110', 'what-1': '警察' })).rejects.toEqual(refused('help-lines-many'));
    expect(HelpInput.safeParse({ 'number-0': 'call me' }).success).toBe(false);
    await expect(setHelp(as(db, 'programme-officer', '*'), 'nowhere', own)).rejects.toEqual(refused('region-not-found'));
  });

  test('is set by officers of the region alone', async ({ db }) => {
    for (const stranger of [as(db, 'government-officer', neighbour), as(db, 'government-officer', binhu), as(db, 'community-worker', baohe)]) {
      await expect(setHelp(stranger, baohe, own)).rejects.toEqual(refused('not-allowed'));
      await expect(inheritHelp(stranger, baohe)).rejects.toEqual(refused('not-allowed'));
      await expect(helpSettings(stranger, baohe)).rejects.toEqual(refused('not-allowed'));
    }
  });
});
