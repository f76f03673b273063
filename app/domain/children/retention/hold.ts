import { and, eq, gte, isNull, or, sql } from 'drizzle-orm';
import { allow } from '#app/domain/base/accounts/access.ts';
import { type Change, change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { addDays, beijingDay } from '#app/platform/dates.ts';
import { Refusal } from '#app/platform/refusal.ts';
import type { Held } from './due.ts';
import type { HoldInput, LiftInput } from './input.ts';
import type { RecordClass } from './model.ts';
import { retentionHolds } from './tables.server.ts';

/** Placing a hold and taking rows away exclude each other: what is held the moment before is not gone the moment after. */
export const oneAtATime = sql`select pg_advisory_xact_lock(hashtextextended('retention', 0))`;

/** 依法留存: from now on it is neither deleted nor made nobody's, until the day or until it is lifted. */
export async function placeHold(ctx: Ctx, { regionCode, kind, recordClass, subjectId, ground, reason, days }: HoldInput): Promise<string> {
  allow(ctx, 'retention.keep', { regionCode });
  return change(ctx, async (tx) => {
    await tx.db.execute(oneAtATime);
    const what = { recordClass: kind === 'child' ? null : recordClass, subjectId: kind === 'class' ? null : subjectId };
    const until = addDays(beijingDay(tx.now), days);
    const [row] = await tx.db
      .insert(retentionHolds)
      .values({ regionCode, kind, ...what, ground, reason, until, placedBy: tx.actor.id, placedByName: tx.actor.name, placedAt: tx.now })
      .returning({ id: retentionHolds.id });
    await tx.record('retention.held', { id: row!.id, regionCode }, { kind, ...what, ground, until });
    return row!.id;
  });
}

/** 解除留存, with the reason, by somebody else than whoever placed it; what is over by then goes with the next night. */
export function liftHold(ctx: Ctx, { id, reason }: LiftInput): Promise<void> {
  return change(ctx, async (tx) => {
    const [hold] = await tx.db.select().from(retentionHolds).where(eq(retentionHolds.id, id)).for('update');
    if (!hold) throw new Refusal('not-found', 404);
    allow(tx, 'retention.keep', hold);
    if (hold.liftedAt) throw new Refusal('hold-lifted');
    if (hold.placedBy === tx.actor.id) throw new Refusal('hold-second-person', 403);
    await tx.db.update(retentionHolds).set({ liftedAt: tx.now, liftedByName: tx.actor.name, liftReason: reason }).where(eq(retentionHolds.id, id));
    await tx.record('retention.hold-lifted', hold);
  });
}

const stands = (ctx: Ctx) => and(isNull(retentionHolds.liftedAt), gte(retentionHolds.until, beijingDay(ctx.now)));

/** 现有的留存 that bear on a class. */
export async function heldIn(ctx: Ctx, recordClass: RecordClass): Promise<Held> {
  const rows = await ctx.db.select().from(retentionHolds).where(and(stands(ctx), or(eq(retentionHolds.kind, 'child'), eq(retentionHolds.recordClass, recordClass))));
  const pairs = (kind: 'child' | 'thing') => rows.flatMap((row): [string, string][] => (row.kind === kind ? [[row.subjectId!, row.regionCode]] : []));
  return { children: pairs('child'), things: pairs('thing'), regions: rows.flatMap((row) => (row.kind === 'class' ? [row.regionCode] : [])) };
}

/** 这个孩子是否在留存中; asked by whoever is about to delete the child, in the same change. */
export function isChildHeld(tx: Change, childId: string, regionCode: string): Promise<boolean> {
  return isHeld(tx, and(eq(retentionHolds.kind, 'child'), eq(retentionHolds.subjectId, childId)), regionCode);
}

/** 这一件是否在留存中. */
export function isThingHeld(tx: Change, recordClass: RecordClass, subjectIds: readonly string[], regionCode: string): Promise<boolean> {
  const ids = sql`${retentionHolds.subjectId} = any(${sql.param([...subjectIds])}::uuid[])`;
  return isHeld(tx, and(eq(retentionHolds.recordClass, recordClass), or(eq(retentionHolds.kind, 'class'), ids)), regionCode);
}

async function isHeld(ctx: Ctx, which: ReturnType<typeof and>, regionCode: string): Promise<boolean> {
  const here = sql`(${retentionHolds.regionCode} = '*' or starts_with(${regionCode}, ${retentionHolds.regionCode}))`;
  const [row] = await ctx.db.select({ id: retentionHolds.id }).from(retentionHolds).where(and(stands(ctx), which, here)).limit(1);
  return row !== undefined;
}
