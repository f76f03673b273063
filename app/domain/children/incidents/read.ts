import { and, asc, count, desc, eq, inArray, isNotNull, sql } from 'drizzle-orm';
import { allowAnywhere, may, regionsFor } from '#app/domain/base/accounts/access.ts';
import { numberOf } from '#app/domain/children/identity/families-at-work.ts';
import { ownChildIds } from '#app/domain/children/identity/find-affected.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { isId } from '#app/platform/is-id.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { lateClocks } from './model.ts';
import { incidentChildren, incidentMeasures, incidents, incidentScopes } from './tables.server.ts';

/** 事件清单 of one's regions, and what one reported oneself, the newest first. */
export async function listIncidents(ctx: Ctx) {
  allowAnywhere(ctx, 'incident.report');
  const mine = regionsFor(ctx.actor, 'incident.handle');
  const inMine = mine.includes('*') ? sql`true` : sql`(${sql.join([sql`${incidents.reportedBy} = ${ctx.actor.id}`, ...mine.map((code) => sql`starts_with(${incidents.regionCode}, ${code})`)], sql` or `)})`;
  const rows = await ctx.db
    .select({ incident: incidents, affected: count(incidentChildren.id), told: count(incidentChildren.toldAt) })
    .from(incidents).leftJoin(incidentChildren, eq(incidentChildren.incidentId, incidents.id))
    .where(inMine).groupBy(incidents.id).orderBy(desc(incidents.foundAt)).limit(200);
  return rows.map(({ incident, affected, told }) => ({ ...incident, affected, told, late: lateClocks(incident, ctx.now) }));
}

/** 一件事件 with all that was done; lines by the opaque number of a child. For those who handle it, and for whoever reported it, without the lines. */
export async function getIncident(ctx: Ctx, id: string) {
  allowAnywhere(ctx, 'incident.report');
  const [incident] = isId(id) ? await ctx.db.select().from(incidents).where(eq(incidents.id, id)) : [];
  const mayHandle = incident !== undefined && may(ctx.actor, 'incident.handle', incident);
  if (!incident || (!mayHandle && incident.reportedBy !== ctx.actor.id)) throw new Refusal('incident-not-found', 404);
  const [measures, scopes, lines] = [
    await ctx.db.select().from(incidentMeasures).where(eq(incidentMeasures.incidentId, id)).orderBy(asc(incidentMeasures.takenAt)),
    await ctx.db.select().from(incidentScopes).where(eq(incidentScopes.incidentId, id)).orderBy(asc(incidentScopes.id)),
    mayHandle ? await ctx.db.select().from(incidentChildren).where(eq(incidentChildren.incidentId, id)).orderBy(asc(incidentChildren.regionCode), asc(incidentChildren.id)).limit(2000) : [],
  ];
  const [sums] = await ctx.db.select({ affected: count(incidentChildren.id), told: count(incidentChildren.toldAt) }).from(incidentChildren).where(eq(incidentChildren.incidentId, id));
  return {
    ...incident, ...sums!, mayHandle, measures, scopes,
    mayClose: mayHandle && incident.reportedBy !== ctx.actor.id,
    mayOpenNames: may(ctx.actor, 'identity.decide', incident),
    late: lateClocks(incident, ctx.now),
    lines: lines.map(({ childId, ...line }) => ({ ...line, number: childId ? numberOf(childId) : null })),
  };
}

/** 未告知的孩子, for the letters: ids for the sealed room alone. */
export async function untoldChildren(ctx: Ctx, id: string): Promise<string[]> {
  const rows = await ctx.db.select({ childId: incidentChildren.childId }).from(incidentChildren).where(and(eq(incidentChildren.incidentId, id), sql`${incidentChildren.toldAt} is null and ${incidentChildren.childId} is not null`));
  return rows.map(({ childId }) => childId!);
}

/** 告知书, for a guardian whose child is on the list; for everybody else it does not exist. */
export async function noticeForGuardian(ctx: Ctx, id: string) {
  allowAnywhere(ctx, 'family.own');
  const own = await ownChildIds(ctx);
  const [row] = isId(id) && own.length > 0
    ? await ctx.db.select({ notice: incidents.notice, toldAt: incidents.toldAt, kind: incidents.kind, isPossible: incidents.isPossible })
        .from(incidents).innerJoin(incidentChildren, eq(incidentChildren.incidentId, incidents.id))
        .where(and(eq(incidents.id, id), isNotNull(incidents.notice), inArray(incidentChildren.childId, own))).limit(1)
    : [];
  if (!row?.notice || !row.toldAt) throw new Refusal('incident-not-found', 404);
  return { ...row, notice: row.notice, toldAt: row.toldAt };
}

/** 孩子看到的告知, of the last year: with a card what is about them; with a class code what is about whoever came with it. */
export async function noticesForChild(ctx: Ctx): Promise<{ id: string; lines: string[] }[]> {
  if (!ctx.child) return [];
  const { childId, codeId } = ctx.child;
  const about = childId
    ? sql`exists (select from ${incidentChildren} where ${incidentChildren.incidentId} = ${incidents.id} and ${incidentChildren.childId} = ${childId})`
    : sql`exists (select from ${incidentScopes} where ${incidentScopes.incidentId} = ${incidents.id} and ${incidentScopes.codeId} = ${codeId})`;
  const rows = await ctx.db.select({ id: incidents.id, notice: incidents.notice }).from(incidents)
    .where(and(isNotNull(incidents.notice), sql`${incidents.toldAt} > ${new Date(ctx.now.getTime() - 365 * 86_400_000).toISOString()}`, about)).orderBy(desc(incidents.id)).limit(5);
  return rows.map(({ id, notice }) => ({ id, lines: notice!.child }));
}
