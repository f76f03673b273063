import { type SQL, sql } from 'drizzle-orm';
import { nameIn, nameOf } from '#app/domain/base/regions/name-in.ts';
import { regions } from '#app/domain/base/regions/tables.server.ts';
import { calls } from '#app/domain/pilot/calls/tables.server.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { cursorRows } from '#app/platform/cursor-rows.ts';
import type { Status } from './model.ts';
import { askedOf, type QueueFilter } from './queue.ts';
import { applications } from './tables.server.ts';

export type QueueExportRow = {
  number: string; unit: string; township: string; regionCode: string; call: string; submittedAt: string; round: number; status: Status; checkDueOn: string; answerDueOn: string;
};

/** What the rows of the list carry in a file; also what the floor of its measurement copies. */
function queueQuestion(ctx: Ctx, where: SQL | undefined): SQL {
  const call = ctx.locale === 'en' ? sql`coalesce(nullif(${calls.titleEn}, ''), ${calls.title})` : sql`${calls.title}`;
  return sql`
    select ${applications.number} as "number", ${nameIn(ctx)} as "unit", coalesce(${nameOf(ctx, 'above')}, '') as "township", ${applications.regionCode} as "regionCode", ${call} as "call",
      coalesce(to_char(${applications.submittedAt} at time zone 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI:SS'), '') as "submittedAt", ${applications.round} as "round", ${applications.status} as "status",
      coalesce(${applications.checkDueOn}::text, '') as "checkDueOn", coalesce(${applications.answerDueOn}::text, '') as "answerDueOn"
    from ${applications}
    join ${regions} on ${regions.code} = ${applications.regionCode}
    join ${calls} on ${calls.id} = ${applications.callId}
    left join regions above on above.code = left(${applications.regionCode}, 9) and above.level = 4 and length(${applications.regionCode}) = 12
    where ${where ?? sql`true`}
    order by ${applications.id} desc`;
}

/** 申报队列的全部行: what `listQueue` shows page by page, some at a time, within one transaction. */
export async function* queueRows(ctx: Ctx, filter: QueueFilter = {}): AsyncGenerator<QueueExportRow[]> {
  const asked = await askedOf(ctx, filter);
  yield* cursorRows<QueueExportRow>(ctx, queueQuestion(ctx, asked(filter.tab ?? 'all')));
}

/** How many there will be, for the progress of an export. */
export async function countQueueRows(ctx: Ctx, filter: QueueFilter = {}): Promise<number> {
  const asked = await askedOf(ctx, filter);
  const { rows } = await ctx.db.execute<{ n: number }>(sql`select count(*)::int as n from ${applications} where ${asked(filter.tab ?? 'all')}`);
  return rows[0]!.n;
}
