import { and, asc, eq, inArray, ne, or } from 'drizzle-orm';
import { isApproved } from '#app/domain/children/moderation/is-approved.ts';
import { change } from '#app/platform/change.ts';
import { type Ctx, visitor } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { tidyCode } from '#app/platform/spoken-code.ts';
import { holdHazard } from './hold-hazard.ts';
import { metresBetween, nearMetres, openStates } from './model.ts';
import { type Hazard, move } from './step.ts';
import { hazards } from './tables.server.ts';

type Placed = Pick<Hazard, 'countyCode' | 'id' | 'regionCode' | 'kind' | 'spaceId' | 'segmentId' | 'lng' | 'lat' | 'placeText'>;

/** 疑似重复: open ones of the same kind in the same place, or so near; of those the public may know, or of all. */
export async function similarTo(ctx: Ctx, hazard: Placed, publicOnly: boolean) {
  const rows = await ctx.db
    .select({ id: hazards.id, kind: hazards.kind, placeText: hazards.placeText, state: hazards.state, reportedAt: hazards.reportedAt, spaceId: hazards.spaceId, segmentId: hazards.segmentId, lng: hazards.lng, lat: hazards.lat })
    .from(hazards)
    .where(and(
      eq(hazards.countyCode, hazard.countyCode), eq(hazards.regionCode, hazard.regionCode), eq(hazards.kind, hazard.kind), ne(hazards.id, hazard.id), inArray(hazards.state, [...openStates]),
      publicOnly ? or(eq(hazards.source, 'inspection'), isApproved('hazard', hazards.id)) : undefined,
    ))
    .orderBy(asc(hazards.id))
    .limit(200);
  return rows.filter((row) => isNear(row, hazard)).slice(0, 5).map(({ id, kind, placeText, state, reportedAt }) => ({ id, kind, placeText, state, reportedAt }));
}

function isNear(one: Pick<Placed, 'spaceId' | 'segmentId' | 'lng' | 'lat' | 'placeText'>, other: Placed): boolean {
  if (one.spaceId !== null && one.spaceId === other.spaceId) return true;
  if (one.segmentId !== null && one.segmentId === other.segmentId) return true;
  if (one.lng !== null && other.lng !== null) return metresBetween([one.lng, one.lat!], [other.lng, other.lat!]) <= nearMetres;
  return one.placeText !== '' && one.placeText === other.placeText;
}

/** 并案, by those who handle it: the reporter follows the other from then on, with the same code. */
export function linkDuplicate(ctx: Ctx, place: string, id: string, of: string): Promise<void> {
  return change(ctx, async (tx) => {
    const hazard = await holdHazard(tx, place, id);
    const main = await holdHazard(tx, place, of);
    if (main.id === hazard.id || main.regionCode !== hazard.regionCode || main.state === 'duplicate') throw new Refusal('hazard-not-the-same');
    await follow(tx, hazard, main);
  });
}

/** 就是那一个, by the reporter: chosen among what is like it and public. */
export async function sayDuplicate(ctx: Ctx, code: string, of: string): Promise<void> {
  await change({ ...ctx, actor: visitor }, async (tx) => {
    const [hazard] = await tx.db.select().from(hazards).where(eq(hazards.code, tidyCode(code))).for('update');
    if (!hazard) throw new Refusal('hazard-code-unknown', 404);
    if (!(await similarTo(tx, hazard, true)).some((one) => one.id === of)) throw new Refusal('hazard-not-the-same');
    await follow(tx, hazard, { id: of });
  });
}

/** Whatever followed this one follows the other as well: nobody's code leads to a dead end. */
async function follow(tx: Parameters<typeof move>[0], hazard: Hazard, main: { id: string }): Promise<void> {
  await move(tx, hazard, { to: 'duplicate', set: { duplicateOf: main.id, repairCode: '' }, byName: tx.actor.name });
  await tx.db.update(hazards).set({ duplicateOf: main.id }).where(and(eq(hazards.countyCode, hazard.countyCode), eq(hazards.duplicateOf, hazard.id)));
  await tx.record('hazard.linked', hazard, { of: main.id });
}
