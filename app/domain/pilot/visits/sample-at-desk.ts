import { and, desc, eq, inArray, notInArray, or, sql } from 'drizzle-orm';
import { allow, allowAnywhere, regionsFor } from '#app/domain/base/accounts/access.ts';
import { within } from '#app/domain/base/accounts/scope.ts';
import { placeNames } from '#app/domain/base/regions/read.ts';
import { readExperts } from '#app/domain/pilot/experts/experts.ts';
import { experts } from '#app/domain/pilot/experts/tables.server.ts';
import { users } from '#app/domain/base/accounts/tables.server.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { isId } from '#app/platform/is-id.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { drawSample } from './draw.ts';
import { orderStops } from './legs.ts';
import { visitTies } from './ties.ts';
import { visits, visitSamples } from './tables.server.ts';

/** 抽样一览, the newest first. */
export async function listSamples(ctx: Ctx) {
  allowAnywhere(ctx, 'visit.plan');
  const mine = regionsFor(ctx.actor, 'visit.plan');
  const inReach = mine.includes('*') ? undefined : or(...mine.map((code) => sql`${visitSamples.regionCode} like ${`${code}%`}`));
  return ctx.db
    .select({ id: visitSamples.id, regionCode: visitSamples.regionCode, seed: visitSamples.seed, drawnAt: visitSamples.drawnAt, drawnByName: visitSamples.drawnByName, picked: sql<number>`jsonb_array_length(${visitSamples.content} -> 'picked')` })
    .from(visitSamples)
    .where(inReach)
    .orderBy(desc(visitSamples.id))
    .limit(20);
}

/** 一次抽样: who was drawn and why, in the order of the way, whether a second draw gives the same, and who may be sent. */
export async function sampleAtDesk(ctx: Ctx, id: string) {
  const [sample] = isId(id) ? await ctx.db.select().from(visitSamples).where(eq(visitSamples.id, id)) : [];
  if (!sample) throw new Refusal('sample-not-found', 404);
  allow(ctx, 'visit.plan', sample);
  const { candidates, size, picked, hash } = sample.content;
  const again = drawSample(sample.seed, candidates, Math.max(size, picked.length)).map(({ code }) => code);
  const name = await placeNames(ctx, picked);
  const planned = await openVisits(ctx, picked);
  const way = orderStops(picked.map((code) => ({ code, at: null })));
  return {
    sample, hash, of: candidates.length, isSame: again.join() === picked.join(),
    communities: way.map(({ code }) => ({ ...candidates.find((one) => one.code === code)!, name: name(code), visitId: planned.get(code) ?? null })),
    experts: await expertsFor(ctx, picked),
  };
}

/** 可派的专家: those who may be sent today and whom nothing ties to any of these communities; the others are counted with their reasons. */
export async function expertsFor(ctx: Ctx, codes: readonly string[]) {
  const rows = await readExperts(ctx, eq(experts.standing, 'verified'), [sql`${users.name}`], 300);
  const fit = rows.filter(({ reasons }) => reasons.every((reason) => reason === 'load-full'));
  const ties = await visitTies(ctx, fit.map((one) => one.id), codes);
  const tied = new Set(ties.map(({ expertId }) => expertId));
  return {
    free: fit.filter((one) => !tied.has(one.id)).map(({ id, name, organisationName }) => ({ id, name, organisationName })),
    tied: fit.filter((one) => tied.has(one.id)).map(({ id, name }) => ({ id, name, kinds: [...new Set(ties.filter(({ expertId }) => expertId === id).map(({ kind }) => kind))] })),
  };
}

/** 指定的社区 for a plan that was not drawn, with the visit that is planned to each already, if there is one. */
export async function chosenCommunities(ctx: Ctx, codes: readonly string[]): Promise<{ code: string; name: string; visitId: string | null }[]> {
  if (codes.length === 0) return [];
  const name = await placeNames(ctx, codes);
  const planned = await openVisits(ctx, codes);
  return codes.map((code) => ({ code, name: name(code), visitId: planned.get(code) ?? null }));
}

/** 在办的到访 to these communities; the caller plans visits there. */
async function openVisits(ctx: Ctx, codes: readonly string[]): Promise<Map<string, string>> {
  const rows = await ctx.db.select({ id: visits.id, code: visits.regionCode }).from(visits).where(and(inArray(visits.regionCode, [...codes]), within(ctx, 'visit.plan', visits.regionCode), notInArray(visits.state, ['concluded', 'called-off']))).limit(500);
  return new Map(rows.map(({ id, code }) => [code, id]));
}
