import { and, eq, gte, inArray, lte, sql } from 'drizzle-orm';
import { allow } from '#app/domain/base/accounts/access.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { tidyWordCode } from './code-words.ts';
import { within } from './inside-identity.ts';
import { children, classCodes, guardianships, openings } from './tables.server.ts';

/** 受影响的孩子: an opaque id and where, never who. */
export type Affected = { childId: string; regionCode: string };
export type Touched = { by: 'region' } | { by: 'looks'; from: Date; to: Date; openedByName: string } | { by: 'children'; numbers: readonly string[] };

/** Whether a child lives in this region or below. */
export const liesIn = (regionCode: string) => (regionCode === '*' ? sql`true` : sql`starts_with(${children.regionCode}, ${regionCode})`);

/** 查找受影响的孩子 of a region: all of them, those whose identity was opened in a period, or those of a list of numbers. For whoever handles an incident there. */
export async function findAffected(ctx: Ctx, regionCode: string, touched: Touched): Promise<Affected[]> {
  allow(ctx, 'incident.handle', { regionCode });
  return within(ctx.db, (db) => {
    const kids = db.select({ childId: children.id, regionCode: children.regionCode }).from(children);
    if (touched.by === 'region') return kids.where(liesIn(regionCode)).limit(100_000);
    if (touched.by === 'children') {
      const ids = sql.param(touched.numbers.map((number) => number.toLowerCase()));
      return kids.where(and(liesIn(regionCode), sql`(right(${children.id}::text, 8) = any(${ids}::text[]) or ${children.id}::text = any(${ids}::text[]))`)).limit(10_000);
    }
    const looked = db.select({ id: openings.childId }).from(openings)
      .where(and(gte(openings.at, touched.from), lte(openings.at, touched.to), touched.openedByName ? eq(openings.openedByName, touched.openedByName) : undefined));
    return kids.where(and(liesIn(regionCode), inArray(children.id, looked))).limit(100_000);
  });
}

/** 是否都在这个地区: whether each of these is a child of the region or below it; a number that is nobody's is answered alike. */
export async function areAllIn(ctx: Ctx, childIds: readonly string[], regionCode: string): Promise<boolean> {
  if (childIds.length === 0) return true;
  return (await within(ctx.db, (db) => db.$count(children, and(liesIn(regionCode), inArray(children.id, [...childIds]))))) === new Set(childIds).size;
}

/** 班级码的使用: how often somebody came with it; nobody knows who. */
export async function findCodeUses(ctx: Ctx, regionCode: string, typed: string): Promise<{ id: string; uses: number } | undefined> {
  allow(ctx, 'incident.handle', { regionCode });
  const code = tidyWordCode(typed);
  if (!code) return undefined;
  const [row] = await ctx.db.select({ id: classCodes.id, uses: classCodes.uses, place: classCodes.regionCode }).from(classCodes).where(eq(classCodes.code, code));
  return row && (regionCode === '*' || row.place.startsWith(regionCode)) ? row : undefined;
}

/** 这些孩子的监护人: child → accounts. */
export async function guardiansOf(ctx: Ctx, childIds: readonly string[]): Promise<Map<string, string[]>> {
  const rows = childIds.length === 0 ? [] : await within(ctx.db, (db) => db.select({ childId: guardianships.childId, userId: guardianships.userId }).from(guardianships).where(sql`${guardianships.childId} = any(${sql.param([...childIds])}::uuid[])`));
  return new Map([...Map.groupBy(rows, ({ childId }) => childId)].map(([childId, some]) => [childId, some.map(({ userId }) => userId)]));
}

/** 我的孩子的编号, for the pages of a guardian. */
export async function ownChildIds(ctx: Ctx): Promise<string[]> {
  const rows = await within(ctx.db, (db) => db.select({ childId: guardianships.childId }).from(guardianships).where(eq(guardianships.userId, ctx.actor.id)));
  return rows.map(({ childId }) => childId);
}

/** 按编号找孩子 of a place, for a legal hold: the number that staff see, or the whole of it; never who it is. */
export async function findChildByNumber(ctx: Ctx, regionCode: string, number: string): Promise<string> {
  allow(ctx, 'retention.keep', { regionCode });
  const [row] = await within(ctx.db, (db) => db.select({ id: children.id }).from(children).where(and(liesIn(regionCode), sql`(right(${children.id}::text, 8) = ${number.toLowerCase()} or ${children.id}::text = ${number.toLowerCase()})`)).limit(1));
  if (!row) throw new Refusal('child-number-unknown', 404);
  return row.id;
}
