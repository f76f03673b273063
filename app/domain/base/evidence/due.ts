import { count, min, sql } from 'drizzle-orm';
import { dueLine, lyingIn, type Part } from '#app/domain/base/communities/told.ts';
import { addDays, beijingDay } from '#app/platform/dates.ts';
import { warnDays } from './model.ts';
import { evidence } from './tables.server.ts';

/** 到期的佐证 of these communities: what runs out within the month, and what ran out in the last month and was not renewed. */
export const evidenceDue: Part = (ctx, { codes }) => {
  const { regionCode, validTo, withdrawnAt } = evidence;
  const today = beijingDay(ctx.now);
  const standing = sql`case when min(${validTo}) < ${today} then 'expired' else 'soon' end`;
  return sql`
    select ${dueLine({ regionCode, kind: 'evidence-renew', day: min(validTo), path: sql`'evidence?standing=' || ${standing}`, figure: count() })}
    from ${evidence} where ${lyingIn(evidence, codes)} and ${withdrawnAt} is null and ${validTo} between ${addDays(today, -warnDays[0])} and ${addDays(today, warnDays[0])} group by ${regionCode}`;
};
