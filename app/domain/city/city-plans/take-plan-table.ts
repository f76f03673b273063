import { and, eq, lt, ne } from 'drizzle-orm';
import { allow } from '#app/domain/base/accounts/access.ts';
import { change, type Change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';
import type { TakeTableInput } from './input.ts';
import { getPlanTable, type PlanTable } from './plan-tables.ts';
import { cityPlans, cityPlanTables } from './tables.server.ts';

/** 按表新建计划: the whole table becomes a draft, or, while anything in it is wrong, nothing does. */
export function takePlanTable(ctx: Ctx, id: string, { zh, en, issuer }: TakeTableInput): Promise<string> {
  return change(ctx, async (tx) => {
    const { regionCode, startsOn, endsOn, reading, fileName } = await hold(tx, id);
    allow(tx, 'city-plan.edit', { regionCode });
    if (reading.faults.length > 0) throw new Refusal('plan-table-faults');
    const [made] = await tx.db.insert(cityPlans).values({ regionCode, zh, en, issuer, startsOn, endsOn, content: reading.content }).returning({ id: cityPlans.id });
    await tx.db.update(cityPlanTables).set({ state: 'taken', planId: made!.id }).where(eq(cityPlanTables.id, id));
    await tx.record('city-plan.table-taken', { id: made!.id, regionCode }, { title: zh, name: fileName, table: id });
    return made!.id;
  });
}

/** 放弃: the preview goes; nothing had come of it. */
export function dropPlanTable(ctx: Ctx, id: string): Promise<void> {
  return change(ctx, async (tx) => {
    const { regionCode, fileName } = await hold(tx, id);
    await tx.db.delete(cityPlanTables).where(eq(cityPlanTables.id, id));
    await tx.record('city-plan.table-dropped', { id, regionCode }, { name: fileName });
  });
}

async function hold(tx: Change, id: string): Promise<PlanTable> {
  await getPlanTable(tx, id);
  const [held] = await tx.db.select().from(cityPlanTables).where(eq(cityPlanTables.id, id)).for('update');
  if (held?.state !== 'preview') throw new Refusal('plan-table-settled');
  return held;
}

const keptDays = 30;

/** 清理计划表: previews that nobody has taken go after thirty days. */
export async function clearPlanTables(ctx: Ctx): Promise<string> {
  const before = new Date(ctx.now.getTime() - keptDays * 86_400_000);
  const gone = await ctx.db.delete(cityPlanTables).where(and(lt(cityPlanTables.createdAt, before), ne(cityPlanTables.state, 'taken'))).returning({ id: cityPlanTables.id });
  return String(gone.length);
}
