import type { AnswerRow } from '#app/domain/pilot/applications/form.ts';
import type { Question } from '#app/domain/pilot/calls/model.ts';
import type { WholeReport } from '#app/domain/pilot/progress-reports/read.ts';

export type Asked = WholeReport['questions'][number];

/** 报告的题 as a question of any form, so that the same controls and scripts serve it. */
export function asQuestion({ id, kind, label, hint, isRequired, options }: Pick<Asked, 'id' | 'kind' | 'label' | 'hint' | 'isRequired' | 'options'>): Question {
  return { id, kind, label, isRequired, ...(hint.zh ? { hint } : {}), ...(kind === 'choice' ? { options: options.map((option) => ({ value: option.zh, label: option })) } : {}) };
}

/** 并存的答案 of a question. */
export function asRow(asked: Asked, now: Date): AnswerRow {
  const { id, value, revision, savedByName, savedAt, rivals } = asked;
  return { questionId: id, value, revision, source: '', savedBy: '', savedByName, savedAt: savedAt ?? now, rivals };
}
