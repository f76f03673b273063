import { shareUnits, type Unit } from '#app/domain/city/indicators/model.ts';

/** 四个维度 of every figure: what, where, when, of whom. */
export const axes = ['indicator', 'region', 'period', 'group'] as const;
export type Axis = (typeof axes)[number];

/** 地区范围, seen from the chosen region: itself, itself and those one level down, only those, or all counties in it. */
export const scopes = ['self', 'with-below', 'below', 'counties'] as const;
export type Scope = (typeof scopes)[number];

/** 期次: one figure a year (that of the whole year, else its last part), or all of one length, or whatever there is. */
export const spans = ['year', 'annual', 'half-year', 'quarter', 'month', 'all'] as const;
export type Span = (typeof spans)[number];

/** 分组维度: everybody, or the groups of one dimension beside everybody. */
export const dimensions = ['none', 'age', 'gender', 'mode'] as const;
export type Dimension = (typeof dimensions)[number];

export const charts = ['auto', 'line', 'bar', 'none'] as const;
export type ChartKind = (typeof charts)[number];

/** 上限: what one question may hold. */
export const most = { indicators: 20, regions: 3500, pageCells: 3000, fileRows: 50_000, messageFigures: 20_000, apiRows: 1000, values: 500_000 } as const;

/** 提问的次数: how often somebody may ask in a minute; files are long answers. */
export const perMinute = { questions: 120, files: 30 } as const;

/** 同时制作的上限: long answers in a process at once, how many of them for one caller, and how many may stand in line. */
export const atOnce = { made: 2, ofOneCaller: 2, waiting: 20 } as const;

/** How many seconds the database may take over one question. */
export const mostSeconds = 10;

/** 一个格子: hidden says that there is a figure and that it may not be seen; a break is the first of its series that was recorded under another meaning of its indicator; no cell at all is no figure. */
export type Figure = { indicatorId: number; regionCode: string; period: number; breakdown: number; value: number | null; isHidden: boolean; isBreak: boolean; source: string; recordedAt: string };

/** 计人的单位: what they count is people, so that small figures are nobody's business. */
export const peopleUnits: readonly Unit[] = ['persons', 'person-times', 'households'];
export const countsPeople = (unit: Unit): boolean => peopleUnits.includes(unit);

/** The words with which a whole of people ends; a whole of institutions, matters or places does not. */
const peopleWhole = /(童|儿|少年|青年|生|人|员|者|师|妇|录用|活产|人口|居民|家长|家庭|户|人次)(总?人?数量?|总量)?$/;

/** 人的比率: a share whose whole is people. */
export function sharesPeople(definition: { unit: Unit; denominator: { zh: string } | null }): boolean {
  return shareUnits.includes(definition.unit) && definition.denominator !== null && peopleWhole.test(definition.denominator.zh.replace(/（.*?）/g, ''));
}
