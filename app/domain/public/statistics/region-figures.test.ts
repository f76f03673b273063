import { describe, expect } from 'vitest';
import type { Db } from '#app/db/db.server.ts';
import { childrenFigures } from '#app/domain/base/communities/children.ts';
import { rememberFacts } from '#app/domain/base/communities/facts.ts';
import { concludeResults } from '#app/domain/base/rule-results/conclude-results.ts';
import { foldChanges } from '#app/domain/base/rule-results/fold.ts';
import type { Level, Stream } from '#app/domain/base/rule-results/model.ts';
import { rulesOf } from '#app/domain/base/standard/model.ts';
import { currentEdition } from '#app/domain/base/standard/read.ts';
import { change } from '#app/platform/change.ts';
import { as, ctxOf, test } from '#tests/world.ts';
import { anApplication, aCall } from '#tests/cycle.ts';
import { draftNotice } from '#app/domain/pilot/notices/draft-notice.ts';
import { finaliseNotice } from '#app/domain/pilot/notices/finalise-notice.ts';
import { publishNotice } from '#app/domain/pilot/notices/publish-notice.ts';
import { missedMusts, normGaps } from './gaps.ts';
import { openStatistics } from './open-data.ts';
import { regionFigures, type RegionFigures } from './region-figures.ts';
import { waitingPilots } from './waiting-pilots.ts';

const units = ['340111400001', '340111400002', '340111001001', '340102001001', '320102001001', '110101001001'] as const;

/** Every community a little further than the one before; the last section is left out by all. */
async function conclude(db: Db, { year = 2026, stream = 'self' }: { year?: number; stream?: Stream } = {}, some: readonly string[] = units) {
  const ctx = ctxOf(db);
  const edition = await currentEdition(ctx);
  await change(ctx, async (tx) => {
    await tx.record('demo.told', { id: 'test', regionCode: '*' });
    for (const [step, regionCode] of some.entries()) {
      const levels = Object.fromEntries(rulesOf(edition).flatMap(({ id, section }, at): [string, Level][] => (section.id === 'E' ? [] : [[id, at % (step + 2) === 0 ? 'not-met' : at % 5 === 0 ? 'partly' : 'met']])));
      await concludeResults(tx, { regionCode, year, stream, editionId: edition.id, levels, sourceId: 'test' });
    }
  });
}

const figuresOf = async (db: Db, code: string, asked = {}) => (await regionFigures(ctxOf(db), code, asked)) as RegionFigures;

describe('statistics of a region', () => {
  test('add up from the communities to the nation, whichever way they are read, folded or not', async ({ db }) => {
    await conclude(db);
    for (const isFolded of [false, true]) {
      if (isFolded) await foldChanges(ctxOf(db));
      const nation = await figuresOf(db, '*');
      expect(nation.own.communities).toBe(units.length);
      for (const code of ['*', '34', '3401', '340111', '340111400', '11', '110101']) {
        const { own, children, set, version } = await figuresOf(db, code);
        const filled = children.filter(({ communities }) => communities > 0);
        expect([code, set.year, version.changes]).toEqual([code, 2026, units.length]);
        expect([code, filled.reduce((sum, line) => sum + line.communities, 0)]).toEqual([code, own.communities]);
        for (const part of ['met', 'partly', 'notMet'] as const) expect([code, part, filled.reduce((sum, line) => sum + line.counts[part], 0)]).toEqual([code, part, own.counts[part]]);
      }
      const [county, city] = [await figuresOf(db, '340111'), await figuresOf(db, '3401')];
      expect(city.children.find(({ code }) => code === '340111'), 'a county reads the same from its sheets and from the roll-ups').toEqual(county.own);
      expect(county.above.map(({ code }) => code)).toEqual(['*', '34', '3401']);
    }
  });

  test('go down to the one sheet of a community', async ({ db }) => {
    await conclude(db);
    const { sheet, own, children } = await figuresOf(db, units[0]);
    expect(sheet).toMatchObject({ regionCode: units[0], year: 2026, stream: 'self' });
    expect([own.communities, children]).toEqual([1, []]);
  });

  test('keep years and streams apart, and show the newest year and its widest stream first', async ({ db }) => {
    await conclude(db, { year: 2025 });
    await conclude(db, {}, units.slice(0, 3));
    await conclude(db, { stream: 'on-site' }, units.slice(0, 1));
    const now = await figuresOf(db, '34');
    expect([now.set.year, now.set.stream, now.own.communities]).toEqual([2026, 'self', 3]);
    expect(now.years.map(({ year, communities }) => [year, communities])).toEqual([[2025, 4], [2026, 3]]);
    expect((await figuresOf(db, '34', { stream: 'on-site' })).own.communities).toBe(1);
    expect((await figuresOf(db, '340111', { year: 2025 })).own.communities).toBe(3);
    expect(await regionFigures(ctxOf(db), '34', { year: 2020 })).not.toHaveProperty('set');
    await expect(openStatistics(ctxOf(db), '34', { year: 2020 })).rejects.toMatchObject({ code: 'no-results-yet', status: 404 });
    await expect(figuresOf(db, '34', { section: 'Z' })).rejects.toMatchObject({ code: 'section-not-found' });
    await expect(figuresOf(db, '99')).rejects.toMatchObject({ code: 'region-not-found' });
  });

  test('name the widest gaps and the musts most often missed, the whole or one section', async ({ db }) => {
    await conclude(db);
    const { edition, items } = await figuresOf(db, '*');
    const gaps = normGaps(edition, items);
    expect(gaps.map(({ unmet }) => unmet)).toEqual(gaps.map(({ unmet }) => unmet).toSorted((one, other) => other - one));
    expect(gaps.some(({ of }) => of.id.startsWith('E')), 'what nobody looked at is no gap').toBe(false);
    const musts = missedMusts(edition, items, 'A');
    expect(musts.length).toBeGreaterThan(0);
    expect(musts.every(({ of, unmet }) => of.kind === 'must' && of.section.id === 'A' && unmet > 0)).toBe(true);
  });
});

