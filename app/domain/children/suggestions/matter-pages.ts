import { and, eq, sql } from 'drizzle-orm';
import { allowAnywhere } from '#app/domain/base/accounts/access.ts';
import { within } from '#app/domain/base/accounts/scope.ts';
import { nameIn } from '#app/domain/base/regions/name-in.ts';
import { regions } from '#app/domain/base/regions/tables.server.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { beijingDay } from '#app/platform/dates.ts';
import { cursorOf, keyset, type Page, pageOf } from '#app/platform/keyset.ts';
import { isLate } from './model.ts';
import { type Filter, inPlace, whereFilter } from './read.ts';
import { suggestionMatters as m, suggestions } from './tables.server.ts';
import { shownWords } from './voices.ts';

export type MatterLine = {
  id: string; regionCode: string; unit: string; topic: (typeof m.$inferSelect)['topic']; state: (typeof m.$inferSelect)['state']; outcome: (typeof m.$inferSelect)['outcome'];
  receivedOn: string; seenDueOn: string; seenOn: string | null; answerDueOn: string; answeredOn: string | null; owner: string; taskDueOn: string | null; doneOn: string | null;
  isLate: boolean; reopened: number; many: number; words: string | null;
};

const many = sql<number>`(select count(*)::int from ${suggestions} s where s.county_code = suggestion_matters.county_code and s.matter_id = suggestion_matters.id)`;

/** 建议事项 page by page for files and programs: of what children said only what a person has approved for everybody, and never who said it. */
export async function pageOfMatters(ctx: Ctx, { region, after, ...filter }: Filter & { region?: string | undefined; after?: string | undefined }, size = 200): Promise<Page<MatterLine>> {
  allowAnywhere(ctx, 'suggestion.read');
  const today = beijingDay(ctx.now);
  const cursor = cursorOf({ after });
  const { where, order, limit } = keyset(m.id, cursor, size);
  const found = await ctx.db
    .select({ matter: m, unit: nameIn(ctx), many, words: shownWords })
    .from(m)
    .innerJoin(regions, eq(regions.code, m.regionCode))
    .where(and(within(ctx, 'suggestion.read', m.regionCode), region ? inPlace(region) : undefined, whereFilter(filter, today), where))
    .orderBy(order)
    .limit(limit);
  const day = (at: Date | null) => (at ? beijingDay(at) : null);
  return pageOf(found.map(({ matter, unit, many: voices, words }): MatterLine => ({
    id: matter.id, regionCode: matter.regionCode, unit, topic: matter.topic, state: matter.state, outcome: matter.outcome, receivedOn: beijingDay(matter.receivedAt), seenDueOn: matter.seenDueOn, seenOn: day(matter.seenAt),
    answerDueOn: matter.answerDueOn, answeredOn: day(matter.answeredAt), owner: matter.owner, taskDueOn: matter.taskDueOn, doneOn: day(matter.doneAt), isLate: isLate(matter, today), reopened: matter.reopened, many: voices, words,
  })), cursor, ({ id }) => id, size);
}
