import type { Trajectory } from '#app/domain/city/early-warning/trajectory-of.ts';
import type { Light } from '#app/domain/city/early-warning/trajectory.ts';
import type { AlertLevel, AlertState, RuleCode, Verdict } from '#app/domain/city/early-warning/model.ts';
import type { Baseline, Target, TaskState, Wanted } from '#app/domain/city/city-plans/model.ts';
import type { Accumulation, Kind, Unit, Words } from '#app/domain/city/indicators/model.ts';

/** 报告种类: of one year of a plan, or of all of it when it is over. */
export const reportKinds = ['yearly', 'closing'] as const;
export type ReportKind = (typeof reportKinds)[number];

/** 最早哪天能写: a year is reported on from the first day of the next. */
export const writableFrom = (year: number): string => `${year + 1}-01-01`;

/** 报告状态: being written, handed to a second person, read by everybody. */
export const reportStates = ['draft', 'handed-up', 'published'] as const;
export type ReportState = (typeof reportStates)[number];

/** 撰写的部分: what no figure says; each in Chinese, in English where somebody wrote it. */
export const chapters = ['summary', 'work', 'problems', 'next'] as const;
export type Chapter = (typeof chapters)[number];
export type Narrative = Record<Chapter, Words>;
export const emptyNarrative: Narrative = { summary: { zh: '', en: '' }, work: { zh: '', en: '' }, problems: { zh: '', en: '' }, next: { zh: '', en: '' } };

/** 一个数 as it stood: who reported it and when; one that small counts of people hide has no value here. */
export type FigureLine = { period: number; value: number | null; isHidden: boolean; source: string; by: string; byEn?: string; reportedOn: string; isLate: boolean; /** The first that was counted by another definition than the one before. */ isBreak?: true };
/** 口径变更: from which version on, and on which day it was made. */
export type TurnLine = { version: number; on: string };
export type CorrectionLine = { period: number; from: number | null; on: string; why: string };
/** 区县的数 of the year; `value` null is not reported, or hidden. */
export type DistrictLine = { code: string; value: number | null; isHidden: boolean; target: Wanted | null; isOwn: boolean; light: Light | 'not-asked' };

/** 指标 in a report, with everything that is said about it. */
export type IndicatorLine = Words & {
  code: string; kind: Kind; unit: Unit; accumulation: Accumulation; baseline: Baseline | null; targets: Target[]; light: Light | 'short' | 'not-due' | 'not-asked';
  figures: FigureLine[]; corrections: CorrectionLine[]; drawn: Pick<Trajectory, 'from' | 'to' | 'expected' | 'actual' | 'isFlow' | 'targets' | 'forecast' | 'rows'> & { breaks?: string[] } | null; districts: DistrictLine[]; turns?: TurnLine[];
};
export type TaskLine = Words & { dueOn: string; state: TaskState; doneOn: string | null; proof: string };
/** 预警 of the years; `unwatched` is one that ended because its plan did, not because anything got better. */
export type AlertLine = { code: string; place: string; rule: RuleCode; level: AlertLevel; state: AlertState | 'unwatched'; raisedOn: string; dueOn: string; owner: string; reason: string; measure: string; closedOn: string | null; verdict: Verdict | null };
export type ActionLine = Words & { code: string; campaign: Words | null; leads: Words[]; indicators: IndicatorLine[]; tasks: TaskLine[] };

/** 报告内容: frozen; what is not known is named as missing. */
export type ReportContent = {
  version: 1; kind: ReportKind; year: number; asOf: string; regionCode: string; place: string; placeEn?: string;
  plan: Words & { id: string; revision: number; hash: string; issuer: string; startsOn: string; endsOn: string; goal: Words; closing: Words; isExample: boolean };
  actions: ActionLine[]; alerts: AlertLine[]; districts: { code: string; name: string; en?: string }[];
};

/** 地名 and 报送人 in the language of the reader; a report frozen without its English keeps the Chinese. */
export const placeIn = ({ place, placeEn }: Pick<ReportContent, 'place' | 'placeEn'>, isEnglish: boolean): string => (isEnglish && placeEn) || place;
export const districtIn = ({ name, en }: ReportContent['districts'][number], isEnglish: boolean): string => (isEnglish && en) || name;
export const alertPlace = ({ place }: AlertLine, districts: ReportContent['districts'], isEnglish: boolean): string => districtIn(districts.find(({ name }) => name === place) ?? { code: '', name: place }, isEnglish);
export const reporterIn = ({ by, byEn }: FigureLine, isEnglish: boolean): string => (isEnglish && byEn) || by;

/** 总数: how the targets that count in this report stand; what is missing is a number of its own, `undone` of milestones of which nobody said whether they were done. */
export type Sums = { asked: number; reached: number; onPath: number; behind: number; short: number; missing: number; notDue: number; milestones: number; done: number; undone: number; tasks: number; tasksDone: number; alerts: AlertSums };

/** 预警各归各的: every alert is in one of these counts. */
export type AlertSums = { all: number; closed: number; ended: number; unwatched: number; open: number };

export function alertSums(alerts: readonly Pick<AlertLine, 'state'>[]): AlertSums {
  const many = (...states: AlertLine['state'][]) => alerts.filter(({ state }) => states.includes(state)).length;
  return { all: alerts.length, closed: many('closed'), ended: many('ended'), unwatched: many('unwatched'), open: many('open', 'answered') };
}

export function sumsOf({ actions, alerts }: Pick<ReportContent, 'actions' | 'alerts'>): Sums {
  const all = actions.flatMap(({ indicators }) => indicators).filter(({ light }) => light !== 'not-asked');
  const [numbers, milestones] = [all.filter(({ kind }) => kind === 'numeric'), all.filter(({ kind }) => kind === 'milestone')];
  const many = (...lights: IndicatorLine['light'][]) => numbers.filter(({ light }) => lights.includes(light)).length;
  const tasks = actions.flatMap((action) => action.tasks);
  return {
    asked: numbers.length, reached: many('reached'), onPath: many('on-path'), behind: many('behind', 'far-behind'), short: many('short'), missing: many('no-figure'), notDue: many('not-due'),
    milestones: milestones.length, done: milestones.filter(({ light }) => light === 'reached').length, undone: milestones.filter(({ light }) => light === 'no-figure').length, tasks: tasks.length, tasksDone: tasks.filter(({ state }) => state === 'done').length,
    alerts: alertSums(alerts),
  };
}

/** 目标怎么样了: which of them are there; what only a target still running can be is not said when there is none. */
export function saidOf(sums: Sums): ['reached' | 'short' | 'onPath' | 'behind' | 'missing' | 'notDue', number][] {
  const running = (['onPath', 'behind', 'notDue'] as const).filter((name) => sums[name] > 0);
  const over = sums.short > 0 || running.length === 0 ? (['short'] as const) : [];
  return [...(['reached'] as const), ...over, ...running, ...(['missing'] as const)].map((name) => [name, sums[name]]);
}

/** 缺的数: every indicator that a target asked for and nobody reported, named one by one. */
export function missingOf({ actions }: Pick<ReportContent, 'actions'>): { action: ActionLine; indicator: IndicatorLine }[] {
  return actions.flatMap((action) => action.indicators.filter(({ light }) => light === 'no-figure').map((indicator) => ({ action, indicator })));
}
