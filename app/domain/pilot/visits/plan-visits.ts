import { randomInt } from 'node:crypto';
import { and, desc, eq, inArray, like, sql } from 'drizzle-orm';
import { allow } from '#app/domain/base/accounts/access.ts';
import { regions } from '#app/domain/base/regions/tables.server.ts';
import { currentEdition } from '#app/domain/base/standard/read.ts';
import { type Change, change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { beijingDay } from '#app/platform/dates.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { seatExpert } from './assign-expert.ts';
import { aboutVisit } from './hold.ts';
import { PlanInput } from './input.ts';
import { planLegs, type Stop } from './legs.ts';
import type { VisitReason } from './model.ts';
import { usualAgenda } from './agenda.ts';
import type { Place } from './package.ts';
import { visitFields, visits, visitSamples } from './tables.server.ts';

/** 计划到访: one visit for each community, in an order that makes short ways, on the days given. Answers their ids in that order. */
export function planVisits(ctx: Ctx, given: PlanInput): Promise<string[]> {
  return change(ctx, async (tx) => {
    const input = PlanInput.parse(given);
    const codes = [...new Set(input.codes)];
    for (const regionCode of codes) allow(tx, 'visit.plan', { regionCode });
    if (codes.some((code) => code.length < 9)) throw new Refusal('visit-not-a-community', 400);
    if (input.secondExpert === input.expert) throw new Refusal('expert-already-assigned', 400);
    if (input.fromOn < beijingDay(tx.now)) throw new Refusal('visit-day-over', 400);
    const known = await tx.db.select({ code: regions.code }).from(regions).where(inArray(regions.code, codes));
    if (known.length < codes.length) throw new Refusal('region-not-found', 400);
    const legs = planLegs(await stopsOf(tx, codes), input);
    if (!legs) throw new Refusal('visit-days-too-few', 400);

    const edition = await currentEdition(tx);
    const reasons = await reasonsOf(tx, input.sampleId);
    const ids: string[] = [];
    for (const { code, day, leg } of legs) {
      const reason = input.reason ?? reasons.get(code) ?? 'chosen';
      const [visit] = await tx.db
        .insert(visits)
        .values({
          number: newNumber(tx), regionCode: code, year: Number(day.slice(0, 4)), editionId: edition.id, notice: input.notice, reason, purpose: input.purpose,
          fromOn: day, toOn: day, agenda: usualAgenda(edition, tx.locale), sampleId: input.sampleId || null, leg, plannedBy: tx.actor.id, plannedAt: tx.now,
        })
        .returning();
      await seatExpert(tx, visit!, 'expert', input.expert);
      if (input.secondExpert) await seatExpert(tx, visit!, 'second-expert', input.secondExpert);
      await tx.record('visit.planned', aboutVisit(visit!), { number: visit!.number, community: code, on: day, notice: input.notice, why: reason });
      ids.push(visit!.id);
    }
    return ids;
  });
}

/** 位置 as the last visit to each community measured it. */
async function stopsOf(tx: Change, codes: readonly string[]): Promise<Stop[]> {
  const rows = await tx.db
    .select({ code: visitFields.regionCode, place: sql<Place | null>`${visitFields.versions} -> 0 -> 'value' -> 'place'` })
    .from(visitFields)
    .where(and(inArray(visitFields.regionCode, [...codes]), like(visitFields.path, 'began:%')))
    .orderBy(desc(visitFields.visitId))
    .limit(2000);
  return codes.map((code) => {
    const place = rows.find((row) => row.code === code && row.place !== null)?.place;
    return { code, at: place ? { latitude: place.latitude, longitude: place.longitude } : null };
  });
}

async function reasonsOf(tx: Change, sampleId: string): Promise<Map<string, VisitReason>> {
  const [sample] = sampleId ? await tx.db.select().from(visitSamples).where(eq(visitSamples.id, sampleId)) : [];
  if (sampleId && !sample) throw new Refusal('sample-not-found', 404);
  return new Map(sample?.content.candidates.map(({ code, reason }) => [code, reason]));
}

const letters = '23456789ABCDEFGHJKMNPQRSTVWXYZ';

/** 到访编号: drawn and not counted, so that nobody infers from two numbers that there was a visit between. */
function newNumber(tx: Change): string {
  return `V${beijingDay(tx.now).slice(0, 4)}-${Array.from({ length: 7 }, () => letters[randomInt(letters.length)]).join('')}`;
}
