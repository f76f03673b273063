import { and, asc, desc, eq, inArray, like, sql, type SQL } from 'drizzle-orm';
import { allow } from '#app/domain/base/accounts/access.ts';
import { nameIn } from '#app/domain/base/regions/name-in.ts';
import { regions } from '#app/domain/base/regions/tables.server.ts';
import { anywhere } from '#app/platform/anywhere.ts';
import { countyCode } from '#app/platform/county-code.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { beijingDay } from '#app/platform/dates.ts';
import { dueOnOf } from './due-on.ts';
import { type MatterState, openStates, type Show, type Topic } from './model.ts';
import { suggestionMatters, suggestions } from './tables.server.ts';

export type Filter = { show?: Show | undefined; topic?: Topic | undefined; text?: string | undefined; page?: number | undefined };

const settled = ['done', 'not-adopted'] as const satisfies readonly MatterState[];
export const pageSize = 30;

function stateIs(show: Show, today: string): SQL | undefined {
  if (show === 'late') return and(inArray(suggestionMatters.state, [...openStates]), sql`${dueOnOf} < ${today}`);
  const states = { open: openStates, received: ['received'], seen: ['seen'], adopted: ['adopted', 'under-way'], settled } as const;
  return inArray(suggestionMatters.state, [...states[show]]);
}

/** The words of a matter for a search and for a line of a list; what is locked is nobody's to read here. */
const wordsOf = sql`(select s.text from ${suggestions} s where s.county_code = ${suggestionMatters.countyCode} and s.matter_id = ${suggestionMatters.id} and s.locked_at is null order by s.id limit 1)`;
const manyOf = sql`(select count(*)::int from ${suggestions} s where s.county_code = ${suggestionMatters.countyCode} and s.matter_id = ${suggestionMatters.id})`;

/** 筛选: the step, the topic, a word of what was said. */
export function whereFilter({ show, topic, text }: Filter, today: string): SQL | undefined {
  return and(show ? stateIs(show, today) : undefined, topic ? eq(suggestionMatters.topic, topic) : undefined, text ? sql`${wordsOf} like ${anywhere(text)}` : undefined);
}

/** 建议清单 of a place and what lies below: late ones first, then by limit. */
export async function listMatters(ctx: Ctx, regionCode: string, { show = 'open', topic, text, page = 1 }: Filter) {
  allow(ctx, 'suggestion.read', { regionCode });
  const today = beijingDay(ctx.now);
  const here = inPlace(regionCode);
  const found = await ctx.db
    .select({
      id: suggestionMatters.id, regionCode: suggestionMatters.regionCode, unit: nameIn(ctx), topic: suggestionMatters.topic, state: suggestionMatters.state, receivedAt: suggestionMatters.receivedAt,
      owner: suggestionMatters.owner, outcome: suggestionMatters.outcome, level: suggestionMatters.level, dueOn: sql<string | null>`${dueOnOf}::text`, text: sql<string | null>`${wordsOf}`, many: sql<number>`${manyOf}`,
    })
    .from(suggestionMatters)
    .innerJoin(regions, eq(regions.code, suggestionMatters.regionCode))
    .where(and(here, whereFilter({ show, topic, text }, today)))
    .orderBy(asc(sql`${dueOnOf}`), desc(suggestionMatters.id))
    .limit(pageSize + 1)
    .offset((page - 1) * pageSize);
  return { rows: found.slice(0, pageSize).map((row) => ({ ...row, isLate: row.dueOn !== null && row.dueOn < today })), hasMore: found.length > pageSize, today };
}

/** 各有多少 for the tabs above the list, in one question. */
export async function countShows(ctx: Ctx, regionCode: string): Promise<Record<Show, number>> {
  allow(ctx, 'suggestion.read', { regionCode });
  const today = beijingDay(ctx.now);
  const rows = await ctx.db
    .select({ state: suggestionMatters.state, many: sql<number>`count(*)::int`, late: sql<number>`(count(*) filter (where ${dueOnOf} < ${today}))::int` })
    .from(suggestionMatters)
    .where(inPlace(regionCode))
    .groupBy(suggestionMatters.state);
  const of = (...states: MatterState[]) => rows.filter(({ state }) => states.includes(state)).reduce((sum, { many }) => sum + many, 0);
  return {
    open: of(...openStates), late: rows.reduce((sum, { late }) => sum + late, 0), received: of('received'), seen: of('seen'), adopted: of('adopted', 'under-way'), settled: of(...settled),
  };
}

/** Of this place and what lies below it; its county first, where the rows lie. */
export function inPlace(regionCode: string): SQL | undefined {
  return and(regionCode.length >= 6 ? eq(suggestionMatters.countyCode, countyCode(regionCode)) : undefined, like(suggestionMatters.regionCode, `${regionCode}%`));
}

