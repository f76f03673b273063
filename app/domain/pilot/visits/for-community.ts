import { and, desc, eq, isNotNull, or, sql } from 'drizzle-orm';
import { allow, may } from '#app/domain/base/accounts/access.ts';
import { users } from '#app/domain/base/accounts/tables.server.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { isId } from '#app/platform/is-id.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { standOf } from './hold.ts';
import { isOver } from './model.ts';
import { madeIn } from './present-code.ts';
import { visitExperts, visits } from './tables.server.ts';

/** 社区看得到的: announced visits, and unannounced ones that have begun; of all others nothing, nowhere. */
export const visible = or(eq(visits.notice, 'announced'), isNotNull(visits.begunAt));

const shown = {
  id: visits.id, number: visits.number, state: visits.state, notice: visits.notice, fromOn: visits.fromOn, toOn: visits.toOn, purpose: visits.purpose, score: visits.score,
  experts: sql<string[]>`array(select u.name from ${visitExperts} e join ${users} u on u.id = e.expert_id where e.visit_id = visits.id and e.set_aside_at is null order by e.slot)`,
};

/** 社区的到访, newest first. */
export async function visitsOfCommunity(ctx: Ctx, code: string) {
  allow(ctx, 'community.work', { regionCode: code });
  return ctx.db.select(shown).from(visits).where(and(madeIn([code]), visible)).orderBy(desc(visits.fromOn), desc(visits.id)).limit(50);
}

/** 社区的一次到访: plan before, record afterwards; while a phone still holds some of it the record is not shown as if it were whole. */
export async function visitOfCommunity(ctx: Ctx, code: string, id: string) {
  allow(ctx, 'community.work', { regionCode: code });
  const [visit] = isId(id) ? await ctx.db.select().from(visits).where(and(eq(visits.id, id), madeIn([code]), visible)) : [];
  if (!visit) throw new Refusal('visit-not-found', 404);
  const { fields, attachments, contentHash, lacks } = await standOf(ctx, visit);
  const isWhole = visit.state === 'concluded' || lacks.every((lack) => lack === 'expert-signature' || lack === 'community-signature');
  const [line] = await ctx.db.select(shown).from(visits).where(eq(visits.id, id));
  return {
    visit, experts: line!.experts, isWhole: isWhole && visit.state !== 'called-off', fields: isWhole ? fields : [], attachments: isWhole ? attachments.filter((one) => one.arrivedAt !== null && !one.isLate) : [], contentHash,
    canSign: isWhole && !isOver(visit.state) && lacks.includes('community-signature') && may(ctx.actor, 'visit.sign', { regionCode: code }),
  };
}
