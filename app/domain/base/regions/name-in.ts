import { ilike, or, type SQL, sql } from 'drizzle-orm';
import type { Ctx } from '#app/platform/ctx.ts';
import { regions } from './tables.server.ts';

type Reader = Pick<Ctx, 'locale' | 'inChinese'>;

/** 以官方名称: the same request, for what is kept, printed, compared or read by machines: places keep their Chinese names. */
export function officially<C extends Reader>(ctx: C): C {
  return { ...ctx, inChinese: true };
}

const inEnglish = (ctx: Reader) => ctx.locale === 'en' && !ctx.inChinese;

/** 地名: the name of the joined region in the language of who reads; what has no English yet is shown in Chinese. */
export function nameIn(ctx: Reader): SQL<string> {
  return inEnglish(ctx) ? sql<string>`coalesce(${regions.english}, ${regions.name})` : sql<string>`${regions.name}`;
}

/** The same where the join may find none. */
export const nameIfAny = (ctx: Reader): SQL<string | null> => nameIn(ctx);

/** The same of a row of `regions` that bears another name in a query. */
export function nameOf(ctx: Reader, row: string): SQL<string> {
  const [english, name] = [sql.raw(`${row}.english`), sql.raw(`${row}.name`)];
  return inEnglish(ctx) ? sql<string>`coalesce(${english}, ${name})` : sql<string>`${name}`;
}

/** What stands between the steps of a place: 安徽省 合肥市, Anhui Province, Hefei City. */
export const between = (ctx: Reader) => (inEnglish(ctx) ? ', ' : ' ');

/** 名称含有: what a list is filtered by, `like` being the words as a pattern. */
export const nameHas = (ctx: Reader, like: string) => (inEnglish(ctx) ? or(ilike(regions.name, like), ilike(regions.english, like)) : ilike(regions.name, like));

/** 英文地名 of some places, for programs that name them officially; what has none is left out. */
export async function englishNames(ctx: Pick<Ctx, 'db'>, codes: readonly string[]): Promise<{ code: string; english: string }[]> {
  if (codes.length === 0) return [];
  const { rows } = await ctx.db.execute<{ code: string; english: string }>(sql`select code, english from ${regions} where code = any(${sql.param([...codes])}::text[]) and english is not null`);
  return rows;
}
