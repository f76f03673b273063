const reach = 100;
export const radarBox = { x: -190, y: -140, width: 380, height: 272 };

const at = (place: number, of: number, radius: number) => {
  const turn = (place / of) * 2 * Math.PI - Math.PI / 2;
  return [radius * Math.cos(turn), radius * Math.sin(turn)] as const;
};
const said = ([x, y]: readonly [number, number]) => `${x.toFixed(1)},${y.toFixed(1)}`;

/** 雷达的形: one corner a section at its score; a section without a score stays in the middle. */
export function radarPoints(scores: readonly (number | null)[]): string {
  return scores.map((score, place) => said(at(place, scores.length, ((score ?? 0) / 100) * reach))).join(' ');
}

/** 一圈: where this score lies on every axis. */
export const ringPoints = (of: number, score: number): string => radarPoints(Array.from({ length: of }, () => score));

export const axisEnd = (place: number, of: number) => at(place, of, reach);

/** Where the name of an axis stands, and which way its text runs. */
export function labelPlace(place: number, of: number): { x: number; y: number; anchor: 'start' | 'middle' | 'end' } {
  const [x, y] = at(place, of, reach + 16);
  return { x, y: y + (Math.abs(x) < 8 ? (y < 0 ? -14 : 14) : 0), anchor: Math.abs(x) < 8 ? 'middle' : x > 0 ? 'start' : 'end' };
}
