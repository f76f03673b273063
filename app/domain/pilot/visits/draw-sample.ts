import { createHash } from 'node:crypto';
import { and, eq, gte, inArray, like, notInArray, sql } from 'drizzle-orm';
import { allow } from '#app/domain/base/accounts/access.ts';
import { pilots } from '#app/domain/base/communities/tables.server.ts';
import { regions } from '#app/domain/base/regions/tables.server.ts';
import { certificates } from '#app/domain/pilot/certification/tables.server.ts';
import { canonicalJson } from '#app/platform/canonical-json.ts';
import { change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { addDays, beijingDay } from '#app/platform/dates.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { type Candidate, drawSample } from './draw.ts';
import type { SampleInput } from './input.ts';
import { visits, visitSamples } from './tables.server.ts';

/** 复评提前: a certificate that ends within a year makes its community due for reassessment. */
const aheadDays = 365;
/** 两年未到访 makes a pilot due as well (promotion plan of 2017, part 5). */
const longestWithout = 730;

/** 抽样: draws communities for visits and keeps the whole list it drew from, so that anybody can draw again. */
export function drawVisitSample(ctx: Ctx, input: SampleInput): Promise<string> {
  return change(ctx, async (tx) => {
    allow(tx, 'visit.plan', { regionCode: input.region });
    const candidates = await candidatesIn(tx, input.region, input.codes);
    if (candidates.length === 0) throw new Refusal('sample-empty');
    const picked = drawSample(input.seed, candidates, Math.max(input.size, input.codes.length)).map(({ code }) => code);
    const hash = createHash('sha256').update(canonicalJson(candidates)).digest('hex');
    const content = { size: input.size, candidates, hash, picked };
    const [made] = await tx.db
      .insert(visitSamples)
      .values({ regionCode: input.region, year: Number(beijingDay(tx.now).slice(0, 4)), seed: input.seed, content, drawnBy: tx.actor.id, drawnByName: tx.actor.name, drawnAt: tx.now })
      .returning({ id: visitSamples.id });
    await tx.record('visit.sample-drawn', { id: made!.id, regionCode: '*' }, { region: input.region, seed: input.seed, of: candidates.length, picked: picked.length, hash });
    return made!.id;
  });
}

/** 候选名单 in the order of codes: pilots of the region without a visit under way; spot checks must lie in the region and be communities. */
async function candidatesIn(ctx: Ctx, region: string, spotChecks: readonly string[]): Promise<Candidate[]> {
  const busy = ctx.db.select({ code: visits.regionCode }).from(visits).where(notInArray(visits.state, ['concluded', 'called-off']));
  const inRegion = region === '*' ? undefined : like(pilots.regionCode, `${region}%`);
  const rows = await ctx.db.selectDistinct({ code: pilots.regionCode }).from(pilots).where(and(eq(pilots.state, 'pilot'), inRegion, notInArray(pilots.regionCode, busy))).orderBy(pilots.regionCode).limit(20_000);
  const given = [...new Set(spotChecks)];
  if (given.some((code) => code.length < 9 || (region !== '*' && !code.startsWith(region)))) throw new Refusal('spot-check-outside', 400);
  if (given.length > 0) {
    const known = await ctx.db.select({ code: regions.code }).from(regions).where(inArray(regions.code, given));
    if (known.length < given.length) throw new Refusal('region-not-found', 400);
  }
  const due = await dueDays(ctx, rows.map(({ code }) => code));
  const others = rows.filter(({ code }) => !given.includes(code)).map(({ code }): Candidate => {
    const dueOn = due.get(code) ?? null;
    return { code, reason: dueOn ? 'reassessment' : 'sample', dueOn };
  });
  return [...given.map((code): Candidate => ({ code, reason: 'spot-check', dueOn: null })), ...others].toSorted((a, b) => a.code.localeCompare(b.code));
}

/** 复评期: the end of a certificate within a year, or two years after the last visit. */
async function dueDays(ctx: Ctx, codes: readonly string[]): Promise<Map<string, string>> {
  const today = beijingDay(ctx.now);
  const due = new Map<string, string>();
  const note = (code: string, day: string) => due.set(code, [due.get(code) ?? day, day].toSorted()[0]!);
  if (codes.length === 0) return due;
  const ending = await ctx.db
    .select({ code: certificates.regionCode, day: certificates.validUntil })
    .from(certificates)
    .where(and(inArray(certificates.regionCode, [...codes]), eq(certificates.state, 'valid'), gte(certificates.validUntil, addDays(today, -aheadDays)), sql`${certificates.validUntil} <= ${addDays(today, aheadDays)}`));
  for (const { code, day } of ending) note(code, day);
  const last = await ctx.db
    .select({ code: visits.regionCode, at: sql<string>`max(${visits.endedAt})` })
    .from(visits)
    .where(and(inArray(visits.regionCode, [...codes]), eq(visits.state, 'concluded')))
    .groupBy(visits.regionCode);
  for (const { code, at } of last) {
    const day = addDays(beijingDay(new Date(at)), longestWithout);
    if (day <= addDays(today, aheadDays)) note(code, day);
  }
  return due;
}
