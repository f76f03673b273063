import { sql } from 'drizzle-orm';
import { may } from '#app/domain/base/accounts/access.ts';
import type { Due } from '#app/domain/base/communities/due.ts';
import { countyCode } from '#app/platform/county-code.ts';
import type { Ctx } from '#app/platform/ctx.ts';

type Waiting = { regionCode: string; kind: 'council-send' | 'council-answer' | 'council-minutes'; dueOn: string | null; figure: number };

/** 议事会的待办 of communities: adopted motions without a letter, answers that are due, held sessions without minutes for children. */
export async function councilsDue(ctx: Ctx, codes: readonly string[]): Promise<Due[]> {
  const mine = codes.filter((regionCode) => may(ctx.actor, 'council.keep', { regionCode }));
  if (mine.length === 0) return [];
  const here = sql`county_code = any(${sql.param([...new Set(mine.map(countyCode))])}::int[]) and region_code = any(${sql.param(mine)}::text[])`;
  const { rows } = await ctx.db.execute<Waiting>(sql`
    select region_code as "regionCode", case state when 'sent' then 'council-answer' else 'council-send' end as kind, min(answer_due_on)::text as "dueOn", count(*)::int as figure
    from council_motions where ${here} and state in ('adopted', 'sent') group by 1, 2
    union all
    select region_code, 'council-minutes', null, count(*)::int from council_sessions where ${here} and state = 'held' and child_minutes = '' group by 1`);
  return rows.map((row): Due => ({ ...row, path: row.kind === 'council-minutes' ? 'children/council#sessions' : 'children/council#motions' }));
}
