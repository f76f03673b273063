import { and, count, eq, gte, lt, lte, min, notInArray, or, sql } from 'drizzle-orm';
import { dueLine, lyingIn, type Part } from '#app/domain/base/communities/told.ts';
import { addDays, beijingDay } from '#app/platform/dates.ts';
import { walks } from './tables.server.ts';

/** 提前几天 a planned walk stands among what is due. */
const ahead = 3;

/** 要走的和没有结束的走查 of these communities. */
export const walksDue: Part = (ctx, { codes }) => {
  const today = beijingDay(ctx.now);
  const open = and(lyingIn(walks, codes), notInArray(walks.state, ['closed', 'called-off']))!;
  return sql`
  select ${dueLine({ regionCode: walks.regionCode, kind: 'walk-comes', day: min(walks.day), path: 'children/walks', figure: count() })}
  from ${walks} where ${and(open, eq(walks.state, 'planned'), gte(walks.day, today), lte(walks.day, addDays(today, ahead)))} group by ${walks.regionCode}
  union all
  select ${dueLine({ regionCode: walks.regionCode, kind: 'walk-close', day: min(walks.day), path: 'children/walks', figure: count() })}
  from ${walks} where ${and(open, or(eq(walks.state, 'under-way'), lt(walks.day, today)))} group by ${walks.regionCode}`;
};
