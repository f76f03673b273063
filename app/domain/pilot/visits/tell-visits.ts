import { and, eq, isNull } from 'drizzle-orm';
import { users } from '#app/domain/base/accounts/tables.server.ts';
import type { MessageKind } from '#app/domain/base/inbox/model.ts';
import { tell } from '#app/domain/base/inbox/tell.ts';
import { whoMay } from '#app/domain/base/inbox/who-may.ts';
import { regions } from '#app/domain/base/regions/tables.server.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { isId } from '#app/platform/is-id.ts';
import type { Visit } from './hold.ts';
import { isVisibleToCommunity } from './model.ts';
import { presentCode } from './present-code.ts';
import { visitExperts, visits } from './tables.server.ts';

type Event = 'visit.planned' | 'visit.rescheduled' | 'visit.called-off' | 'visit.expert-changed' | 'visit.expert-set-aside' | 'visit.moved' | 'visit.concluded';

/** Who hears what of which event. */
const told: Record<Event, { community?: MessageKind; experts?: MessageKind; office?: MessageKind }> = {
  'visit.planned': { community: 'visit-announced', experts: 'visit-assigned' },
  'visit.rescheduled': { community: 'visit-announced', experts: 'visit-assigned' },
  'visit.called-off': { community: 'visit-called-off', experts: 'visit-called-off' },
  'visit.expert-changed': { experts: 'visit-assigned' },
  'visit.expert-set-aside': { office: 'visit-vacant' },
  'visit.moved': { community: 'visit-to-sign' },
  'visit.concluded': { community: 'visit-concluded' },
};

/** 告知到访: the experts, the office, and the community as far as the visit exists for it. */
export async function tellVisit(ctx: Ctx, id: string, event: Event, facts: Record<string, unknown>, cause: string): Promise<string> {
  const [row] = isId(id) ? await ctx.db.select({ visit: visits, unit: regions.name }).from(visits).innerJoin(regions, eq(regions.code, visits.regionCode)).where(eq(visits.id, id)) : [];
  if (!row || (event === 'visit.moved' && facts.to !== 'synced')) return '';
  const { visit, unit } = row;
  const params = { unit, day: visit.fromOn, reason: visit.endReason };
  const { community, experts, office } = told[event];
  const code = await presentCode(ctx, visit.regionCode);
  let count = 0;
  const exists = community === 'visit-announced' ? visit.notice === 'announced' : isVisibleToCommunity(visit);
  if (community && exists) count += await tell(ctx, await whoMay(ctx, 'visit.sign', code), community, params, `/work/${code}/visits/${id}`, cause);
  if (experts) count += await tell(ctx, await expertsOf(ctx, visit, facts), experts, params, `/desk/visits/${id}`, cause);
  if (office) count += await tell(ctx, await whoMay(ctx, 'visit.plan', code), office, params, `/desk/visits/${id}`, cause);
  return String(count);
}

/** Of a change of experts only the new one hears. */
async function expertsOf(ctx: Ctx, visit: Visit, facts: Record<string, unknown>): Promise<string[]> {
  const rows = await ctx.db
    .select({ id: visitExperts.expertId })
    .from(visitExperts)
    .innerJoin(users, and(eq(users.id, visitExperts.expertId), isNull(users.disabledAt)))
    .where(and(eq(visitExperts.visitId, visit.id), isNull(visitExperts.setAsideAt)));
  return rows.map(({ id }) => id).filter((id) => facts.expertId === undefined || id === facts.expertId);
}
