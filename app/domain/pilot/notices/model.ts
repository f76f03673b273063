/** 公示状态. */
export const noticeStates = ['draft', 'published', 'final'] as const;
export type NoticeState = (typeof noticeStates)[number];

/** 公示条目: stands, or was taken off after an objection. */
export const entryStates = ['standing', 'removed'] as const;

/** 异议状态. */
export const objectionStates = ['received', 'under-review', 'answered'] as const;
export type ObjectionState = (typeof objectionStates)[number];

/** 异议结论. */
export const objectionOutcomes = ['upheld', 'dismissed'] as const;

/** 公示阶段 on a Beijing day: what the public sees. */
export const phases = ['draft', 'coming', 'open', 'ended', 'final'] as const;
export type Phase = (typeof phases)[number];

type Period = { state: NoticeState; startsOn: string | null; endsOn: string | null };

/** 今天在哪个阶段: a published notice is coming, open or over by its days; the last one counts to its end. */
export function phaseOf({ state, startsOn, endsOn }: Period, today: string): Phase {
  if (state !== 'published') return state;
  if (startsOn && today < startsOn) return 'coming';
  return endsOn && today > endsOn ? 'ended' : 'open';
}

/** 一天一格: where the days of a period stand on a day; rest days are said as such. */
export type PeriodDay = { day: string; state: 'done' | 'now' | 'next' | 'rest' };

/** 公示期的每一天, as it stands today. */
export function periodDays(days: readonly { day: string; isWorkday: boolean }[], today: string): PeriodDay[] {
  return days.map(({ day, isWorkday }) => ({
    day,
    state: day === today ? 'now' : isWorkday ? (day < today ? 'done' : 'next') : 'rest',
  }));
}

/** Which working day of the period it is, and how many come after it. */
export function workdayOf(days: readonly { day: string; isWorkday: boolean }[], today: string) {
  const work = days.filter((day) => day.isWorkday);
  const passed = work.filter(({ day }) => day <= today).length;
  return { passed, left: work.length - passed, all: work.length };
}
