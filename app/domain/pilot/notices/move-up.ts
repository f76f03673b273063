import { and, asc, count, eq, max, notExists, sql } from 'drizzle-orm';
import { allowAnywhere } from '#app/domain/base/accounts/access.ts';
import { regions } from '#app/domain/base/regions/tables.server.ts';
import { applications } from '#app/domain/pilot/applications/tables.server.ts';
import { keptRanks } from '#app/domain/pilot/panels/kept-ranks.ts';
import { change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { beijingDay } from '#app/platform/dates.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { holdShown, showAnew } from './correct-notice.ts';
import { freezeVersion } from './freeze-version.ts';
import type { MoveUpInput } from './input.ts';
import { noticeEntries } from './tables.server.ts';

/**
 * 递补: never by itself. When an entry was taken off, an officer puts the next in rank, decided as accepted, in its place and says why;
 * it is shown for the whole period, as everybody on the list was.
 */
export function moveUp(ctx: Ctx, noticeId: string, input: MoveUpInput): Promise<void> {
  return change(ctx, async (tx) => {
    const { applicationId, reason } = input;
    const held = await holdShown(tx, noticeId);
    if ((await freePlaces(tx, noticeId)) < 1) throw new Refusal('no-place-free');
    const waiting = await candidates(tx, held.notice.callId);
    const next = waiting.find(({ id }) => id === applicationId);
    if (!next) throw new Refusal('cannot-move-up');
    if (waiting[0]!.rank !== null && waiting[0] !== next) throw new Refusal('not-next-in-rank');
    const [last] = await tx.db.select({ position: max(noticeEntries.position) }).from(noticeEntries).where(eq(noticeEntries.noticeId, noticeId));
    await tx.db.insert(noticeEntries).values({
      noticeId, applicationId, regionCode: next.regionCode, position: (last?.position ?? 0) + 1, movedUpOn: beijingDay(tx.now),
    });
    const endsOn = await showAnew(tx, held, held.notice.workingDays);
    const frozen = await freezeVersion(tx, noticeId, reason);
    await tx.record('notice.moved-up', { id: noticeId, regionCode: held.regionCode }, { applicationId, reason, endsOn, ...frozen });
  });
}

/** 空出的位置: taken off and not filled again. */
async function freePlaces(ctx: Ctx, noticeId: string): Promise<number> {
  const [row] = await ctx.db
    .select({ removed: sql<number>`(count(*) filter (where ${noticeEntries.state} = 'removed'))::int`, moved: count(noticeEntries.movedUpOn) })
    .from(noticeEntries)
    .where(eq(noticeEntries.noticeId, noticeId));
  return row!.removed - row!.moved;
}

/** Accepted in the call and on no notice: in the order of the ranking that was kept, then as they were decided. */
async function candidates(ctx: Ctx, callId: string) {
  const named = ctx.db.select({ id: noticeEntries.applicationId }).from(noticeEntries).where(eq(noticeEntries.applicationId, applications.id));
  const rows = await ctx.db
    .select({ id: applications.id, number: applications.number, regionCode: applications.regionCode, unit: regions.name })
    .from(applications)
    .innerJoin(regions, eq(regions.code, applications.regionCode))
    .where(and(eq(applications.callId, callId), eq(applications.status, 'accepted'), notExists(named)))
    .orderBy(asc(applications.decidedAt), asc(applications.number));
  const ranks = rows.length === 0 ? new Map<string, number>() : await keptRanks(ctx, callId);
  const last = Number.MAX_SAFE_INTEGER;
  return rows.map((row) => ({ ...row, rank: ranks.get(row.id) ?? null })).toSorted((one, other) => (one.rank ?? last) - (other.rank ?? last));
}

/** 可以递补的: for the page of a notice; none while no place is free. */
export async function mayMoveUp(ctx: Ctx, { id, callId }: { id: string; callId: string }) {
  allowAnywhere(ctx, 'notice.edit');
  return (await freePlaces(ctx, id)) > 0 ? candidates(ctx, callId) : [];
}
