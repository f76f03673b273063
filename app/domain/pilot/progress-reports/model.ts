import { addDays } from '#app/platform/dates.ts';
import { lastDayOf } from '#app/domain/pilot/certification/model.ts';

/** 进展报告状态: asked for, handed in, returned with reasons, accepted. */
export const reportStates = ['open', 'handed-in', 'returned', 'accepted'] as const;
export type ReportState = (typeof reportStates)[number];

/** 题型 of a report form. */
export const reportQuestionKinds = ['text', 'long-text', 'number', 'choice'] as const;
export type ReportQuestionKind = (typeof reportQuestionKinds)[number];

/** 预填来源: what is known of the community, new evidence, changes of the self-assessment, tasks of the plan, the answer of last time. */
export const prefillKinds = ['fact', 'evidence', 'assessment', 'plan', 'previous'] as const;
export type PrefillKind = (typeof prefillKinds)[number];

export type Words = { zh: string; en: string };

/** 题: `from` says what fills it beforehand, `key` which fact; what is public may stand on the community's page once accepted. */
export type ReportQuestion = {
  id: string;
  kind: ReportQuestionKind;
  label: Words;
  hint: Words;
  isRequired: boolean;
  isPublic: boolean;
  from: PrefillKind | null;
  key: string;
  options: Words[];
};

/** 报告表 of a day on: how often it is asked for, how long there is to answer, when is reminded and told upwards, and what is asked. */
export type ReportFormContent = {
  everyMonths: number;
  dueDays: number;
  remindBefore: number[];
  escalateAfter: number[];
  /** Days to put a returned report right, at least. */
  mendDays: number;
  questions: ReportQuestion[];
};

/** 来源 of one prefilled answer: its kind, what it was taken from, and the day of that. */
export type Prefilled = { kind: PrefillKind; what: string; day: string; value: string };

/** 报告期, both days included. */
export type Span = { from: string; until: string };

/** 下一期: begins the day after the last one and ends with the last whole interval that is over; undefined while none is. */
export function nextSpan(since: string, lastUntil: string | undefined, everyMonths: number, today: string): Span | undefined {
  const from = lastUntil ? addDays(lastUntil, 1) : since;
  let until: string | undefined;
  for (let end = lastDayOf(from, everyMonths); end < today; end = lastDayOf(addDays(end, 1), everyMonths)) until = end;
  return until ? { from, until } : undefined;
}

/** 可填: while it is open or was returned. */
export const isFillable = (state: ReportState): boolean => state === 'open' || state === 'returned';

/** 逾期: after the last day, while it is with the community. */
export const isLate = ({ state, dueOn }: { state: ReportState; dueOn: string }, today: string): boolean => isFillable(state) && today > dueOn;

/** 还缺 in an answer, if anything. */
export type Lack = 'empty' | 'not-a-number' | 'too-long' | 'unsettled' | 'no-option';

/** The longest a short and a long answer may be. */
export const mostLetters = { text: 200, 'long-text': 4000 } as const;

/** 核对一题. */
export function lackOf(question: ReportQuestion, value: string, rivals: number): Lack | undefined {
  if (rivals > 0) return 'unsettled';
  const said = value.trim();
  if (said === '') return question.isRequired ? 'empty' : undefined;
  if (question.kind === 'number') return /^\d{1,9}(\.\d{1,2})?$/.test(said) ? undefined : 'not-a-number';
  if (question.kind === 'choice') return question.options.some(({ zh }) => zh === said) ? undefined : 'no-option';
  return [...said].length > mostLetters[question.kind] ? 'too-long' : undefined;
}

/** 交来的内容, frozen: what its fingerprint is taken from. */
export type HandedIn = {
  regionCode: string;
  span: Span;
  formId: string;
  answers: { id: string; label: Words; value: string; prefilled: Prefilled | null }[];
};
