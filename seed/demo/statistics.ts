import { sql } from 'drizzle-orm';
import { concludeResults } from '#app/domain/base/rule-results/conclude-results.ts';
import { foldChanges } from '#app/domain/base/rule-results/fold.ts';
import type { Level, Stream } from '#app/domain/base/rule-results/model.ts';
import { type PlacedRule, rulesOf } from '#app/domain/base/standard/model.ts';
import { currentEdition } from '#app/domain/base/standard/read.ts';
import { change } from '#app/platform/change.ts';
import { inParts } from '#app/platform/in-batches.ts';
import { places } from './places.ts';
import { by, type Stage } from './stage.ts';

/** 示例结果 of invented assessments: where, how many committees, and how far they are; all of it is marked as invented. */
const provinces: readonly [head: string, committees: number, strength: number][] = [
  ['340111', 18, 66], ['340104', 9, 61], ['3402', 5, 52], ['3201', 12, 72], ['3205', 8, 74], ['1101', 10, 76], ['3101', 10, 78], ['3301', 10, 73], ['4403', 12, 70], ['4401', 6, 65],
  ['5101', 9, 63], ['4201', 7, 59], ['4301', 7, 60], ['6101', 6, 55], ['3502', 5, 64], ['3701', 6, 57], ['5001', 7, 58], ['2101', 4, 51], ['5301', 4, 46], ['6501', 3, 42], ['4501', 4, 49], ['2301', 3, 48],
];

/** Between 0 and 99, the same at every telling. */
function chance(...about: readonly (string | number)[]): number {
  let mixed = 2_166_136_261;
  for (const letter of about.join(' ')) mixed = Math.imul(mixed ^ letter.charCodeAt(0), 16_777_619) >>> 0;
  mixed = Math.imul(mixed ^ (mixed >>> 15), 2_246_822_507) >>> 0;
  return ((mixed ^ (mixed >>> 13)) >>> 0) % 100;
}

/** Some sections are easier than others, musts are met more often, and each year a little more. */
const easier: Record<string, number> = { A: 8, B: 4, C: -6, D: 0, E: -10 };
function levelOf(rule: PlacedRule, code: string, strength: number, years: number): Level {
  const own = strength + (easier[rule.section.id] ?? 0) + (rule.kind === 'must' ? 9 : -4) + (chance(code) - 50) / 4 + 5 * years + (chance(rule.id) - 50) / 3;
  const drawn = chance(code, rule.id);
  if (rule.kind === 'must' && strength > 55 && chance(code, 'careful') < 14) return 'met';
  if (rule.kind === 'may' && drawn > 91) return 'not-applicable';
  if (drawn < own - 12) return 'met';
  return drawn < own + 14 ? 'partly' : 'not-met';
}

/** 各地的评估结果: two years of self-assessment over the country, and some evaluations on site. */
export async function concludeElsewhere(stage: Stage): Promise<void> {
  const ctx = by(stage, 'system', { day: -2, at: '18:00' });
  const edition = await currentEdition(ctx);
  const rules = rulesOf(edition);
  const year = Number(stage.today.slice(0, 4));
  const units = await committees(stage);
  const told = units.flatMap(({ code, strength }): [string, number, number, Stream][] => [
    [code, strength, year, 'self'],
    ...(chance(code, 'before') < 45 ? [[code, strength, year - 1, 'self'] as [string, number, number, Stream]] : []),
    ...(chance(code, 'site') < 25 ? [[code, strength - 7, year, 'on-site'] as [string, number, number, Stream]] : []),
  ]);
  for (const some of inParts(told, 50)) {
    await change(ctx, async (tx) => {
      for (const [regionCode, strength, of, stream] of some) {
        const levels = Object.fromEntries(rules.map((rule) => [rule.id, levelOf(rule, regionCode, strength, of - year)]));
        await concludeResults(tx, { regionCode, year: of, stream, editionId: edition.id, levels, sourceId: 'demo' });
      }
      await tx.record('demo.told', { id: 'demo-statistics', regionCode: '*' }, { results: some.length });
    });
  }
  await foldChanges(ctx);
}

/** Real committees of these places, without those whose own story is told; the first streets of each, so that one can go down to them. */
async function committees({ db }: Stage): Promise<{ code: string; strength: number }[]> {
  const taken = [...places.map(({ unit }) => unit), '340111400'];
  const found = [];
  for (const [head, many, strength] of provinces) {
    const { rows } = await db.execute<{ code: string }>(sql`
      select code from regions where level = 5 and code >= ${head} and code < ${`${head}:`} and not is_synthetic and not is_virtual and not is_ended
        and not exists (select from unnest(${sql.param(taken)}::text[]) own where regions.code like own || '%')
      order by right(code, 3), code limit ${many}`);
    found.push(...rows.map(({ code }) => ({ code, strength })));
  }
  return found;
}
