/** 隐患种类. */
export const hazardKinds = ['crossing', 'light', 'pavement', 'blind-corner', 'equipment', 'surface', 'fire', 'water', 'electric', 'obstacle', 'other'] as const;
export type HazardKind = (typeof hazardKinds)[number];

/** 从哪里来: by anybody, by a child, out of an inspection, out of a one-metre walk, by staff. */
export const hazardSources = ['public', 'child', 'inspection', 'walk', 'staff'] as const;
export type HazardSource = (typeof hazardSources)[number];

/** 工单状态: the repairer never brings a hazard past `repaired`. */
export const hazardStates = ['reported', 'checked', 'assigned', 'repaired', 'verified', 'declined', 'duplicate'] as const;
export type HazardState = (typeof hazardStates)[number];

/** What may follow what. */
const nextStates = {
  reported: ['checked', 'declined', 'duplicate'],
  checked: ['assigned', 'declined', 'duplicate'],
  assigned: ['assigned', 'repaired', 'declined', 'duplicate'],
  repaired: ['verified', 'assigned'],
  verified: ['assigned'],
  declined: ['reported'],
  duplicate: [],
} as const satisfies Record<HazardState, readonly HazardState[]>;

export function canMove(from: HazardState, to: HazardState): boolean {
  return (nextStates[from] as readonly HazardState[]).includes(to);
}

/** 未了结: somebody still has to do something. */
export const openStates = ['reported', 'checked', 'assigned', 'repaired'] as const satisfies readonly HazardState[];

export function isOpen(state: HazardState): boolean {
  return (openStates as readonly HazardState[]).includes(state);
}

/** 危险程度: can wait, soon, at once. */
export const dangers = [1, 2, 3] as const;
export type Danger = (typeof dangers)[number];

/** 谁确认修好了: who reported it, or a second person who did not repair it, once the reporter's days are over. */
export const verifiers = ['reporter', 'second-person'] as const;
export type Verifier = (typeof verifiers)[number];

/** 照片的时候. */
export const moments = ['before', 'after'] as const;

/** 时限 in working days, where a region says nothing else: to look, to hand on, to repair, for the reporter's word. */
export const usualClock = { checkDays: 2, assignDays: 1, repairDays: 10, confirmDays: 5 } as const;
export type HazardClock = { [name in keyof typeof usualClock]: number };

/** 责任单位 where a region says nothing else. */
export const bodies = ['community', 'property', 'roads', 'traffic-police', 'lighting', 'school', 'fire-station', 'water', 'power'] as const;
export type Body = (typeof bodies)[number];

export const usualBody: Record<HazardKind, Body> = {
  crossing: 'traffic-police', light: 'lighting', pavement: 'roads', 'blind-corner': 'community', equipment: 'community', surface: 'community',
  fire: 'fire-station', water: 'water', electric: 'power', obstacle: 'property', other: 'community',
};

/** 到期 of a state: which of the limits runs. */
export function limitOf(state: HazardState, clock: HazardClock): number | undefined {
  return { reported: clock.checkDays, checked: clock.assignDays, assigned: clock.repairDays, repaired: clock.confirmDays, verified: undefined, declined: undefined, duplicate: undefined }[state];
}

/** 急的减半: what is dangerous at once is repaired in a third of the days. */
export function repairDaysOf(clock: HazardClock, danger: Danger): number {
  return Math.max(1, danger === 3 ? Math.ceil(clock.repairDays / 3) : clock.repairDays);
}

/** 相距 in metres of two points not far apart. */
export function metresBetween([lng, lat]: readonly [number, number], [otherLng, otherLat]: readonly [number, number]): number {
  const east = (otherLng - lng) * 111_320 * Math.cos((((lat + otherLat) / 2) * Math.PI) / 180);
  return Math.hypot(east, (otherLat - lat) * 110_574);
}

/** 疑似重复: so near and of the same kind. */
export const nearMetres = 120;

/** 每次最多照片. */
export const mostPhotos = 3;
