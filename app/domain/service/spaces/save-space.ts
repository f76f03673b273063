import { and, eq } from 'drizzle-orm';
import { allow } from '#app/domain/base/accounts/access.ts';
import { shortestPlace } from '#app/domain/base/evidence/model.ts';
import { ownFile } from '#app/domain/base/files/read.ts';
import { getRegion } from '#app/domain/base/regions/read.ts';
import { type Change, change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { addDays, beijingDay } from '#app/platform/dates.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { holdSpace } from './hold-space.ts';
import type { SpaceInput } from './input.ts';
import { spaces } from './tables.server.ts';

/** 登记空间 of a community; its first inspection is due at once. */
export function registerSpace(ctx: Ctx, regionCode: string, input: SpaceInput, isInvented = false): Promise<string> {
  return change(ctx, async (tx) => {
    allow(tx, 'space.edit', { regionCode });
    if (regionCode.length < shortestPlace) throw new Refusal('region-not-found', 400);
    await getRegion(tx, regionCode);
    await refuseSameName(tx, regionCode, input.name);
    const [row] = await tx.db
      .insert(spaces)
      .values({ regionCode, ...(await fields(tx, input)), inspectNextOn: beijingDay(tx.now), isInvented, changedAt: tx.now })
      .returning({ id: spaces.id });
    await tx.record('space.registered', { id: row!.id, regionCode }, { name: input.name, kind: input.kind });
    return row!.id;
  });
}

/** 更正空间: what is known of it now; the next inspection moves with the interval. */
export function editSpace(ctx: Ctx, id: string, input: SpaceInput, revision?: number): Promise<void> {
  return change(ctx, async (tx) => {
    const space = await holdSpace(tx, id, 'space.edit');
    if (revision !== undefined && revision !== space.revision) throw new Refusal('changed-meanwhile');
    await refuseSameName(tx, space.regionCode, input.name, id);
    const moved = addDays(space.inspectNextOn, input.inspectEvery - space.inspectEvery);
    await tx.db
      .update(spaces)
      .set({ ...(await fields(tx, input, space.photoIds)), inspectNextOn: moved, revision: space.revision + 1, changedAt: tx.now })
      .where(eq(spaces.id, id));
    await tx.record('space.edited', { id, regionCode: space.regionCode }, { name: input.name });
  });
}

/** Only photographs this person brought, or that the place has already. */
async function fields(tx: Ctx, { place, ...input }: SpaceInput, had: readonly string[] = []) {
  const photos = new Set<string>();
  for (const id of input.photoIds) photos.add(had.includes(id) ? id : (await ownFile(tx, id)).id);
  return { ...input, photoIds: [...photos], isCoarse: input.isCoarse === 'yes', lng: place?.[0] ?? null, lat: place?.[1] ?? null };
}

async function refuseSameName(tx: Change, regionCode: string, name: string, own?: string): Promise<void> {
  const [same] = await tx.db.select({ id: spaces.id }).from(spaces).where(and(eq(spaces.regionCode, regionCode), eq(spaces.name, name)));
  if (same && same.id !== own) throw new Refusal('space-known');
}
