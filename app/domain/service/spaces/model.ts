/** 空间种类: where children are in a community; the first five are under a roof. */
export const spaceKinds = ['playroom', 'reading-room', 'activity-room', 'nursing-room', 'childrens-home', 'playground', 'sports-ground', 'open-ground', 'garden', 'school-ground'] as const;
export type SpaceKind = (typeof spaceKinds)[number];

const indoorKinds: readonly SpaceKind[] = ['playroom', 'reading-room', 'activity-room', 'nursing-room', 'childrens-home'];

/** 室内. */
export function isIndoor(kind: SpaceKind): boolean {
  return indoorKinds.includes(kind);
}

/** 年龄段 of fittings and of who a place is for. */
export const bands = ['0-3', '4-6', '7-12', '13-18'] as const;
export type Band = (typeof bands)[number];

/** 完好程度 of a fitting. */
export const conditions = ['good', 'worn', 'broken'] as const;
export type Condition = (typeof conditions)[number];

/** 状况 as it is written in a line of fittings; the English codes are read as well. */
export const conditionNames: Record<Condition, string> = { good: '完好', worn: '磨损', broken: '损坏' };

/** 设施: what stands in a place, for which age, how many, in which condition. */
export type Fitting = { name: string; band: Band; count: number; condition: Condition };

/** 无障碍. */
export const accessKinds = ['step-free', 'wide-door', 'accessible-toilet', 'nursing', 'child-basin', 'braille', 'shade'] as const;
export type AccessKind = (typeof accessKinds)[number];

/** 空间状态. */
export const spaceStates = ['open', 'closed'] as const;

/** 所服务的规范 of the section C. */
export const spaceNorms = ['C1', 'C2', 'C3', 'C4', 'C5'] as const;
export type SpaceNorm = (typeof spaceNorms)[number];

/** 坐标: longitude and latitude of WGS84. */
export type LngLat = readonly [number, number];

/** 大概位置: about two hundred metres; enough to know the street, too little to know the door. */
export function coarse(degree: number): number {
  return Math.round(degree * 500) / 500;
}

/** 检查结论 of one point of an inspection or of a part of a route. */
export const verdicts = ['ok', 'bad', 'does-not-apply'] as const;
export type Verdict = (typeof verdicts)[number];

/** 巡检结果 of one point of the checklist; what is bad carries words and becomes a hazard. */
export type Finding = { item: string; verdict: Verdict; note: string };

/** 路段要看的五样: crossing, light, pavement, shade, whether drivers and children see each other. */
export const segmentChecks = ['crossing', 'light', 'pavement', 'shade', 'sight'] as const;
export type SegmentCheck = (typeof segmentChecks)[number];
export type SegmentChecks = Partial<Record<SegmentCheck, Verdict>>;

/** 路线状态: shown to everybody once somebody has walked it. */
export const routeStates = ['draft', 'published', 'withdrawn'] as const;

/** 巡检间隔 in days, where a place says nothing else. */
export const usualInterval = 30;

/** 每处空间的照片 and of an inspection, at most. */
export const mostPhotos = 6;