describe('children in statistics', () => {
  test('are sums of pilots only, and small ones are hidden on every page alike', async ({ db }) => {
    const office = (now?: Date) => as(db, 'programme-officer', '*', now);
    const callId = await aCall(db, { places: 8, questionSetId: 'pilot-1' });
    const chosen = ['340111001', '340111002', '340111003'];
    for (const regionCode of chosen) await anApplication(db, { callId, regionCode, status: 'accepted' });
    const notice = await draftNotice(office(), { callId, title: '公示', body: '' });
    await publishNotice(office(), notice, { starts: 'today' });
    await finaliseNotice(office(new Date('2026-10-20T02:00:00Z')), notice);
    const facts = (small: number) => ({ 'children-0-3': String(small), 'children-4-6': '50', 'children-7-12': '60', 'children-13-18': 'many' });
    const known = [...chosen, '340111005'].map((regionCode, at) => ({ regionCode, facts: facts(at === 0 ? 3 : 40 * at) }));
    await change(office(), (tx) => rememberFacts(tx, known));

    const county = await childrenFigures(ctxOf(db), '340111');
    expect(county.own, 'one band that nobody gave hides all of them').toEqual({ total: 453, bands: [null, null, null, null] });
    const plain = known.map(({ regionCode, facts: all }) => ({ regionCode, facts: { ...all, 'children-13-18': '70' } }));
    await change(office(), (tx) => rememberFacts(tx, plain));
    const shown = await childrenFigures(ctxOf(db), '340111');
    expect(shown.own).toEqual({ total: 663, bands: [123, 150, 180, 210] });
    expect(Object.fromEntries(shown.below)).toEqual({
      340111001: { total: 183, bands: [null, null, null, null] },
      340111002: { total: 220, bands: [null, null, null, null] },
      340111003: { total: 260, bands: [80, 50, 60, 70] },
    });
    expect((await childrenFigures(ctxOf(db), '340111001')).own).toEqual({ total: 183, bands: [null, null, null, null] });
    expect((await childrenFigures(ctxOf(db), '*')).below.get('34')).toEqual(shown.own);

    const waiting = (ctx = office()) => waitingPilots(ctx, { year: 2026, stream: 'self', region: '34' });
    expect((await waiting()).counted).toEqual({ all: 3, done: 0 });
    await conclude(db, {}, ['340111001']);
    const { rows, counted } = await waiting();
    expect([counted, rows.map(({ regionCode }) => regionCode).toSorted()]).toEqual([{ all: 3, done: 1 }, ['340111002', '340111003']]);
    expect((await waiting(as(db, 'government-officer', '32'))).rows).toEqual([]);
    await expect(waiting(as(db, 'expert', '*'))).rejects.toMatchObject({ code: 'not-allowed' });
  });
});
