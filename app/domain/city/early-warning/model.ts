import { daysBetween } from '#app/platform/dates.ts';

/** 预警规则的编号 as the data file has them. */
export const ruleCodes = ['W1', 'W2', 'W3', 'W4', 'W5', 'W6'] as const;
export type RuleCode = (typeof ruleCodes)[number];

/** 预警级别, mildest first. */
export const alertLevels = ['yellow', 'orange', 'red'] as const;
export type AlertLevel = (typeof alertLevels)[number];

/** 处置状态: waits for an answer, is answered, is closed by a second person, or ended by itself because its ground is gone. */
export const alertStates = ['open', 'answered', 'closed', 'ended'] as const;
export type AlertState = (typeof alertStates)[number];

/** 判断: whether there was something to it. */
export const verdicts = ['real', 'false'] as const;
export type Verdict = (typeof verdicts)[number];

/** 结果 one may look for: judged so, over and not judged, or no longer watched. */
export const outcomes = ['real', 'false', 'unjudged', 'unwatched'] as const;
export type Outcome = (typeof outcomes)[number];

/** 经过 of an alert. */
export const stepKinds = ['raised', 'rose', 'fell', 'joined', 'assigned', 'answered', 'sent-back', 'closed', 'reopened', 'ended', 'unwatched', 'judged', 'escalated', 'measure-done'] as const;
export type StepKind = (typeof stepKinds)[number];

/**
 * 规则的设定: a number for each level that is used. W1: days after the due day; W2: per cent of the expected path; W4: how many
 * times the usual change; the others have a level or none. `answerDays` are working days for each level.
 */
export type Settings = { levels: Partial<Record<AlertLevel, number>>; reportDays: number; answerDays: Record<AlertLevel, number> };

/** Rules with a number for each level; the others know only yes and no. */
export const isGraded = (rule: RuleCode): boolean => rule === 'W1' || rule === 'W2' || rule === 'W4';

/** 合理的范围 of a level: outside it a version would warn of everything, or of nothing, or before anything is late. Days are whole. */
export const boundsOf: Partial<Record<RuleCode, { least: number; most: number; step: number }>> = { W1: { least: 1, most: 365, step: 1 }, W2: { least: 1, most: 100, step: 0.1 }, W4: { least: 1, most: 100, step: 0.1 } };

export function isWithinBounds(rule: RuleCode, levels: Settings['levels']): boolean {
  const bounds = boundsOf[rule];
  return !bounds || alertLevels.every((level) => levels[level] === undefined || (levels[level] >= bounds.least && levels[level] <= bounds.most && (bounds.step < 1 || Number.isInteger(levels[level]))));
}

/** 越急越快: a worse level never has longer to be answered. */
export const isSoonerWhenWorse = ({ yellow, orange, red }: Settings['answerDays']): boolean => red <= orange && orange <= yellow;

/** Whether worse levels ask for more: more days, a smaller share of the path, a larger change. */
export function isRising(rule: RuleCode, levels: Settings['levels']): boolean {
  const used = alertLevels.flatMap((level) => levels[level] ?? []);
  return used.every((bound, at) => at === 0 || (rule === 'W2' ? bound < used[at - 1]! : bound > used[at - 1]!)) || !isGraded(rule);
}

/** 更宽: whether a version of a rule warns less, later or with longer days to answer than another one. */
export function isMilder(rule: RuleCode, settings: Settings, than: Settings): boolean {
  if (settings.reportDays > than.reportDays || alertLevels.some((level) => settings.answerDays[level] > than.answerDays[level])) return true;
  const worst = ({ levels }: Settings) => alertLevels.findLastIndex((level) => levels[level] !== undefined);
  if (!isGraded(rule)) return worst(settings) < worst(than);
  return alertLevels.some((level) => {
    const [own, other] = [settings.levels[level], than.levels[level]];
    return other !== undefined && (own === undefined || (rule === 'W2' ? own < other : own > other));
  });
}

/** 依据: the figures an alert stands on, as they were found; `also` are the rules whose grounds have the same cause. */
export type Ground = {
  period: number | null; actual: number | null; expected: number | null; target: number | null; dueOn: string | null; daysLate: number | null; share: number | null; usual: number | null; change: number | null; also?: RuleCode[];
};

export type Finding = { indicatorId: number; rule: RuleCode; level: AlertLevel; ground: Ground };

/** 回测结果: what a version would have said month by month over the figures that are there. */
export type BackTest = {
  from: string; to: string; regions: number; figures: number; alerts: number; byLevel: Record<AlertLevel, number>; real: number; false: number; undecided: number; medianDaysEarly: number | null; testedOn: string;
};

/** 回测过时: after so many days the past has grown, and what was tried on it has to be tried again. */
export const testHoldsDays = 30;
export const isStale = ({ testedOn }: Pick<BackTest, 'testedOn'>, today: string): boolean => daysBetween(testedOn, today) > testHoldsDays;

/** 看不出对错的回测: nothing it raised can be called real or false, so that it says nothing about the rule. */
export const saysNothing = ({ real, false: wrong }: Pick<BackTest, 'real' | 'false'>): boolean => real + wrong === 0;

/** 已判断的 of a rule: how many of the latest were real. */
export type Precision = { judged: number; real: number };

/** 属实的百分数; null where none was judged. */
export const shareOfReal = ({ judged, real }: Precision): number | null => (judged === 0 ? null : Math.round((100 * real) / judged));
export const latestJudged = 20;
/** 样本太少: below this many judged the share says nothing of the rule. */
export const fewJudged = 5;

/** Before the place of a line that stands for all that one place has not reported. */
export const foldMark = 'silence:';
