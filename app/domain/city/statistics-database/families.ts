import { and, eq, sql } from 'drizzle-orm';
import type { Db } from '#app/db/db.server.ts';
import { codesIn } from '#app/domain/city/indicators/formula.ts';
import { readFormula } from '#app/domain/city/indicators/read-formula.ts';
import type { Indicator } from '#app/domain/city/indicators/read.ts';
import { indicators, indicatorVersions } from '#app/domain/city/indicators/tables.server.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { together } from '#app/platform/together.ts';
import { peopleUnits } from './model.ts';

type Kept = { at: number; families: Promise<Map<number, Indicator[]>> };

const aMinute = 60_000;
const kept = new WeakMap<Db, Kept>();

/** 连带的计人指标: counts of people that a formula reckons from one another, directly or by several steps, by the number of each; kept for a minute. */
export function familiesOf(ctx: Ctx): Promise<Map<number, Indicator[]>> {
  const former = kept.get(ctx.db);
  if (former && Math.abs(ctx.now.getTime() - former.at) < aMinute) return former.families;
  const families = peopleIndicators(ctx).then(familiesIn);
  kept.set(ctx.db, { at: ctx.now.getTime(), families });
  families.catch(() => kept.delete(ctx.db));
  return families;
}

function peopleIndicators(ctx: Ctx): Promise<Indicator[]> {
  const inForce = and(eq(indicatorVersions.indicatorId, indicators.id), eq(indicatorVersions.version, indicators.version));
  const whole = sql`jsonb_build_object('id', ${indicators.id}, 'code', ${indicators.code}, 'version', ${indicators.version}, 'definition', ${indicatorVersions.definition})`;
  return together<Indicator>(ctx, sql`select ${whole} from ${indicators} inner join ${indicatorVersions} on ${inForce} where ${indicatorVersions.definition}->>'unit' = any(${sql.param([...peopleUnits])}::text[]) order by ${indicators.id}`);
}

/** Those bound by formulas, each list in the order it was given; who is bound to nobody is in none. */
export function familiesIn(people: readonly Indicator[]): Map<number, Indicator[]> {
  const family = new Map(people.map((each) => [each.code, new Set([each.code])]));
  for (const { code, definition } of people) {
    const read = definition.formula ? readFormula(definition.formula) : undefined;
    for (const input of read && 'tree' in read ? codesIn(read.tree) : []) {
      const joined = new Set([...family.get(code)!, ...(family.get(input) ?? [])]);
      for (const each of joined) family.set(each, joined);
    }
  }
  return new Map(people.flatMap(({ id, code }) => {
    const own = family.get(code)!;
    return own.size > 1 ? [[id, people.filter((each) => own.has(each.code))] as const] : [];
  }));
}
