import { type SQL, sql } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
import { borneBy } from '#app/domain/base/regions/borne-by.ts';
import { countyCode } from '#app/platform/county-code.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { byDay, type Due, type DueKind, type Moment, type MomentKind } from './due.ts';

/** 问到的社区: by their codes of today, and by every code they ever bore. */
export type Places = { codes: readonly string[]; ever: readonly string[] };

/** 一间屋子的问法: selects in the columns of `dueLine` or `momentLine`, joined by `union all`; undefined where it has nothing to ask for this person. */
export type Part = (ctx: Ctx, places: Places) => SQL | undefined;

type Said = string | SQL;
type Line<Kind extends string> = { kind: Kind | SQL; day: SQL | null; path?: Said; figure?: SQL };

/** 待办的各列, the same of every room: whose, what, by which day, on which page below its home, and its figure. */
export function dueLine({ regionCode, ...line }: Line<DueKind> & { regionCode: PgColumn | SQL; path: Said }): SQL {
  return sql`${regionCode}::text, ${columnsOf(line)}`;
}

/** 大事的各列, the same of every room. */
export function momentLine(line: Line<MomentKind> & { day: SQL }): SQL {
  return columnsOf(line);
}

function columnsOf({ kind, day, path, figure }: Line<string>): SQL {
  return sql`${kind}::text, ${day}::date, ${path ?? null}::text, ${figure === undefined ? sql`null::jsonb` : sql`to_jsonb(${figure})`}`;
}

/** 在这些社区: the rows of a table that lie there. */
export function lyingIn(table: { countyCode: PgColumn; regionCode: PgColumn }, codes: readonly string[]): SQL {
  return sql`${table.countyCode} = any(${sql.param([...new Set(codes.map(countyCode))])}::int[]) and ${amongCodes(table.regionCode, codes)}`;
}

/** The same of a table that is kept by region alone. */
export function amongCodes(column: PgColumn, codes: readonly string[]): SQL {
  return sql`${column} = any(${sql.param([...codes])}::text[])`;
}

/** 北京日 of a column that holds a moment. */
export const beijingDayOf = (column: PgColumn): SQL => sql`(${column} at time zone 'Asia/Shanghai')::date`;

const most = 2000;

/** 待办 of these communities out of what all rooms ask, in one question; the nearest day first. */
export async function askDue(ctx: Ctx, parts: readonly Part[], codes: readonly string[]): Promise<Due[]> {
  if (codes.length === 0) return [];
  return dueIn(ctx, parts, codes, await borneBy(ctx, codes));
}

/** 待办和大事 of one community: the next thing first of what is due, the oldest first of what has been. */
export async function askBoth(ctx: Ctx, due: readonly Part[], moments: readonly Part[], code: string): Promise<{ due: Due[]; moments: Moment[] }> {
  const borne = await borneBy(ctx, [code]);
  const [open, past] = await Promise.all([dueIn(ctx, due, [code], borne), momentsIn(ctx, moments, [code], borne)]);
  return { due: open, moments: past };
}

type Told<Kind> = { kind: Kind; day: string | null; path: string | null; figure: number | string | null };
type Borne = ReadonlyMap<string, string>;

async function dueIn(ctx: Ctx, parts: readonly Part[], codes: readonly string[], borne: Borne): Promise<Due[]> {
  const asked = union(ctx, parts, codes, borne);
  if (!asked) return [];
  const { rows } = await ctx.db.execute<Told<DueKind> & { regionCode: string; path: string }>(
    sql`/* one plan */ select region_code as "regionCode", kind, day::text as day, path, figure from (${asked}) as told (region_code, kind, day, path, figure) limit ${most}`,
  );
  return rows
    .map(({ regionCode, kind, day, path, figure }): Due => ({ regionCode: borne.get(regionCode)!, kind, dueOn: day, path, ...(figure === null ? {} : { figure }) }))
    .toSorted(byDay);
}

async function momentsIn(ctx: Ctx, parts: readonly Part[], codes: readonly string[], borne: Borne): Promise<Moment[]> {
  const asked = union(ctx, parts, codes, borne);
  if (!asked) return [];
  const { rows } = await ctx.db.execute<Told<MomentKind> & { day: string }>(
    sql`/* one plan */ select kind, day::text as day, path, figure from (${asked}) as told (kind, day, path, figure) order by told.day limit ${most}`,
  );
  return rows.map(({ kind, day, path, figure }): Moment => ({ kind, day, ...(path === null ? {} : { path }), ...(figure === null ? {} : { figure }) }));
}

function union(ctx: Ctx, parts: readonly Part[], codes: readonly string[], borne: Borne): SQL | undefined {
  const asked = parts.flatMap((part) => part(ctx, { codes, ever: [...borne.keys()] }) ?? []);
  return asked.length === 0 ? undefined : sql.join(asked, sql` union all `);
}
