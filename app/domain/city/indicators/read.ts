import { and, asc, desc, eq, inArray, sql } from 'drizzle-orm';
import { allowAnywhere } from '#app/domain/base/accounts/access.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { together } from '#app/platform/together.ts';
import { type Definition, everybody, type Frame } from './model.ts';
import { breakdowns, departments, indicatorLinks, indicators, indicatorVersions } from './tables.server.ts';

export type Indicator = { id: number; code: string; version: number; definition: Definition };

const inForce = and(eq(indicatorVersions.indicatorId, indicators.id), eq(indicatorVersions.version, indicators.version));
const shown = { id: indicators.id, code: indicators.code, version: indicators.version, definition: indicatorVersions.definition };

/** 现行定义 of some indicators, or of all, by their codes. */
export async function indicatorsByCode(ctx: Ctx, codes?: readonly string[]): Promise<Map<string, Indicator>> {
  if (codes?.length === 0) return new Map();
  const whole = sql`jsonb_build_object('id', ${indicators.id}, 'code', ${indicators.code}, 'version', ${indicators.version}, 'definition', ${indicatorVersions.definition})`;
  const rows = await together<Indicator>(ctx, sql`select ${whole} from ${indicators} inner join ${indicatorVersions} on ${inForce} where ${codes ? inArray(indicators.code, [...codes]) : sql`true`} order by ${indicators.id}`);
  return new Map(rows.map((row) => [row.code, row]));
}

/** 现行定义 of some indicators by their numbers. */
export async function indicatorsById(ctx: Ctx, ids: readonly number[]): Promise<Map<number, Indicator>> {
  if (ids.length === 0) return new Map();
  const rows = await ctx.db.select(shown).from(indicators).innerJoin(indicatorVersions, inForce).where(inArray(indicators.id, [...ids]));
  return new Map(rows.map((row) => [row.id, row]));
}

/** 一个指标 in the version in force. */
export async function getIndicator(ctx: Ctx, code: string): Promise<Indicator> {
  const found = (await indicatorsByCode(ctx, [code])).get(code);
  if (!found) throw new Refusal('indicator-not-found', 404);
  return found;
}

export type Department = { id: string; zh: string; en: string };

/** 责任部门, in the order of the list. */
export function listDepartments(ctx: Ctx): Promise<Department[]> {
  return together<Department>(ctx, sql`select jsonb_build_object('id', id, 'zh', zh, 'en', en) from ${departments} order by position`);
}

/** 分组. */
export function listBreakdowns(ctx: Ctx) {
  return ctx.db.select().from(breakdowns).orderBy(asc(breakdowns.id));
}

/** 可选的分组维度, such as age: those of which there are groups. */
export async function dimensionsKnown(ctx: Ctx): Promise<string[]> {
  return [...new Set((await listBreakdowns(ctx)).filter(({ id }) => id !== everybody).map(({ dimension }) => dimension))];
}

export type Link = { frame: Frame; target: string };

/** 对应关系 of some indicators, by their numbers. */
export async function linksOf(ctx: Ctx, ids: readonly number[]): Promise<Map<number, Link[]>> {
  const l = indicatorLinks;
  const rows = ids.length === 0 ? [] : await together<Link & { indicatorId: number }>(ctx, sql`select jsonb_build_object('indicatorId', ${l.indicatorId}, 'frame', ${l.frame}, 'target', ${l.target}) from ${l} where ${inArray(l.indicatorId, [...ids])} order by ${l.frame}, ${l.target}`);
  const found = new Map<number, Link[]>();
  for (const { indicatorId, frame, target } of rows) found.set(indicatorId, [...(found.get(indicatorId) ?? []), { frame, target }]);
  return found;
}

/** 对应到的: all that any indicator speaks to, by frame. */
export async function targetsSpokenTo({ db }: Ctx): Promise<Record<Frame, string[]>> {
  const rows = await db.selectDistinct({ frame: indicatorLinks.frame, target: indicatorLinks.target }).from(indicatorLinks).orderBy(indicatorLinks.frame, indicatorLinks.target);
  const of = (frame: Frame) => rows.filter((row) => row.frame === frame).map(({ target }) => target).toSorted((one, other) => one.localeCompare(other, 'en', { numeric: true }));
  return { standard: of('standard'), outline: of('outline'), unicef: of('unicef') };
}

/** 一个指标 at the desk, with all its versions and what it speaks to. */
export async function indicatorAtDesk(ctx: Ctx, code: string) {
  allowAnywhere(ctx, 'value.record');
  const found = await getIndicator(ctx, code);
  const versions = await ctx.db.select().from(indicatorVersions).where(eq(indicatorVersions.indicatorId, found.id)).orderBy(desc(indicatorVersions.version)).limit(100);
  return { ...found, versions, links: (await linksOf(ctx, [found.id])).get(found.id) ?? [] };
}
