import type { Blindness } from './blindness-settings.ts';

/** 批次状态. */
export const callStates = ['draft', 'published', 'closed'] as const;
export type CallState = (typeof callStates)[number];

/** 申报主体级别 (问答 10): sub-district or township, district, city; nobody below, nobody else. */
export const applicantLevels = ['township', 'district', 'city'] as const;
export type ApplicantLevel = (typeof applicantLevels)[number];

/** 申报材料: papers that a question of kind `file` takes; attachments may be many. */
export const papers = ['sealed-opinion', 'action-plan', 'attachment'] as const;
export type Paper = (typeof papers)[number];

/** 两种语言的词. */
export type Words = { zh: string; en: string };

/** 题型: what kind of answer a question takes. */
export const questionKinds = [
  'text', 'long-text', 'number', 'choice', 'choices', 'date', 'phone', 'email', 'credit-code', 'table', 'paper',
] as const;
export type QuestionKind = (typeof questionKinds)[number];

/** 列: one column of a question of kind `table`. */
export type Column = { id: string; kind: 'text' | 'number' | 'date'; label: Words; isRequired?: boolean };

/** 题: one question of a question set. `least` and `most` bound a number, the letters of a text or the files of a paper;
 * `fact` names what fills it in beforehand: 'region.…', 'organisation.…' or 'community.…'. */
export type Question = {
  id: string;
  number?: string;
  kind: QuestionKind;
  label: Words;
  hint?: Words;
  isRequired: boolean;
  least?: number;
  most?: number;
  unit?: Words;
  options?: { value: string; label: Words }[];
  columns?: Column[];
  leastRows?: number;
  paper?: Paper;
  fact?: string;
  /** Whether the answer says who applies; left out, its kind and its fact decide (review/redact-answers.ts). */
  identifies?: boolean;
};

/** 部分: one page of the form. */
export type QuestionSection = { id: string; title: Words; intro?: Words; questions: Question[] };

/** 题集: the questions of a call, versioned data that never changes once published. */
export type QuestionSet = { id: string; version: number; title: Words; sections: QuestionSection[] };

/** 答案: text, number as text, chosen values, or rows of a table. */
export type Answer = string | string[] | Record<string, string>[];

/** 所有题: every question of a set, in the order of the form. */
export function questionsOf(set: QuestionSet): Question[] {
  return set.sections.flatMap((section) => section.questions);
}

/** 批次的评审设置. */
export type ReviewSettings = { reviewsPerApplication: number; scoreFrom: number; scoreTo: number; blindness?: Blindness };

/** 批次的公示设置: working days of notice, to answer an objection, to appeal, by which an answer may be put off, after a correction, for a statement. */
export type NoticeSettings = {
  noticeDays: number; answerDays: number; appealDays?: number; extensionDays?: number; reshowDays?: number; statementDays?: number;
};

/** 时限: no clock of a call runs longer than this many days. */
export const mostClockDays = 120;

/** 批次的核验设置: working days for the check, days for the applicant to answer a return. */
export type CheckSettings = { checkDays: number; returnDays: number };
