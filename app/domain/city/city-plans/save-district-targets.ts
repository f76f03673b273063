import { and, eq, max } from 'drizzle-orm';
import { allow } from '#app/domain/base/accounts/access.ts';
import { indicatorsByCode } from '#app/domain/city/indicators/read.ts';
import { change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { districtsOf, ownTargets } from './district-targets.ts';
import { type DistrictChange, type Wanted, yearsOf } from './model.ts';
import { type DistrictCell, readDistrictCells } from './read-district-cells.ts';
import { getPlan } from './read.ts';
import { districtTargets, districtTargetVersions } from './tables.server.ts';

export type DistrictTargetsSaid = { cells: readonly DistrictCell[]; reason: string; version: number };

/** 保存目标分解: all cells or none; what stood is altered only with a reason, and every saving stays as a version. */
export function saveDistrictTargets(ctx: Ctx, planId: string, { cells, reason, version }: DistrictTargetsSaid): Promise<number> {
  return change(ctx, async (tx) => {
    const plan = await getPlan(tx, planId);
    allow(tx, 'city-plan.edit', { regionCode: plan.regionCode });
    if (plan.state === 'closed') throw new Refusal('city-plan-closed');
    const known = await indicatorsByCode(tx, plan.content.actions.flatMap(({ indicators }) => indicators.map(({ code }) => code)));
    const definitions = new Map([...known].map(([code, { definition }]) => [code, definition]));
    const { read, problems } = readDistrictCells({ plan: { content: plan.content, years: yearsOf(plan) }, districts: await districtsOf(tx, plan.regionCode), definitions }, cells);
    if (problems.length > 0) throw new Refusal(problems[0]!.code, 422);
    const [newest] = await tx.db.select({ version: max(districtTargetVersions.version) }).from(districtTargetVersions).where(eq(districtTargetVersions.planId, planId));
    if ((newest?.version ?? 0) !== version) throw new Refusal('changed-meanwhile');
    const stood = new Map((await ownTargets(tx, planId)).map(({ op, value, max: most, ...at }) => [`${at.regionCode} ${at.indicatorId} ${at.year}`, { op, value, max: most }]));
    const changes: DistrictChange[] = read.flatMap(({ to, ...at }) => {
      const from = stood.get(`${at.regionCode} ${known.get(at.code)!.id} ${at.year}`) ?? null;
      return isAlike(from, to) ? [] : [{ ...at, from, to }];
    });
    if (changes.length === 0) throw new Refusal('district-targets-unchanged', 422);
    if (reason === '' && changes.some(({ from }) => from !== null)) throw new Refusal('district-targets-reason', 422);
    const made = await tx.db.insert(districtTargetVersions).values({ planId, version: version + 1, reason, changes, madeAt: tx.now, madeByName: tx.actor.name }).onConflictDoNothing().returning({ version: districtTargetVersions.version });
    if (made.length === 0) throw new Refusal('changed-meanwhile');
    for (const { regionCode, code, year, to } of changes) {
      const at = { planId, regionCode, indicatorId: known.get(code)!.id, year };
      const t = districtTargets;
      if (to === null) await tx.db.delete(t).where(and(eq(t.planId, planId), eq(t.regionCode, regionCode), eq(t.indicatorId, at.indicatorId), eq(t.year, year)));
      else await tx.db.insert(t).values({ ...at, ...to }).onConflictDoUpdate({ target: [t.planId, t.regionCode, t.indicatorId, t.year], set: to });
    }
    await tx.record('city-plan.divided', { id: planId, regionCode: plan.regionCode }, { version: version + 1, changed: changes.length, ...(reason ? { reason } : {}) });
    return changes.length;
  });
}

const isAlike = (one: Wanted | null, other: Wanted | null) => one?.value === other?.value && one?.max === other?.max && one?.op === other?.op;
