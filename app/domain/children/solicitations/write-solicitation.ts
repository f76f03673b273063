import { and, eq } from 'drizzle-orm';
import { allow } from '#app/domain/base/accounts/access.ts';
import { getRegion } from '#app/domain/base/regions/read.ts';
import { change } from '#app/platform/change.ts';
import { countyCode } from '#app/platform/county-code.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { beijingDay } from '#app/platform/dates.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { aboutSolicitation, holdSolicitation } from './find.ts';
import type { SolicitationInput } from './input.ts';
import { solicitations } from './tables.server.ts';

/** 起草征集 of one place. */
export function startSolicitation(ctx: Ctx, regionCode: string, input: SolicitationInput): Promise<string> {
  return change(ctx, async (tx) => {
    allow(tx, 'solicitation.edit', { regionCode });
    await getRegion(tx, regionCode);
    const [row] = await tx.db
      .insert(solicitations)
      .values({ ...input, countyCode: countyCode(regionCode), regionCode, writtenByName: tx.actor.name, writtenAt: tx.now })
      .returning({ id: solicitations.id });
    await tx.record('solicitation.started', { id: row!.id, regionCode }, { title: input.title });
    return row!.id;
  });
}

/** 修改征集, while nobody outside has seen it. */
export function saveSolicitation(ctx: Ctx, id: string, seen: number, input: SolicitationInput): Promise<void> {
  return change(ctx, async (tx) => {
    const held = await holdSolicitation(tx, id, 'solicitation.edit');
    if (held.state !== 'draft') throw new Refusal('solicitation-published');
    if (held.revision !== seen) throw new Refusal('changed-meanwhile');
    await tx.db
      .update(solicitations)
      .set({ ...input, revision: seen + 1, writtenByName: tx.actor.name, writtenAt: tx.now })
      .where(and(eq(solicitations.countyCode, held.countyCode), eq(solicitations.id, id)));
    await tx.record('solicitation.saved', aboutSolicitation(held), { revision: seen + 1 });
  });
}

/** 发布征集: from now on its rules stand. */
export function publishSolicitation(ctx: Ctx, id: string): Promise<void> {
  return change(ctx, async (tx) => {
    const held = await holdSolicitation(tx, id, 'solicitation.edit');
    if (held.state !== 'draft') throw new Refusal('solicitation-published');
    if (held.closesOn < beijingDay(tx.now)) throw new Refusal('solicitation-over');
    await tx.db.update(solicitations).set({ state: 'published' }).where(and(eq(solicitations.countyCode, held.countyCode), eq(solicitations.id, id)));
    await tx.record('solicitation.published', aboutSolicitation(held), { title: held.title, closesOn: held.closesOn });
  });
}

/** 取消征集, with a reason the children read; works stay theirs to take back. */
export function callOffSolicitation(ctx: Ctx, id: string, reason: string): Promise<void> {
  return change(ctx, async (tx) => {
    const held = await holdSolicitation(tx, id, 'solicitation.decide');
    if (held.state === 'decided' || held.state === 'called-off') throw new Refusal('solicitation-decided');
    await tx.db.update(solicitations).set({ state: 'called-off', decisionNote: reason }).where(and(eq(solicitations.countyCode, held.countyCode), eq(solicitations.id, id)));
    await tx.record('solicitation.called-off', aboutSolicitation(held), { reason });
  });
}
