import { eq } from 'drizzle-orm';
import fc from 'fast-check';
import { describe, expect } from 'vitest';
import { applyPlan } from './apply-plan.ts';
import { planChange } from './change-plan.ts';
import type { ChangeLine } from './model.ts';
import { listChildren } from './read.ts';
import { lineageOf } from './successors.ts';
import { regions } from './tables.server.ts';
import { nameThenAndNow } from './then.ts';
import type { Db } from '#app/db/db.server.ts';
import { recommendations } from '#app/domain/pilot/applications/tables.server.ts';
import { change } from '#app/platform/change.ts';
import { system } from '#app/platform/ctx.ts';
import { aRegion } from '#tests/cycle.ts';
import { ctxOf, test, today } from '#tests/world.ts';

const county = '340199';
const hour = 3_600_000;
const changeId = '01900000-0000-7000-8000-000000000001';

/** A paper as the test remembers it: where and under which name it was made, and where its place is today. */
type Paper = { id: string; code: string; at: Date; name: string; today: string[]; counts: string };
type World = { units: Map<string, string>; gone: string[]; papers: Paper[]; clock: number; names: number };

const deed = fc.record({ kind: fc.constantFrom('rename', 'recode', 'reuse', 'merge', 'absorb', 'split', 'part', 'swap'), a: fc.nat(99), b: fc.nat(99) });

function linesFor(world: World, { kind, a, b }: { kind: string; a: number; b: number }): ChangeLine[] {
  const codes = [...world.units.keys()];
  const one = codes[a % codes.length]!;
  const two = codes[b % codes.length]!;
  world.names += 1;
  const name = `第${world.names}街道`;
  const free = () => {
    for (let n = 1; ; n += 1) {
      const code = `${county}${String((world.names * 7 + n) % 99).padStart(3, '0')}`;
      if (!world.units.has(code)) return code;
    }
  };
  const line = (what: ChangeLine['kind'], from: string, to: string, toName: string): ChangeLine => ({ kind: what, fromCode: from, fromName: world.units.get(from)!, toCode: to, toName });
  const old = world.gone.findLast((code) => !world.units.has(code));
  if (kind === 'rename') return [line('rename', one, one, name)];
  if (kind === 'recode') return [line('recode', one, free(), name)];
  if (kind === 'reuse') return old ? [line('recode', one, old, name)] : [];
  if (kind === 'split') return [line('split', one, free(), name), line('split', one, one, `${name}甲`)];
  if (kind === 'part') {
    const first = free();
    world.names += 1;
    const second = free();
    return first === second ? [] : [line('split', one, first, name), line('split', one, second, `${name}乙`)];
  }
  if (one === two) return [];
  if (kind === 'merge') {
    const to = free();
    return [line('merge', one, to, name), line('merge', two, to, name)];
  }
  if (kind === 'absorb') return [line('merge', one, two, world.units.get(two)!)];
  return [line('recode', one, two, world.units.get(one)!), line('recode', two, one, world.units.get(two)!)];
}

/** What the table says, told again in the plainest way. */
function remember(world: World, lines: readonly ChangeLine[]) {
  const next = new Map<string, string[]>();
  for (const { kind, fromCode, toCode } of lines) if (kind !== 'rename') next.set(fromCode, [...(next.get(fromCode) ?? []), toCode]);
  for (const paper of world.papers) {
    paper.today = [...new Set(paper.today.flatMap((code) => next.get(code) ?? [code]))];
    paper.counts = next.get(paper.counts)?.[0] ?? paper.counts;
  }
  for (const code of next.keys()) {
    world.units.delete(code);
    world.gone.push(code);
  }
  for (const { toCode, toName } of lines) world.units.set(toCode, toName);
}

async function aPaper(db: Db, world: World, pick: number) {
  const codes = [...world.units.keys()];
  const code = codes[pick % codes.length]!;
  world.clock += hour;
  const at = new Date(world.clock);
  const [row] = await db.insert(recommendations).values({ regionCode: code, recommender: '张', contact: '1', reason: '好', code: `R-${world.clock}`, createdAt: at }).returning({ id: recommendations.id });
  world.papers.push({ id: row!.id, code, at, name: world.units.get(code)!, today: [code], counts: code });
}

async function compare(db: Db, world: World) {
  const ctx = ctxOf(db);
  const shown = await listChildren(ctx, county);
  expect(shown.map(({ code, name }) => [code, name])).toEqual([...world.units].toSorted());
  const counted = new Map<string, number>();
  for (const paper of world.papers) {
    const lineage = (await lineageOf(ctx, paper.code, paper.at))!;
    expect(lineage.name).toBe(paper.name);
    expect(lineage.today.map(({ code }) => code).toSorted()).toEqual(paper.today.toSorted());
    const principal = lineage.today.filter((unit) => unit.isPrincipal).map(({ code }) => code);
    expect(principal).toEqual([paper.counts]);
    counted.set(paper.counts, (counted.get(paper.counts) ?? 0) + 1);
    const [row] = await db
      .select({ told: nameThenAndNow(ctx, recommendations.regionCode, recommendations.createdAt) })
      .from(recommendations)
      .innerJoin(regions, eq(regions.code, recommendations.regionCode))
      .where(eq(recommendations.id, paper.id));
    const [first, ...rest] = lineage.today.map(({ name }) => name);
    const now = [first!, ...rest].join('、');
    expect(row!.told).toBe(now === paper.name ? paper.name : `${paper.name}（今${now}）`);
  }
  expect([...counted.keys()].every((code) => world.units.has(code))).toBe(true);
  expect([...counted.values()].reduce((sum, n) => sum + n, 0)).toBe(world.papers.length);
}

class Undo extends Error {}

describe('after any row of changes', () => {
  test('every old paper has its name of that day and exactly its present successors, and none is counted twice or lost', { timeout: 120_000 }, async ({ db }) => {
    await aRegion(db, county, '试验区');
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(deed, fc.nat(99)), { minLength: 3, maxLength: 9 }), async (deeds) => {
        const run = db.transaction(async (inner) => {
          const world: World = { units: new Map(), gone: [], papers: [], clock: today.getTime(), names: 0 };
          for (const n of [1, 2, 3, 4]) {
            const code = `${county}10${n}`;
            world.units.set(code, `原${n}街道`);
            await inner.insert(regions).values({ code, level: 4, name: `原${n}街道`, kind: 'town', parentCode: county, pinyin: '', initials: '', words: '' });
          }
          for (const [what, pick] of deeds) {
            await aPaper(inner, world, pick);
            const lines = linesFor(world, what);
            if (lines.length === 0) continue;
            const above = ['34', '3401', county].map((code) => ({ code, name: code }));
            const planned = planChange(lines, [...above, ...[...world.units].map(([code, name]) => ({ code, name }))]);
            if ('problems' in planned) throw new Error(JSON.stringify([lines, planned.problems]));
            world.clock += hour;
            await change(ctxOf(inner, system, new Date(world.clock)), (tx) => applyPlan(tx, changeId, planned.plan));
            remember(world, lines);
          }
          await compare(inner, world);
          throw new Undo();
        });
        await run.catch((error: unknown) => {
          if (!(error instanceof Undo)) throw error;
        });
      }),
      { numRuns: 60, seed: 20260901 },
    );
  });
});
