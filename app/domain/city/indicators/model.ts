/** 指标种类: a figure, or something that is done or not done. */
export const kinds = ['numeric', 'milestone'] as const;
export type Kind = (typeof kinds)[number];

/** 累计方式: a state at the end of the period, a flow that starts anew each year, a running total. */
export const accumulations = ['point', 'annual', 'cumulative'] as const;
export type Accumulation = (typeof accumulations)[number];

/** 方向: where it should go; `done` is a milestone's, `monitor` is watched without a wish. */
export const directions = ['up', 'down', 'hold', 'range', 'done', 'monitor'] as const;
export type Direction = (typeof directions)[number];

/** 频率: how often it is reported. */
export const frequencies = ['annual', 'half-year', 'quarter', 'month'] as const;
export type Frequency = (typeof frequencies)[number];

/** 填报层级: who knows the figure first. */
export const levels = ['nation', 'city', 'district', 'town', 'community', 'department'] as const;
export type Level = (typeof levels)[number];

/** 依据: stated in the plan, seen in a source, said from memory, or our own reading. */
export const provenances = ['seed', 'seen', 'recalled', 'inferred'] as const;
export type Provenance = (typeof provenances)[number];

/** 目标的比较: at least, at most, more than, exactly, or from … to …. */
export const operators = ['>=', '<=', '>', '=', 'range'] as const;
export type Operator = (typeof operators)[number];

/** 对应关系: rules of the standard, indicators of the national outline 2021–2030, goal areas of UNICEF's child friendly cities. */
export const frames = ['standard', 'outline', 'unicef'] as const;
export type Frame = (typeof frames)[number];

/** 值的状态, kept as its place in this list: only accepted and locked ones are shown to the public. */
export const valueStates = ['reported', 'returned', 'accepted', 'locked'] as const;
export type ValueState = (typeof valueStates)[number];

/** 推算的数: worked out from changes that somebody published, while the figure itself was not. */
export const isEstimate = (source: string | undefined): boolean => source === 'nbs-derived';
/** The sign that such a figure bears wherever it stands. */
export const estimateSign = '≈';

/** 值的来历, kept as its place in this list: typed, reckoned by a formula, taken from a published report, from the work in the system itself, or added up from the regions below. */
export const origins = ['by-hand', 'formula', 'published', 'operations', 'roll-up'] as const;
export type Origin = (typeof origins)[number];

export const stateCode = (state: ValueState): number => valueStates.indexOf(state);
export const originCode = (origin: Origin): number => origins.indexOf(origin);

/** 合计: the breakdown that means everybody. */
export const everybody = 0;

export type Words = { zh: string; en: string };

/** 两种语言: where one is missing the other stands for it; nothing where neither is said. */
export const bothOf = (zh: string, en: string): Words | null => (zh === '' && en === '' ? null : { zh: zh || en, en: en || zh });

/** 对应什么 in each frame, in order. */
export type Spoken = Record<Frame, string[]>;

/** 指标定义 in one version. */
export type Definition = Words & {
  kind: Kind; unit: Unit; accumulation: Accumulation; direction: Direction; frequency: Frequency; level: Level; owner: string;
  numerator: Words | null; denominator: Words | null; dimensions: string[]; formula: string | null;
  least: number | null; most: number | null; source: string; provenance: Provenance; note: Words;
  /** 对应关系 where this version changed them: what it spoke to before, and since. */
  speaks?: { before: Spoken; now: Spoken };
  /** 哪里的指标: without a region it is everybody's. */
  regionCode?: string;
};

/** 用得着: whether a region may use an indicator: its own, one of the regions it lies in, or one of everybody. */
export const isUsableIn = ({ regionCode }: Pick<Definition, 'regionCode'>, region: string): boolean => regionCode === undefined || (region !== '*' && region.startsWith(regionCode));

/** 一个地区自己的指标 at most: with those of the regions above it and everybody's, a list a person can still look through. */
export const mostOwn = 100;

/** 计量单位: each with what it counts, so that formulas can be checked (units.ts). */
export const units = ['milestone', 'count', 'persons', 'person-times', 'households', 'schools', 'classes', 'days', '10k-items', 'percent', 'permille', 'per-1000'] as const;
export type Unit = (typeof units)[number];

/** 占比类单位: parts of a whole; they are not added, and they may fall. */
export const shareUnits: readonly Unit[] = ['percent', 'permille', 'per-1000'];

/** 能否公开的值: accepted, or locked since. */
export const isStanding = (status: number): boolean => status >= stateCode('accepted');

/** 推得的两种: from the work itself, and from the regions below. */
export const ways = ['operations', 'roll-up'] as const;
export type Way = (typeof ways)[number];
export const wayCode = (way: Way): number => ways.indexOf(way);
