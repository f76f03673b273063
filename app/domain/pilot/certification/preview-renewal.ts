import { and, asc, eq, exists, inArray, ne, sql } from 'drizzle-orm';
import { allowAnywhere } from '#app/domain/base/accounts/access.ts';
import { within } from '#app/domain/base/accounts/scope.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { addDays, beijingDay, daysBetween } from '#app/platform/dates.ts';
import { levelsOn } from './award-levels.ts';
import { isRenewable, lastDayOf, standingOf } from './model.ts';
import { certificateMeasures, certificates } from './tables.server.ts';

/** 换证预览: these certificates with the day until which a new one would count, or why none is made now. */
export async function previewRenewal(ctx: Ctx, ids: readonly string[]) {
  allowAnywhere(ctx, 'certificate.issue');
  if (ids.length === 0) return [];
  const today = beijingDay(ctx.now);
  const settings = await levelsOn(ctx, today);
  const open = ctx.db.select({ one: sql`1` }).from(certificateMeasures).where(and(eq(certificateMeasures.certificateId, certificates.id), ne(certificateMeasures.state, 'decided')));
  const rows = await ctx.db
    .select({
      id: certificates.id, number: certificates.number, level: certificates.level, content: certificates.content, validUntil: certificates.validUntil, state: certificates.state,
      renewalAskedAt: certificates.renewalAskedAt, renewalNote: certificates.renewalNote, isMeasured: sql<boolean>`${exists(open)}`,
    })
    .from(certificates)
    .where(and(inArray(certificates.id, [...ids]), within(ctx, 'certificate.issue', certificates.regionCode)))
    .orderBy(asc(certificates.id));
  return rows.map(({ content, state, isMeasured, ...row }) => {
    const setting = settings[row.level];
    const isStanding = standingOf({ state, validUntil: row.validUntil }, today) === 'valid';
    const isDue = isRenewable(setting, daysBetween(today, row.validUntil));
    const refusal = isStanding ? (isMeasured ? 'measure-open' : isDue ? null : 'renewal-too-early') : 'certificate-not-standing';
    return { ...row, unit: content.unit, place: content.place, newUntil: lastDayOf(addDays(row.validUntil, 1), setting.validMonths), refusal };
  });
}
