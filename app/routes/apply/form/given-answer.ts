import type { Answer, Question } from '#app/domain/pilot/calls/model.ts';

/** 写过的: what stood in the form that was refused, so that nothing typed is lost. */
export function givenAnswer(question: Question, given: Record<string, unknown> | undefined): Answer | undefined {
  const answers = given?.answers as { questionId: string; value: Answer }[] | undefined;
  return answers?.find((one) => one.questionId === question.id)?.value;
}
