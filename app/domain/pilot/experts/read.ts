import { and, desc, eq, gte } from 'drizzle-orm';
import { allow } from '#app/domain/base/accounts/access.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { beijingDay } from '#app/platform/dates.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { type ExpertRow, findExpert } from './experts.ts';
import { expertAbsences, expertAgreements } from './tables.server.ts';

/** 一位专家 for the office that keeps the list there. */
export async function getExpert(ctx: Ctx, userId: string): Promise<ExpertRow> {
  const expert = await findExpert(ctx, userId);
  allow(ctx, 'expert.register', expert ?? { regionCode: '*' });
  if (!expert) throw new Refusal('expert-not-found', 404);
  return expert;
}

/** 我的专家事项: the expert who asks; none when nobody has listed them yet. */
export async function findMyself(ctx: Ctx): Promise<ExpertRow | undefined> {
  allow(ctx, 'expert.self', { regionCode: ctx.actor.grants.find(({ role }) => role === 'expert')?.regionCode ?? '*' });
  return findExpert(ctx, ctx.actor.id);
}

/** 签署过的协议, the newest first, and the absences that are not over; for whoever was let to the expert. */
export async function papersOf(ctx: Ctx, { id }: ExpertRow) {
  const agreements = await ctx.db
    .select({ year: expertAgreements.year, version: expertAgreements.version, content: expertAgreements.content, contentHash: expertAgreements.contentHash, signedName: expertAgreements.signedName, signedAt: expertAgreements.signedAt })
    .from(expertAgreements)
    .where(eq(expertAgreements.expertId, id))
    .orderBy(desc(expertAgreements.year))
    .limit(20);
  const away = await ctx.db
    .select({ id: expertAbsences.id, fromOn: expertAbsences.fromOn, untilOn: expertAbsences.untilOn, note: expertAbsences.note })
    .from(expertAbsences)
    .where(and(eq(expertAbsences.expertId, id), gte(expertAbsences.untilOn, beijingDay(ctx.now))))
    .orderBy(expertAbsences.fromOn)
    .limit(40);
  return { agreements, away };
}
