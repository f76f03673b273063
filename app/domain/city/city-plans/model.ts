import { type Operator, type Provenance, shareUnits, type Unit, type Words } from '#app/domain/city/indicators/model.ts';

/** 计划状态: written, in force, over. */
export const planStates = ['draft', 'published', 'closed'] as const;
export type PlanState = (typeof planStates)[number];

/** 责任: who leads, who works with them. */
export const leadRoles = ['lead', 'co'] as const;
export type LeadRole = (typeof leadRoles)[number];

/** 任务状态. */
export const taskStates = ['open', 'doing', 'done', 'stopped'] as const;
export type TaskState = (typeof taskStates)[number];

export type Campaign = Words & { no: number; isInSource: boolean };
/** 牵头和协同, each from a day on; one who has ended stays in sight. */
export type Lead = { department: string; role: LeadRole; from: string; until: string | null; isInferred: boolean };
/** 预算 of one year, in units of ten thousand yuan. */
export type Budget = { year: number; amount: number; source: string };
/** 目标: `max` ends a range; one that a copy brought along is to be looked at before publishing. */
export type Target = { year: number; op: Operator; value: number; max?: number; isToReview?: boolean };
export type Baseline = { year: number; value: number };
/** 行动的指标 with its targets; one without targets is only watched. */
export type Measured = { code: string; provenance: Provenance; baseline: Baseline | null; targets: Target[] };
export type Task = Words & { id: string; dueOn: string };
export type Action = Words & {
  code: string; no: number; campaign: number | null; about: Words;
  leads: Lead[]; budgets: Budget[]; indicators: Measured[]; tasks: Task[];
};
/** 计划内容: goal, campaigns, actions with their indicators and tasks; drafted, then frozen at each publication. */
export type PlanContent = { goal: Words; dimensions: Words[]; campaigns: Campaign[]; caveats: Words[]; actions: Action[] };

/** The years a plan runs through. */
export function yearsOf({ startsOn, endsOn }: { startsOn: string; endsOn: string }): number[] {
  const [first, last] = [startsOn, endsOn].map((day) => Number(day.slice(0, 4))) as [number, number];
  return Array.from({ length: last - first + 1 }, (_, at) => first + at);
}

/** Who answers for an action on a day; of a plan that is over, on its last day. */
export function leadsOn(leads: readonly Lead[], day: string): Lead[] {
  return leads.filter(({ from, until }) => from <= day && (until === null || until >= day));
}

/** 还要核对的目标, as a copy left them. */
export function targetsToReview(content: PlanContent): number {
  return content.actions.flatMap(({ indicators }) => indicators).flatMap(({ targets }) => targets).filter(({ isToReview }) => isToReview).length;
}

/** 行动编号: a letter or two, then digits. */
export const actionCode = /^[A-Z]{1,3}\d{0,3}$/;

/** 目标值: what is asked, however it is compared. */
export type Wanted = { op: Operator; value: number; max: number | null };
/** 目标分解的一处改动: of one district, indicator and year; null is none of its own. */
export type DistrictChange = { regionCode: string; code: string; year: number; from: Wanted | null; to: Wanted | null };

/** 能不能照用: a share, or something done once, asks of a district what it asks of the city; what is counted has to be divided, and is never guessed. */
export const isSameForAll = (unit: Unit): boolean => shareUnits.includes(unit) || unit === 'milestone';

/** 提到以前的年份: years before the plan begins that the words of an action still name, as a copy of an older plan may. */
export function namesPastYears({ zh, en, about }: Pick<Action, 'zh' | 'en' | 'about'>, first: number): number[] {
  const named = [...[zh, en, about.zh, about.en].join(' ').matchAll(/(?<!\d)20\d\d(?!\d)/g)].map(([year]) => Number(year));
  return [...new Set(named.filter((year) => year < first))].toSorted((one, other) => one - other);
}
