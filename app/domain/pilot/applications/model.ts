/** 批次状态. */
export const callStates = ['draft', 'published', 'closed'] as const;
export type CallState = (typeof callStates)[number];

/** 申报主体级别 (问答 10): sub-district or township, district, city; nobody below, nobody else. */
export const applicantLevels = ['township', 'district', 'city'] as const;
export type ApplicantLevel = (typeof applicantLevels)[number];

/** 试点申报: a government puts itself or one of its communities forward as a pilot. */
export const statuses = ['draft', 'submitted', 'returned', 'complete', 'in-review', 'accepted', 'declined'] as const;
export type Status = (typeof statuses)[number];

/** What may follow what. A step that is not listed cannot happen. */
export const nextStatuses = {
  draft: ['submitted'],
  submitted: ['draft', 'returned', 'complete'], // 撤回, 资料核验
  returned: ['submitted'],
  complete: ['in-review'],
  'in-review': ['accepted', 'declined'], // 专家评审
  accepted: [],
  declined: [],
} as const satisfies Record<Status, readonly Status[]>;

export function canMove(from: Status, to: Status): boolean {
  return (nextStatuses[from] as readonly Status[]).includes(to);
}

/** Whether answers and papers may be changed now. */
export function isOpen(status: Status): boolean {
  return status === 'draft' || status === 'returned';
}

/** 申报材料: papers that a question of kind `file` takes; attachments may be many. */
export const papers = ['sealed-opinion', 'action-plan', 'attachment'] as const;
export type Paper = (typeof papers)[number];

/** 自查程度: met, partly, not yet. */
export const selfCheckLevels = ['met', 'partly', 'not-yet'] as const;
export type SelfCheckLevel = (typeof selfCheckLevels)[number];

/** 核验结论 of one item. */
export const verdicts = ['ok', 'return'] as const;
export type Verdict = (typeof verdicts)[number];

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
export type ReviewSettings = { reviewsPerApplication: number; scoreFrom: number; scoreTo: number };

/** 批次的公示设置: working days of notice, working days to answer an objection. */
export type NoticeSettings = { noticeDays: number; answerDays: number };

/** 批次的核验设置: working days for the check, days for the applicant to answer a return. */
export type CheckSettings = { checkDays: number; returnDays: number };
