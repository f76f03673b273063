import { and, eq, inArray, isNull, sql } from 'drizzle-orm';
import { access } from '#app/domain/base/accounts/access.ts';
import { roleGrants, users } from '#app/domain/base/accounts/tables.server.ts';
import { tellEach } from '#app/domain/base/inbox/tell.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { beijingDay } from '#app/platform/dates.ts';
import { dueOn, reminderDays } from './model.ts';
import { complianceFilings } from './tables.server.ts';

/** 提醒报送: from 1 January on, and again towards the end of the month, those of a county and above who may file hear that its report is not filed yet. */
export async function remindCompliance(ctx: Ctx): Promise<string> {
  const today = beijingDay(ctx.now);
  const said = today.slice(5) <= '01-31' ? reminderDays.filter((day) => day <= today.slice(5)).at(-1) : undefined;
  if (!said) return '';
  const year = Number(today.slice(0, 4)) - 1;
  const people = await ctx.db
    .selectDistinct({ userId: roleGrants.userId, regionCode: roleGrants.regionCode })
    .from(roleGrants)
    .innerJoin(users, eq(users.id, roleGrants.userId))
    .where(and(inArray(roleGrants.role, [...access['compliance.file']]), isNull(users.disabledAt), sql`length(${roleGrants.regionCode}) <= 6`));
  const filed = await ctx.db.selectDistinct({ regionCode: complianceFilings.regionCode }).from(complianceFilings).where(eq(complianceFilings.year, year));
  const isFiled = new Set(filed.map(({ regionCode }) => regionCode));
  const open = people.filter(({ regionCode }) => !isFiled.has(regionCode));
  const link = (regionCode: string) => `/desk/privacy?${new URLSearchParams({ year: String(year), region: regionCode })}`;
  const told = await tellEach(ctx, 'compliance-due', open.map(({ userId, regionCode }) => ({ userId, params: { year, day: dueOn(year) }, link: link(regionCode), cause: `compliance:${year}:${regionCode}:${said}` })));
  return told > 0 ? String(told) : '';
}
