import type { PointId, SpotId } from '#app/domain/service/walks/model.ts';
import { childWalksWords } from '#app/i18n/child-walks.ts';
import { useWords } from '#app/i18n/pair.ts';

/** 说出来: the sentence of a point, the name of a spot: a part of the way as it was called, or one of the usual ones. */
export function useNames(parts: Record<string, string>) {
  const { points, spots } = useWords(childWalksWords);
  return {
    ofPoint: (point: PointId | null) => (point === null ? '' : points[point]),
    ofSpot: (spot: string | null) => (spot === null ? '' : (parts[spot] ?? spots[spot as SpotId] ?? '')),
  };
}
