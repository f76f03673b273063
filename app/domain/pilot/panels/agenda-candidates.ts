import { and, asc, eq, notExists } from 'drizzle-orm';
import { within } from '#app/domain/base/accounts/scope.ts';
import { applications } from '#app/domain/pilot/applications/tables.server.ts';
import { spread } from '#app/domain/pilot/review/model.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { isStopped, judge, type Judged } from './judged.ts';
import type { Worry } from './model.ts';
import { panelItems } from './tables.server.ts';

const farApart = 20;

/** 为何值得再议 of one application. */
export function worriesOf(judged: Judged): Worry[] {
  const { score, passMark, borderline, totals, submitted, wanted } = judged;
  const isNear = passMark !== null && score.value !== null && Math.abs(score.value - passMark) <= borderline;
  return [
    ...(isStopped(judged) ? ['negative' as const] : []), ...(isNear ? ['borderline' as const] : []),
    ...((spread(totals) ?? 0) >= farApart ? ['disputed' as const] : []), ...(submitted < wanted ? ['few' as const] : []),
  ];
}

/** 可以列入的申报: in review, every review in or taken back, not on this agenda; what gives most to talk about comes first. */
export async function agendaCandidates(ctx: Ctx, meeting: { id: string; callId: string }) {
  const here = ctx.db.select({ id: panelItems.id }).from(panelItems).where(and(eq(panelItems.meetingId, meeting.id), eq(panelItems.applicationId, applications.id)));
  const found = await ctx.db
    .select({ id: applications.id })
    .from(applications)
    .where(and(eq(applications.callId, meeting.callId), eq(applications.status, 'in-review'), within(ctx, 'panel.edit', applications.regionCode), notExists(here)))
    .orderBy(asc(applications.id))
    .limit(500);
  const judged = await judge(ctx, found.map(({ id }) => id));
  return judged
    .filter(({ unfinished, totals }) => unfinished === 0 && totals.length > 0)
    .map((one) => ({ id: one.id, number: one.number, unitName: one.unitName, score: one.score, totals: one.totals, worries: worriesOf(one) }))
    .toSorted((a, b) => b.worries.length - a.worries.length || (a.number < b.number ? -1 : 1));
}
