import { isIndoor, type SpaceKind } from './model.ts';

/** 检查点: what is looked at; what is in order speaks to these rules; what is bad is a hazard of this kind, so dangerous. */
export type Point = { item: string; rules: readonly string[]; hazard: 'fire' | 'electric' | 'light' | 'blind-corner' | 'equipment' | 'surface' | 'obstacle' | 'other' | 'pavement'; danger: 1 | 2 | 3 };

const point = (item: string, hazard: Point['hazard'], danger: Point['danger'], ...rules: string[]): Point => ({ item, hazard, danger, rules });

const indoor: readonly Point[] = [
  point('fire-exit', 'fire', 3, 'C2.5'),
  point('fire-gear', 'fire', 3, 'C2.5'),
  point('sockets', 'electric', 3, 'C2.5'),
  point('air', 'other', 2, 'C2.5'),
  point('light', 'light', 2, 'C2.5', 'C5.2'),
  point('edges', 'equipment', 2, 'C2.5'),
  point('fittings', 'equipment', 2, 'C2.1'),
  point('zones', 'other', 1, 'C2.2'),
  point('hours-posted', 'other', 1, 'C2.3'),
  point('basin', 'other', 1, 'C2.4'),
  point('seen', 'blind-corner', 2, 'C5.2'),
  point('smoke-free', 'other', 2, 'C5.3'),
];

const outdoor: readonly Point[] = [
  point('equipment', 'equipment', 3, 'C3.1', 'C3.4'),
  point('surface', 'surface', 3, 'C3.4'),
  point('sharp', 'equipment', 3, 'C3.4'),
  point('free-ground', 'other', 1, 'C3.2'),
  point('nature', 'other', 1, 'C3.3'),
  point('step-free', 'obstacle', 2, 'C3.5'),
  point('light', 'light', 2, 'C5.2'),
  point('seen', 'blind-corner', 2, 'C5.2'),
  point('cars', 'other', 3, 'C4.2'),
  point('signs', 'other', 1, 'C4.4'),
  point('smoke-free', 'other', 2, 'C5.3'),
];

/** 检查表的各版: a later version is one more line; what was inspected keeps the version of its day. */
const versions: Readonly<Record<number, { indoor: readonly Point[]; outdoor: readonly Point[] }>> = { 1: { indoor, outdoor } };

/** 现行版本. */
export const checklistVersion = Math.max(...Object.keys(versions).map(Number));

/** 检查表 of a kind of place, as it stands or as it stood. */
export function checklistOf(kind: SpaceKind, version = checklistVersion): readonly Point[] {
  return versions[version]?.[isIndoor(kind) ? 'indoor' : 'outdoor'] ?? [];
}

/** 佐证的细则: what the points in order speak to; the record itself speaks for regular inspection. */
export function rulesShown(kind: SpaceKind, findings: readonly { item: string; verdict: string }[], version = checklistVersion): string[] {
  const points = new Map(checklistOf(kind, version).map((one) => [one.item, one.rules]));
  const bad = new Set(findings.filter(({ verdict }) => verdict === 'bad').flatMap(({ item }) => points.get(item) ?? []));
  const good = findings.filter(({ verdict }) => verdict === 'ok').flatMap(({ item }) => points.get(item) ?? []);
  return [...new Set(['C1.1', ...(isIndoor(kind) ? [] : ['C3.4']), ...good.filter((rule) => !bad.has(rule))])].toSorted();
}
