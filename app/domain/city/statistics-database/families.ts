import type { Db } from '#app/db/db.server.ts';
import { codesOfFormula } from '#app/domain/city/indicators/formula.ts';
import type { Indicator } from '#app/domain/city/indicators/read.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { definedIndicators, type Defined, isBound } from './reckoned-people.ts';

type Kept = { at: number; families: Promise<Map<number, Indicator[]>> };

const aMinute = 60_000;
const kept = new WeakMap<Db, Kept>();

/** 连带的计人指标: counts of people that a formula reckons from one another, now or before, directly or by several steps, by the number of each; kept for a minute. */
export function familiesOf(ctx: Ctx): Promise<Map<number, Indicator[]>> {
  const former = kept.get(ctx.db);
  if (former && Math.abs(ctx.now.getTime() - former.at) < aMinute) return former.families;
  const families = definedIndicators(ctx).then((all) => familiesIn(all.filter(isBound)));
  kept.set(ctx.db, { at: ctx.now.getTime(), families });
  families.catch(() => kept.delete(ctx.db));
  return families;
}

/** Those bound by formulas, each list in the order it was given; who is bound to nobody is in none. */
export function familiesIn(people: readonly Defined[]): Map<number, Indicator[]> {
  const family = new Map(people.map((each) => [each.code, new Set([each.code])]));
  for (const { code, reckonedBy } of people) {
    for (const input of reckonedBy.flatMap(codesOfFormula)) {
      const joined = new Set([...family.get(code)!, ...(family.get(input) ?? [])]);
      for (const each of joined) family.set(each, joined);
    }
  }
  return new Map(people.flatMap(({ id, code }) => {
    const own = family.get(code)!;
    return own.size > 1 ? [[id, people.filter((each) => own.has(each.code))] as const] : [];
  }));
}
