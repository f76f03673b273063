import { isDeepStrictEqual } from 'node:util';
import { type Answer, questionsOf, type QuestionSet } from '#app/domain/pilot/calls/model.ts';
import type { SubmittedContent } from './tables.server.ts';

export type Change = { questionId: string; before: Answer | undefined; after: Answer | undefined };
export type PaperChange = { paper: string; added: string[]; removed: string[] };

/** 两轮对照: what the applicant changed between two submissions, in the order of the form. */
export function compareRounds(set: QuestionSet, before: SubmittedContent, after: SubmittedContent): { answers: Change[]; papers: PaperChange[] } {
  const answers = questionsOf(set)
    .map(({ id }) => ({ questionId: id, before: before.answers[id], after: after.answers[id] }))
    .filter((change) => !isDeepStrictEqual(change.before, change.after));
  const kinds = [...new Set([...before.papers, ...after.papers].map(({ paper }) => paper))];
  const names = (content: SubmittedContent, other: SubmittedContent, paper: string) =>
    content.papers
      .filter((one) => one.paper === paper && !other.papers.some((two) => two.paper === paper && two.sha256 === one.sha256))
      .map(({ name }) => name);
  const papers = kinds
    .map((paper) => ({ paper, added: names(after, before, paper), removed: names(before, after, paper) }))
    .filter(({ added, removed }) => added.length + removed.length > 0);
  return { answers, papers };
}
