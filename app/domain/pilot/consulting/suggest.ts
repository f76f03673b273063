import { and, eq, inArray, sql } from 'drizzle-orm';
import { type Alike, alikeTo, namedPilots, type Standing, standingOf } from '#app/domain/base/communities/alike.ts';
import { type Features, parts, settings, standardised } from '#app/domain/base/communities/alike-features.ts';
import type { Stream } from '#app/domain/base/rule-results/model.ts';
import { rulesOf } from '#app/domain/base/standard/model.ts';
import { countyCode } from '#app/platform/county-code.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { countCommunity, countsAt, newTally, strataOf, type YearSheet } from './count-letters.ts';
import { type Gaps, gapsOf } from './gaps.ts';
import { type Counts, method, noCounts, rankGaps, type Suggestion } from './next-norm.ts';
import { normLessons, ruleEfforts } from './tables.server.ts';
import { whoDidIt, type WhoDidIt } from './who-did-it.ts';
import { allowToSee } from './who-sees.ts';

/** 下一步建议 with everything that explains it. */
export type Suggested = {
  gaps: Gaps;
  suggestions: (Suggestion & WhoDidIt & { rule: Gaps['gaps'][number]['rule']; examples: { code: string; name: string }[] })[];
  circle: { alike: number; nation: number; features: Features };
  learnedAt: Date | null;
};

/** So many of the first suggestions bring their cases and partners along. */
const explained = 20;

/**
 * 建议下一步: ranks the gaps by what communities like this one made of theirs. Reads rows of the lessons and the sheets of the forty
 * nearest, never the results of everybody.
 */
export async function suggestNext(ctx: Ctx, regionCode: string): Promise<Suggested> {
  await allowToSee(ctx, regionCode);
  const gaps = await gapsOf(ctx, regionCode);
  const { sheet, edition } = gaps;
  const standing = await standingOf(ctx, regionCode);
  const features = standing.mine;
  if (!sheet) return { gaps, suggestions: [], circle: { alike: 0, nation: 0, features }, learnedAt: null };
  const rules = rulesOf(edition);
  const near = (await alikeTo(ctx, regionCode, method.alike, standing)).filter(({ distance }) => distance <= method.farthest);
  const sheets = await sheetsOf(ctx, near, sheet.stream);
  const tally = newTally(rules.length);
  for (const own of sheets.values()) countCommunity(tally, own, edition.id);
  const place = new Map(rules.map(({ id }, at) => [id, at]));
  const lessons = await lessonsFor(ctx, standing, edition.id, sheet.stream);
  const efforts = new Map((await ctx.db.select().from(ruleEfforts)).map((row) => [row.ruleId, row]));
  const nation = rules.map(({ id }) => lessons.of(id).nation);
  const ranked = rankGaps(gaps.gaps, { lessons: (id) => ({ ...lessons.of(id), alike: countsAt(tally, place.get(id)!) }), nation, efforts });
  const named = await namedPilots(ctx, [...sheets.keys()]);
  const done = await whoDidIt(ctx, regionCode, ranked.slice(0, explained).map(({ ruleId }) => ruleId), standing);
  const byRule = new Map(gaps.gaps.map((gap) => [gap.ruleId, gap.rule]));
  return {
    gaps, circle: { alike: sheets.size, nation: Math.max(0, ...nation.map(({ known }) => known)), features }, learnedAt: lessons.learnedAt,
    suggestions: ranked.map((one) => ({
      ...one, ...(done.get(one.ruleId) ?? { cases: [], partners: [] }), rule: byRule.get(one.ruleId)!,
      examples: near.filter(({ code }) => named.has(code) && sheets.get(code)?.[0]?.letters[place.get(one.ruleId)!] === 'm').slice(0, 4).map(({ code }) => ({ code, name: named.get(code)! })),
    })),
  };
}

/** 历年结果 of the nearest, newest year first, one sheet a year. */
async function sheetsOf(ctx: Ctx, near: readonly Alike[], stream: Stream): Promise<Map<string, YearSheet[]>> {
  if (near.length === 0) return new Map();
  const codes = near.map(({ code }) => code);
  const { rows } = await ctx.db.execute<YearSheet & { code: string }>(sql`
    select s.region_code as code, s.year, s.edition_id as "editionId", s.letters
    from unnest(${sql.param(codes.map(countyCode))}::int[], ${sql.param(codes)}::text[]) as n (county, code)
    cross join lateral (
      select distinct on (year) region_code, year, edition_id, letters from result_sheets r
      where r.county_code = n.county and r.region_code = n.code and r.stream = ${stream} order by year desc, revision desc limit 5) s`);
  const found = new Map<string, YearSheet[]>();
  for (const { code, ...sheet } of rows) found.set(code, [...(found.get(code) ?? []), sheet]);
  return found;
}

async function lessonsFor(ctx: Ctx, { mine: features, scale }: Standing, editionId: string, stream: Stream) {
  const size = scale ? standardised(features, scale)[0]! : null;
  const strata = strataOf({ setting: settings.indexOf(features.setting), part: parts.indexOf(features.part), size });
  const rows = await ctx.db.select().from(normLessons).where(and(eq(normLessons.editionId, editionId), eq(normLessons.stream, stream), inArray(normLessons.stratum, strata)));
  const at = new Map(rows.map((row) => [`${row.stratum} ${row.ruleId}`, row]));
  const countsOf = (stratum: string, ruleId: string): Counts => at.get(`${stratum} ${ruleId}`) ?? noCounts;
  const narrowest = (ruleId: string) => strata.slice(1).toReversed().map((stratum) => countsOf(stratum, ruleId)).find(({ known }) => known >= method.least) ?? noCounts;
  return {
    of: (ruleId: string) => ({ nation: countsOf('', ruleId), stratum: narrowest(ruleId) }),
    learnedAt: rows[0]?.learnedAt ?? null,
  };
}
