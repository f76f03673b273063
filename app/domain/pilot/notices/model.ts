/** 公示状态. */
export const noticeStates = ['draft', 'published', 'final'] as const;
export type NoticeState = (typeof noticeStates)[number];

/** 公示条目: stands, or was taken off after an objection. */
export const entryStates = ['standing', 'removed'] as const;

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

/** 公示内容: what one version showed, with everything it takes to read it again; its canonical JSON is what is hashed. */
export type NoticeContent = {
  kind: 'notice';
  id: string;
  version: number;
  call: string;
  title: string;
  body: string;
  startsOn: string;
  endsOn: string;
  entries: { number: string; regionCode: string; name: string; applicantCode: string; state: (typeof entryStates)[number]; removedReason: string; correction: string; movedUpOn: string | null }[];
  /** 计分方法说明 of the scores that were published, when there are any. */
  method: { zh: string; en: string } | null;
};

/** 重新公示 after a correction: so many working days where the call does not say otherwise. */
export function reshowDaysOf({ reshowDays = 3 }: { reshowDays?: number }): number {
  return reshowDays;
}
