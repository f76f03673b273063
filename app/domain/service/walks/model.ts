import { leastFor } from '#app/domain/base/small-cells/model.ts';
import type { Danger, HazardKind } from '#app/domain/service/hazards/model.ts';
import { type Layer, layers } from '#app/platform/ctx.ts';

/** 走查状态: planned, walked as soon as something was said, closed with its scores; or called off. */
export const walkStates = ['planned', 'under-way', 'closed', 'called-off'] as const;
export type WalkState = (typeof walkStates)[number];

/** Nothing more is taken into the record. */
export function isOver(state: WalkState): boolean {
  return state === 'closed' || state === 'called-off';
}

/** 走在哪里: a way to school, a place under a roof, a place outdoors. */
export const settings = ['route', 'indoor', 'outdoor'] as const;
export type Setting = (typeof settings)[number];

/** 五种回答: three faces, and two ways to say nothing of it, which never count. */
export const answers = ['good', 'middling', 'bad', 'does-not-apply', 'cannot-see'] as const;
export type Answer = (typeof answers)[number];

/** 规范: the five norms of section C. */
export const norms = ['C1', 'C2', 'C3', 'C4', 'C5'] as const;
export type Norm = (typeof norms)[number];

/** 看的一点: a sentence and a drawing for a child; the rule it speaks to; the kind of hazard it is when it is not good. */
export type WalkPoint = { id: PointId; ruleId: string; drawing: string; settings: readonly Setting[]; hazard: HazardKind; danger: Danger };

const everywhere = settings;

/** 各点, in the order in which they are asked; their sentences are in the words `child-walks`. */
const version1 = {
  'pavement-wide': ['C4.1', 'hop', ['route'], 'obstacle', 2],
  'pavement-flat': ['C4.1', 'steps', ['route'], 'pavement', 2],
  'cars-stop': ['C4.2', 'bus', ['route'], 'crossing', 3],
  'green-long': ['C4.2', 'crossing', ['route'], 'crossing', 3],
  'wait-safe': ['C4.3', 'wait', ['route'], 'other', 2],
  'drivers-see': ['C5.2', 'bike', ['route'], 'blind-corner', 3],
  'things-for-me': ['C2.1', 'ball', ['indoor'], 'other', 1],
  'big-and-small': ['C2.2', 'kite', ['indoor'], 'other', 1],
  'hours-read': ['C2.3', 'paper', ['indoor'], 'other', 1],
  'basin-reach': ['C2.4', 'toilet', ['indoor'], 'other', 1],
  'edges-soft': ['C2.5', 'house', ['indoor'], 'equipment', 2],
  'play-for-me': ['C3.1', 'slide', ['outdoor'], 'equipment', 1],
  'room-to-run': ['C3.2', 'kite', ['outdoor'], 'other', 1],
  nature: ['C3.3', 'tree', ['outdoor'], 'other', 1],
  'not-broken': ['C3.4', 'swing', ['outdoor'], 'equipment', 3],
  'wheels-pass': ['C3.5', 'steps', ['outdoor'], 'obstacle', 2],
  'no-cars': ['C4.2', 'bus', ['outdoor'], 'other', 3],
  'signs-read': ['C4.4', 'eye', everywhere, 'other', 1],
  'grown-up-near': ['C5.1', 'hand', everywhere, 'other', 2],
  bright: ['C5.2', 'lamp', everywhere, 'light', 2],
  clean: ['C5.3', 'bin', everywhere, 'other', 1],
  welcome: ['C5.4', 'smile', everywhere, 'other', 1],
  near: ['C1.3', 'star', ['indoor', 'outdoor'], 'other', 1],
  asked: ['C1.2', 'speech', everywhere, 'other', 1],
} as const satisfies Record<string, readonly [ruleId: string, drawing: string, settings: readonly Setting[], hazard: HazardKind, danger: Danger]>;

export type PointId = keyof typeof version1;
export const pointIds = Object.keys(version1) as PointId[];

/** 走查表的各版: a later version is one more line; a walk keeps the version of the day it was planned. */
const versions: Readonly<Record<number, Readonly<Record<PointId, readonly [string, string, readonly Setting[], HazardKind, Danger]>>>> = { 1: version1 };

/** 现行版本. */
export const checklistVersion = Math.max(...Object.keys(versions).map(Number));

/** 走查表 of a setting, as it stands or as it stood. */
export function pointsOf(setting: Setting, version = checklistVersion): WalkPoint[] {
  const points = Object.entries(versions[version] ?? {}) as [PointId, (typeof versions)[number][PointId]][];
  return points.flatMap(([id, [ruleId, drawing, where, hazard, danger]]) => (where.includes(setting) ? [{ id, ruleId, drawing, settings: where, hazard, danger }] : []));
}

/** 场地里的位置: of a way these are its parts. */
export const spots = { indoor: ['way-in', 'room', 'washroom'], outdoor: ['way-in', 'ground', 'equipment', 'edge'] } as const satisfies Partial<Record<Setting, readonly string[]>>;
export type SpotId = (typeof spots)[keyof typeof spots][number];

/** 一段路 of a way that was walked. */
export type Part = { id: string; name: string };

/** 同行的孩子: how many of each age layer; nobody's name. */
export type Children = Partial<Record<Layer, number>>;

export const countOf = (children: Children) => layers.reduce((sum, layer) => sum + (children[layer] ?? 0), 0);

/** 可以问的年龄层: none unless every layer that came has enough children, so that none follows from the others; what is not shown is not asked. */
export function layersAsked(children: Children): Layer[] {
  const came = layers.filter((layer) => (children[layer] ?? 0) > 0);
  return came.length > 1 && came.every((layer) => children[layer]! >= leastFor.staff) ? came : [];
}

/** 上限. */
export const limits = { children: 60, note: 120, photos: 60, phones: 20, tally: 60, photoBytes: 12 * 1024 * 1024, entries: 300, total: 10_000 } as const;
