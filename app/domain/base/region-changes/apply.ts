import { and, asc, eq, lte } from 'drizzle-orm';
import { followGrants } from '#app/domain/base/accounts/follow-regions.ts';
import { followOrganisations } from '#app/domain/base/organisations/follow-regions.ts';
import { moveChange } from '#app/domain/base/regions/announce.ts';
import { applyPlan } from '#app/domain/base/regions/apply-plan.ts';
import { regionChanges } from '#app/domain/base/regions/tables.server.ts';
import { type Change, change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { beijingDay } from '#app/platform/dates.ts';
import { holdChange } from './read.ts';
import { planNow } from './plan.ts';

/** 到期生效: every confirmed change whose day has come, in the order of their days, each by itself. */
export async function applyDueChanges(ctx: Ctx): Promise<string> {
  const due = await ctx.db
    .select({ id: regionChanges.id })
    .from(regionChanges)
    .where(and(eq(regionChanges.state, 'confirmed'), lte(regionChanges.effectiveOn, beijingDay(ctx.now))))
    .orderBy(asc(regionChanges.effectiveOn), asc(regionChanges.id));
  const done: string[] = [];
  for (const { id } of due) done.push(await change(ctx, (tx) => applyChange(tx, id)));
  return done.join(' ');
}

/** 生效: the units, then the grants and organisations that follow them. What no longer fits waits, with the reason, for an officer. */
export async function applyChange(tx: Change, id: string): Promise<'applied' | 'stuck'> {
  const held = await holdChange(tx, id);
  if (held.state !== 'confirmed') return 'stuck';
  const regionCode = held.lines[0]!.fromCode;
  const planned = await planNow(tx, held.lines);
  if ('problems' in planned) {
    await moveChange(tx, id, { problem: JSON.stringify(planned.problems[0]) });
    await tx.record('region-change.stuck', { id, regionCode }, { problem: planned.problems[0]!.what });
    return 'stuck';
  }
  const { edges, at } = await applyPlan(tx, id, planned.plan);
  await followGrants(tx, edges);
  await followOrganisations(tx, edges);
  await moveChange(tx, id, { state: 'applied', appliedAt: at, problem: '' });
  await tx.record('region-change.applied', { id, regionCode }, { effectiveOn: held.effectiveOn });
  return 'applied';
}
