import { and, eq, notExists } from 'drizzle-orm';
import { within } from '#app/domain/base/accounts/scope.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { beijingDay } from '#app/platform/dates.ts';
import { together } from '#app/platform/together.ts';
import { expertAgreements, experts } from './tables.server.ts';

const most = 100;

/** 待签协议: 1 while this expert has not signed the agreement of the year. */
export async function countUnsigned(ctx: Ctx): Promise<number> {
  const signed = ctx.db.select({ year: expertAgreements.year }).from(expertAgreements)
    .where(and(eq(expertAgreements.expertId, experts.userId), eq(expertAgreements.year, Number(beijingDay(ctx.now).slice(0, 4)))));
  const rows = await together(ctx, ctx.db.select({ id: experts.userId }).from(experts).where(and(eq(experts.userId, ctx.actor.id), notExists(signed))));
  return rows.length;
}

/** 待核实的专家 of the person's regions. */
export async function countToVerify(ctx: Ctx): Promise<number> {
  const here = within(ctx, 'expert.verify', experts.regionCode);
  const rows = await together(ctx, ctx.db.select({ id: experts.userId }).from(experts).where(and(eq(experts.standing, 'invited'), here)).limit(most));
  return rows.length;
}
