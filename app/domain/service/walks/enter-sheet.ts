import { createHash } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import { enterPhotos, layPhotos, type Upload } from '#app/domain/service/hazards/photos.ts';
import { type Change, change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { holdWalk, ofWalk, type Walk } from './hold-walk.ts';
import type { PhotoForm, SheetInput } from './input.ts';
import { answers, isOver, limits, pointsOf } from './model.ts';
import { keepPhoto } from './receive-photo.ts';
import { spotIds } from './sync-walk.ts';
import { walkEntries, walkPhotos, walks } from './tables.server.ts';

/** 录入一张纸: the strokes under every face; the same sheet sent twice is once. */
export function enterSheet(ctx: Ctx, place: string, id: string, { sheetId, spot, strokes }: SheetInput): Promise<void> {
  return change(ctx, async (tx) => {
    const walk = await holdWalk(tx, place, id);
    if (isOver(walk.state)) throw new Refusal('walk-over');
    if (spot !== null && !spotIds(walk).includes(spot)) throw new Refusal('walk-spot-unknown', 400);
    const known = await tx.db.$count(walkEntries, and(eq(walkEntries.countyCode, walk.countyCode), eq(walkEntries.walkId, id), eq(walkEntries.deviceId, sheetId)));
    const taps = known > 0 ? [] : pointsOf(walk.setting, walk.checklistVersion).flatMap(({ id: point }) => answers.flatMap((answer) => Array.from({ length: strokes[`${point}.${answer}`] ?? 0 }, () => ({ point, answer }))));
    if (known === 0 && taps.length === 0) throw new Refusal('walk-sheet-empty', 400);
    const total = await tx.db.$count(walkEntries, and(eq(walkEntries.countyCode, walk.countyCode), eq(walkEntries.walkId, id)));
    if (taps.length > 0 && total + taps.length > limits.total) throw new Refusal('walk-entries-too-many');
    const one = { countyCode: walk.countyCode, walkId: id, deviceId: sheetId, kind: 'observation' as const, spot, isPaper: true, isLate: false, deviceAt: tx.now, serverAt: tx.now };
    if (taps.length > 0) await tx.db.insert(walkEntries).values(taps.map((tap, index) => ({ ...one, ...tap, seq: index + 1 })));
    await begin(tx, walk);
    await tx.record('walk.sheet-entered', walk, { place: walk.place, entries: taps.length });
  });
}

/** 加照片 that were taken with a camera: like those of a phone, each with its point and its spot; one that is there already is not kept twice. */
export async function addPhotos(ctx: Ctx, place: string, id: string, { point, spot, note, sheetId }: PhotoForm, uploads: readonly Upload[]): Promise<void> {
  if (uploads.length === 0) throw new Refusal('walk-photo-missing', 400);
  const laid = await layPhotos(ctx, uploads);
  await change(ctx, async (tx) => {
    const walk = await holdWalk(tx, place, id);
    if (isOver(walk.state)) throw new Refusal('walk-over');
    if (spot !== null && !spotIds(walk).includes(spot)) throw new Refusal('walk-spot-unknown', 400);
    const had = await tx.db.$count(walkPhotos, and(eq(walkPhotos.countyCode, walk.countyCode), eq(walkPhotos.walkId, id)));
    if (had + laid.length > limits.photos) throw new Refusal('walk-photos-too-many');
    for (const [index, looked] of laid.entries()) {
      const sha256 = createHash('sha256').update(uploads[index]!.content).digest('hex');
      const [row] = await tx.db
        .insert(walkPhotos)
        .values({ countyCode: walk.countyCode, walkId: id, sha256, deviceId: sheetId, seq: had + index + 1, point, spot, note, isLate: false, deviceAt: tx.now })
        .onConflictDoNothing()
        .returning({ id: walkPhotos.id });
      const [fileId] = row ? await enterPhotos(tx, [looked], walk.regionCode) : [];
      if (row && fileId) await keepPhoto(tx, walk, { id: row.id, note }, fileId);
    }
    await begin(tx, walk);
    await tx.record('walk.photos-added', walk, { place: walk.place, photos: laid.length });
  });
}

async function begin(tx: Change, walk: Walk): Promise<void> {
  if (walk.state === 'planned') await tx.db.update(walks).set({ state: 'under-way', beganAt: tx.now }).where(ofWalk(walk));
}
