import { and, eq, isNull, sql } from 'drizzle-orm';
import { communities } from '#app/domain/base/communities/tables.server.ts';
import { evidence } from '#app/domain/base/evidence/tables.server.ts';
import { type FactKey, factKeys } from '#app/domain/base/evidence/facts.ts';
import { inside } from '#app/domain/base/regions/inside.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';

/** 一道题 as far as it matters here: `fact` names what fills it in beforehand. */
export type Asking = { id: string; label: { zh: string; en: string }; fact?: string | undefined };

/** A question that asks for what is held, and the key of it. */
export type AskedAgain = { id: string; label: Asking['label']; factKey: FactKey };

/** How each figure is asked for, whatever its question is called. */
const asksFor: Record<FactKey, RegExp> = {
  population: /常住人口|总人口|人口(总)?数|resident population|number of residents/i,
  households: /户数|household/i,
  area: /(社区|辖区|占地)面积|^area of the community/i,
  'children-0-3': /0\s*[–—~至到-]\s*3\s*岁|aged 0\s*[–-]\s*3/i,
  'children-4-6': /4\s*[–—~至到-]\s*6\s*岁|aged 4\s*[–-]\s*6/i,
  'children-7-12': /7\s*[–—~至到-]\s*12\s*岁|aged 7\s*[–-]\s*12/i,
  'children-13-18': /13\s*[–—~至到-]\s*18\s*岁|aged 13\s*[–-]\s*18/i,
  'children-left-behind': /留守儿童|left[- ]behind/i,
  'children-migrant': /流动儿童|migrant (children|families)/i,
  'children-disabled': /残疾儿童|children with disabilities/i,
  'children-hardship': /困境儿童|children in hardship/i,
  'indoor-area': /室内.{0,8}面积|indoor (space|area)/i,
  'outdoor-area': /(户外|室外).{0,8}面积|outdoor (space|area)/i,
  'social-workers': /社工(人)?数|number of social workers/i,
  'childrens-directors': /儿童主任(人)?数|number of children[’']s directors/i,
  volunteers: /志愿者(人)?数|number of volunteers/i,
};

/** 又在问: questions that ask for a figure and are not marked as filled from what is known, whether or not anything is held. */
export function askingAgain(questions: readonly (Asking & { kind?: string })[]): AskedAgain[] {
  return questions.flatMap(({ id, label, fact, kind }) => {
    if (fact || (kind !== undefined && kind !== 'number' && kind !== 'text')) return [];
    const factKey = factKeys.find((key) => key === id || asksFor[key].test(label.zh.normalize('NFKC')) || asksFor[key].test(label.en));
    return factKey ? [{ id, label, factKey }] : [];
  });
}

/** 已掌握而又在问: of these only what the graph holds of some place in the region. */
export async function alreadyKnown(ctx: Ctx, regionCode: string, questions: readonly (Asking & { kind?: string })[]): Promise<AskedAgain[]> {
  const again = askingAgain(questions);
  const held: AskedAgain[] = [];
  for (const one of again) if (await isHeld(ctx, regionCode, one.factKey)) held.push(one);
  return held;
}

/** 不得重复索要 (填一次): a form is not published while it asks people for what they have already told. */
export async function refuseAlreadyKnown(ctx: Ctx, regionCode: string, questions: readonly (Asking & { kind?: string })[]): Promise<void> {
  if ((await alreadyKnown(ctx, regionCode, questions)).length > 0) throw new Refusal('already-known');
}

async function isHeld(ctx: Ctx, regionCode: string, key: FactKey): Promise<boolean> {
  const { rows } = await ctx.db.execute<{ held: boolean }>(sql`
    select exists (select 1 from ${communities} where ${and(sql`${communities.facts} ->> ${key}::text <> ''`, inside(communities.regionCode, regionCode))})
        or exists (select 1 from ${evidence} where ${and(eq(evidence.factKey, key), isNull(evidence.withdrawnAt), inside(evidence.regionCode, regionCode))}) as held`);
  return rows[0]!.held;
}
