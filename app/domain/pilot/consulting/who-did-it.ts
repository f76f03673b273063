import { sql } from 'drizzle-orm';
import { howAlike, type Standing } from '#app/domain/base/communities/alike.ts';
import { casesForRules } from '#app/domain/pilot/case-library/read.ts';
import type { Ctx } from '#app/platform/ctx.ts';

/** 谁做成过: the cases of the library for a rule, those of the most similar communities first, and partners whose names are public. */
export type WhoDidIt = { cases: { id: string; title: string; titleEn: string; community: string; cost: number | null; months: number }[]; partners: string[] };

const mostCases = 3;
const mostPartners = 4;

/**
 * For some rules at once. Partners are those of published cases, who agreed to be named, and verified organisations that a finished task
 * of a plan names.
 */
export async function whoDidIt(ctx: Ctx, regionCode: string, ruleIds: readonly string[], standing: Standing): Promise<Map<string, WhoDidIt>> {
  if (ruleIds.length === 0) return new Map();
  const found = await casesForRules(ctx, ruleIds);
  const alike = await howAlike(ctx, regionCode, found.map((one) => one.regionCode), standing);
  const near = (code: string) => {
    const at = alike.findIndex((one) => one.code === code);
    return at < 0 ? alike.length : at;
  };
  const { rows } = await ctx.db.execute<{ ruleId: string; name: string }>(sql`
    select distinct served.rule_id as "ruleId", o.name from plan_tasks t cross join lateral unnest(t.rule_ids) as served (rule_id)
    join organisations o on o.name = t.partner and o.verification = 'verified' and o.kind <> 'government'
    where t.state = 'done' and t.partner <> '' and served.rule_id = any(${sql.param(ruleIds)}::text[]) limit 200`);
  return new Map(ruleIds.map((ruleId) => {
    const mine = found.filter((one) => one.ruleId === ruleId && one.regionCode !== regionCode).toSorted((a, b) => near(a.regionCode) - near(b.regionCode));
    const partners = [...mine.flatMap(({ content }) => content.partners.map(({ name }) => name)), ...rows.filter((row) => row.ruleId === ruleId).map(({ name }) => name)];
    return [ruleId, {
      cases: mine.slice(0, mostCases).map(({ id, content, community }) => ({ id, title: content.title, titleEn: content.titleEn, community, cost: content.cost, months: content.months })),
      partners: [...new Set(partners)].slice(0, mostPartners),
    }];
  }));
}
