/** 询问状态: asked by an expert, passed on or declined by the office, answered by the applicant. */
export const questionStates = ['asked', 'forwarded', 'declined', 'answered'] as const;
export type QuestionState = (typeof questionStates)[number];

/** 询问页数上限: what one expert may ask about one application. */
export const mostQuestions = 10;

/** 答复附件: at most so many. */
export const mostAnswerPapers = 5;

/** 答复时限: working days from the day on which the office passes a question on. */
export const usualAnswerDays = 5;

/** Whether an answer may still be given on this Beijing day. */
export function mayStillAnswer({ state, dueOn }: { state: QuestionState; dueOn: string | null }, today: string): boolean {
  return state === 'forwarded' && dueOn !== null && today <= dueOn;
}
