import { and, desc, eq, ne } from 'drizzle-orm';
import { levelOn } from './award-levels.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { beijingDay } from '#app/platform/dates.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { standingOf, tidyNumber } from './model.ts';
import { certificates } from './tables.server.ts';

/** 证书登记簿: what everybody may know of one certificate, by its number as people type it. */
export async function getByNumber(ctx: Ctx, typed: string) {
  const number = tidyNumber(typed);
  if (!number) throw new Refusal('certificate-number-wrong', 404);
  const found = await findByNumber(ctx, number);
  if (!found) throw new Refusal('certificate-number-unknown', 404);
  return found;
}

/** The same, when a file names the number; nothing when it is not on the register. */
export async function findByNumber(ctx: Ctx, number: string) {
  const [row] = await ctx.db.select().from(certificates).where(eq(certificates.number, number));
  if (!row) return undefined;
  const { id, regionCode, level, content, issuedOn, validUntil, stateSince, stateReason, state, credentialHash, kid, credential } = row;
  return { id, number, regionCode, level, content, issuedOn, validUntil, state, stateSince, stateReason, credentialHash, kid, credential, standing: standingOf(row, beijingDay(ctx.now)) };
}
export type Registered = NonNullable<Awaited<ReturnType<typeof findByNumber>>>;

/** 一个社区的证书, those that stand or stood, newest first: for its public page. */
export async function certificatesOfCommunity(ctx: Ctx, regionCode: string) {
  const rows = await ctx.db
    .select({ number: certificates.number, level: certificates.level, content: certificates.content, issuedOn: certificates.issuedOn, validUntil: certificates.validUntil, state: certificates.state })
    .from(certificates)
    .where(and(eq(certificates.regionCode, regionCode), ne(certificates.state, 'replaced')))
    .orderBy(desc(certificates.id))
    .limit(10);
  const today = beijingDay(ctx.now);
  return rows.map((row) => ({ ...row, standing: standingOf(row, today) }));
}

/** 换证的天数 of a certificate's level today. */
export async function renewalDaysOf(ctx: Ctx, level: Registered['level']): Promise<number> {
  return (await levelOn(ctx, level, beijingDay(ctx.now))).renewalDays;
}
