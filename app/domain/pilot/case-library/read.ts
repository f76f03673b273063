import { and, count, desc, eq, exists, ilike, inArray, like, or, sql, type SQL } from 'drizzle-orm';
import { nameHas, nameIn } from '#app/domain/base/regions/name-in.ts';
import { placeAbove } from '#app/domain/base/regions/then.ts';
import { regions } from '#app/domain/base/regions/tables.server.ts';
import { anywhere } from '#app/platform/anywhere.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { isId } from '#app/platform/is-id.ts';
import { type Cursor, cursorOf, keyset, pageOf } from '#app/platform/keyset.ts';
import { Refusal } from '#app/platform/refusal.ts';
import type { AgeBand, CaseContent, Tag } from './model.ts';
import { caseReach, caseRules, cases, caseVersions } from './tables.server.ts';

/** 找案例. */
export type CaseFilter = Cursor & {
  q?: string | undefined; rule?: string | undefined; section?: string | undefined; tag?: Tag | undefined; age?: AgeBand | undefined;
  region?: string | undefined; mostCost?: number | undefined; communities?: readonly string[] | undefined;
};

/** 学用数: in how many plans of other places. */
export const reachOf = sql<number>`(select count(*)::int from library_case_reach r where r.case_id = ${cases.id})`;
const lineTo = (ctx: Ctx) => ({
  id: cases.id, number: cases.number, regionCode: cases.regionCode, version: cases.version, content: caseVersions.content, publishedAt: caseVersions.publishedAt,
  community: nameIn(ctx), place: placeAbove(ctx, cases.regionCode), reach: reachOf,
});

function lines(ctx: Ctx) {
  return ctx.db
    .select(lineTo(ctx))
    .from(cases)
    .innerJoin(caseVersions, and(eq(caseVersions.caseId, cases.id), eq(caseVersions.version, cases.version)))
    .innerJoin(regions, eq(regions.code, cases.regionCode));
}
export type CaseLine = Awaited<ReturnType<typeof casesByIds>>[number];

/** 案例库: what is published, newest first; every filter is asked of the published version. */
export async function listCases(ctx: Ctx, { q, rule, section, tag, age, region, mostCost, communities, ...asked }: CaseFilter, size = 24) {
  const cursor = cursorOf(asked);
  const page = keyset(cases.id, cursor, size);
  const content = caseVersions.content;
  const serves = (which: SQL) => exists(ctx.db.select({ id: caseRules.caseId }).from(caseRules).where(and(eq(caseRules.caseId, cases.id), which)));
  const said = (name: keyof CaseContent) => ilike(sql`${content} ->> ${name}`, anywhere(q!));
  const rows = await lines(ctx)
    .where(and(
      eq(cases.isShown, true), page.where,
      q ? or(said('title'), said('titleEn'), said('summary'), said('summaryEn'), said('problem'), said('action'), nameHas(ctx, anywhere(q)), eq(cases.number, q)) : undefined,
      rule ? serves(eq(caseRules.ruleId, rule)) : undefined, section ? serves(like(caseRules.ruleId, `${section}%`)) : undefined,
      tag ? sql`${content} -> 'tags' ? ${tag}` : undefined, age ? sql`${content} -> 'ages' ? ${age}` : undefined,
      region ? like(cases.regionCode, `${region}%`) : undefined, communities ? inArray(cases.regionCode, [...communities]) : undefined,
      mostCost === undefined ? undefined : sql`(${content} ->> 'cost')::numeric <= ${mostCost}`,
    ))
    .orderBy(page.order)
    .limit(page.limit);
  return pageOf(rows, cursor, (row) => row.id, size);
}

/** 这些案例, in the order asked; those not in the library are left out. */
export async function casesByIds(ctx: Ctx, ids: readonly string[]) {
  if (ids.length === 0) return [];
  const rows = await lines(ctx).where(and(inArray(cases.id, [...ids]), eq(cases.isShown, true)));
  return ids.flatMap((id) => rows.find((row) => row.id === id) ?? []);
}

/** 一个案例: the newest version or the one asked for, with all versions and where it was taken over. */
export async function getCase(ctx: Ctx, id: string, version?: number) {
  const [row] = isId(id) ? await lines(ctx).where(and(eq(cases.id, id), eq(cases.isShown, true))) : [];
  if (!row) throw new Refusal('case-not-found', 404);
  const versions = await ctx.db
    .select({ version: caseVersions.version, hash: caseVersions.hash, changes: caseVersions.changes, publishedAt: caseVersions.publishedAt, content: caseVersions.content })
    .from(caseVersions)
    .where(eq(caseVersions.caseId, id))
    .orderBy(desc(caseVersions.version));
  const shown = versions.find((one) => one.version === (version ?? row.version));
  if (!shown) throw new Refusal('case-not-found', 404);
  return { ...row, ...shown, isNewest: shown.version === row.version, versions: versions.map(({ content: _, ...one }) => one) };
}

/** 学用地区: in how many places of each province a case was taken over. */
export function reachByProvince(ctx: Ctx, id: string) {
  const province = sql<string>`left(${caseReach.regionCode}, 2)`;
  return ctx.db.select({ province, places: count() }).from(caseReach).where(eq(caseReach.caseId, id)).groupBy(province).orderBy(desc(count()));
}

/** 细则的案例: for what is suggested about a rule; the cheapest known first. */
export async function casesForRules(ctx: Ctx, ruleIds: readonly string[], most = 200) {
  if (ruleIds.length === 0) return [];
  return ctx.db
    .select({ ...lineTo(ctx), ruleId: caseRules.ruleId })
    .from(caseRules)
    .innerJoin(cases, eq(cases.id, caseRules.caseId))
    .innerJoin(caseVersions, and(eq(caseVersions.caseId, cases.id), eq(caseVersions.version, cases.version)))
    .innerJoin(regions, eq(regions.code, cases.regionCode))
    .where(and(inArray(caseRules.ruleId, [...ruleIds]), eq(cases.isShown, true)))
    .orderBy(sql`(${caseVersions.content} ->> 'cost')::numeric nulls last`, desc(cases.id))
    .limit(most);
}
