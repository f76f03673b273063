import { sql } from 'drizzle-orm';
import type { Ctx } from '#app/platform/ctx.ts';
import { together } from '#app/platform/together.ts';
import type { Definition } from './model.ts';
import type { Indicator } from './read.ts';
import { indicatorVersions } from './tables.server.ts';

/** What a figure counts: when one of these changes, figures before and after are not the same thing. */
export const meaning = ['numerator', 'denominator', 'formula'] as const satisfies readonly (keyof Definition)[];

/** 口径变更: a version from which on figures mean something else, and the moment from which on they were recorded so. */
export type Turn = { indicatorId: number; version: number; at: string };

/** 各指标的口径变更, oldest first; an indicator that never changed costs no question. */
export async function turnsOf(ctx: Ctx, indicators: readonly Pick<Indicator, 'id' | 'version'>[]): Promise<Turn[]> {
  const changed = indicators.filter(({ version }) => version > 1).map(({ id }) => id);
  if (changed.length === 0) return [];
  const said = sql.join(meaning.map((part) => sql`v.definition->${sql.raw(`'${part}'`)}`), sql`, `);
  return together<Turn>(ctx, sql`
    select jsonb_build_object('indicatorId', turn.indicator_id, 'version', turn.version, 'at', to_char(turn.made_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'))
    from (select v.indicator_id, v.version, v.made_at, jsonb_build_array(${said}) as said, lag(jsonb_build_array(${said})) over (partition by v.indicator_id order by v.version) as before
          from ${indicatorVersions} v where v.indicator_id = any(${sql.param(changed)}::int[])) turn
    where turn.before is not null and turn.before <> turn.said order by turn.indicator_id, turn.version`);
}

/** 按哪一版口径记的: the last turn before a figure was recorded; 1 before all of them. */
export function meantBy(turns: readonly Turn[]): (figure: { indicatorId: number; recordedAt: string }) => number {
  const known = Map.groupBy(turns, ({ indicatorId }) => indicatorId);
  return ({ indicatorId, recordedAt }) => known.get(indicatorId)?.findLast(({ at }) => at <= recordedAt)?.version ?? 1;
}
