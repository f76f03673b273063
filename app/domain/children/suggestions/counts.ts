import { and, eq, sql, type SQL } from 'drizzle-orm';
import { countyCode } from '#app/platform/county-code.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { beijingDay, startOfBeijingDay } from '#app/platform/dates.ts';
import { suggestionMatters } from './tables.server.ts';

/** 承诺时钟的数: of matters, never of children. */
export type SuggestionCounts = {
  received: number; seenInTime: number; answerDue: number; answered: number; answeredInTime: number; adopted: number; promiseDue: number; kept: number; keptInTime: number; done: number; declined: number; open: number; late: number;
};

const m = suggestionMatters;
const on = (column: SQL | typeof m.seenAt) => sql`(${column} at time zone 'Asia/Shanghai')::date`;
const many = (when: SQL) => sql<number>`(count(*) filter (where ${when}))::int`;

/** 数建议 of a place and what lies below ('*' is the nation), received between two days if they are given. */
export async function suggestionCounts(ctx: Ctx, regionCode: string, span: { from?: string; until?: string } = {}): Promise<SuggestionCounts> {
  const today = beijingDay(ctx.now);
  const place = regionCode === '*' ? undefined : sql`${m.regionCode} like ${`${regionCode}%`}`;
  const isOpen = sql`${m.state} in ('received', 'seen', 'adopted', 'under-way')`;
  const answered = sql`${m.answeredAt} is not null`;
  const promised = sql`${m.outcome} in ('adopted', 'partly') and ${m.taskDueOn} is not null`;
  const late = sql`${isOpen} and case ${m.state} when 'received' then ${m.seenDueOn} when 'seen' then ${m.answerDueOn} else ${m.taskDueOn} end < ${today}`;
  const [row] = await ctx.db
    .select({
      received: many(sql`true`), seenInTime: many(sql`${on(m.seenAt)} <= ${m.seenDueOn}`), answerDue: many(sql`${answered} or ${m.answerDueOn} < ${today}`), answered: many(answered),
      answeredInTime: many(sql`${answered} and ${on(sql`${m.answeredAt}`)} <= ${m.answerDueOn}`), adopted: many(sql`${m.outcome} in ('adopted', 'partly')`),
      promiseDue: many(sql`${promised} and (${m.doneAt} is not null or ${m.taskDueOn} < ${today})`), kept: many(sql`${promised} and ${m.doneAt} is not null`),
      keptInTime: many(sql`${promised} and ${on(sql`${m.doneAt}`)} <= ${m.taskDueOn}`), done: many(sql`${m.state} = 'done'`), declined: many(sql`${m.state} = 'not-adopted'`), open: many(isOpen), late: many(late),
    })
    .from(m)
    .where(and(
      regionCode.length >= 6 ? eq(m.countyCode, countyCode(regionCode)) : undefined, place, sql`${m.state} not in ('merged', 'taken-back', 'protected')`,
      span.from ? sql`${m.receivedAt} >= ${startOfBeijingDay(span.from).toISOString()}` : undefined, span.until ? sql`${m.receivedAt} < ${startOfBeijingDay(span.until).toISOString()}` : undefined,
    ));
  return row!;
}
