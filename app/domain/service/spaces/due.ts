import { count, min, sql } from 'drizzle-orm';
import { amongCodes, dueLine, type Part } from '#app/domain/base/communities/told.ts';
import { addDays, beijingDay } from '#app/platform/dates.ts';
import { spaces } from './tables.server.ts';

/** 提前几天 an inspection stands among what is due. */
const ahead = 3;

/** 该巡检的空间 of these communities. */
export const spacesDue: Part = (ctx, { codes }) => sql`
  select ${dueLine({ regionCode: spaces.regionCode, kind: 'spaces-inspect', day: min(spaces.inspectNextOn), path: 'children/spaces?due=yes', figure: count() })}
  from ${spaces} where ${amongCodes(spaces.regionCode, codes)} and ${spaces.state} = 'open' and ${spaces.inspectNextOn} <= ${addDays(beijingDay(ctx.now), ahead)} group by ${spaces.regionCode}`;
