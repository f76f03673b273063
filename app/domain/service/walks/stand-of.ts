import { and, asc, eq } from 'drizzle-orm';
import type { Ctx, Layer } from '#app/platform/ctx.ts';
import type { Walk } from './hold-walk.ts';
import { layersAsked, limits, type PointId, pointsOf } from './model.ts';
import { standing } from './package.ts';
import { type Scores, scoreWalk, type Tap } from './score.ts';
import { walkEntries, walkPhotos } from './tables.server.ts';

/** 一次点按 as it stands: where it was, and of which layer if layers may be told apart. */
export type StandingTap = Tap & { spot: string | null; layer: Layer | null };
export type StandingPhoto = { id: string; fileId: string; point: PointId | null; spot: string | null; note: string };
export type Stand = { taps: StandingTap[]; photos: StandingPhoto[]; waiting: number; late: number; papers: number; scores: Scores };

type Key = Pick<Walk, 'countyCode' | 'id' | 'setting' | 'checklistVersion'>;

/** 现状: all that was said and not taken back, of every phone and sheet, and its scores. */
export async function standOf(ctx: Ctx, walk: Key): Promise<Stand> {
  const [rows, pictures] = await Promise.all([
    ctx.db.select().from(walkEntries).where(and(eq(walkEntries.countyCode, walk.countyCode), eq(walkEntries.walkId, walk.id))).orderBy(asc(walkEntries.deviceId), asc(walkEntries.seq)).limit(2 * limits.total),
    ctx.db.select().from(walkPhotos).where(and(eq(walkPhotos.countyCode, walk.countyCode), eq(walkPhotos.walkId, walk.id))).orderBy(asc(walkPhotos.id)).limit(500),
  ]);
  const inTime = rows.filter(({ isLate }) => !isLate);
  const taps = standing(inTime).flatMap(({ point, answer, spot, layer }) => (point && answer ? [{ point, answer, spot, layer }] : []));
  const photos = pictures.filter(({ isLate }) => !isLate);
  return {
    taps, photos: photos.flatMap(({ id, fileId, point, spot, note }) => (fileId ? [{ id, fileId, point, spot, note }] : [])), waiting: photos.filter(({ arrivedAt }) => arrivedAt === null).length,
    late: rows.length - inTime.length, papers: new Set(inTime.flatMap(({ isPaper, deviceId }) => (isPaper ? [deviceId] : []))).size, scores: scoreWalk(pointsOf(walk.setting, walk.checklistVersion), taps),
  };
}

/** 各年龄层的分: only where every layer that came has enough children, else none. */
export function scoresByLayer(walk: Pick<Walk, 'children' | 'setting' | 'checklistVersion'>, taps: readonly StandingTap[]): { layer: Layer; scores: Scores }[] {
  return layersAsked(walk.children).map((layer) => ({ layer, scores: scoreWalk(pointsOf(walk.setting, walk.checklistVersion), taps.filter((tap) => tap.layer === layer)) }));
}
