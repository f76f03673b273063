/** 消息种类: what people are told; each has its sentence in `kinds` of the inbox word files, or the build fails. */
export const messageKinds = [
  'calendar-missing', 'organisation-verified', 'organisation-rejected', 'application-returned', 'application-complete',
  'application-accepted', 'application-declined', 'notice-published', 'objection-received', 'objection-appealed', 'objection-replied', 'objection-due', 'objection-late', 'statement-asked', 'pilot-opened', 'letter-made', 'certificate-issued', 'certificate-measure', 'certificate-decided', 'certificate-reinstated', 'certificate-ending', 'evidence-ending', 'evidence-expired', 'certificate-to-decide', 'certificate-renewal-asked', 'report-asked', 'report-due', 'report-late', 'report-overdue', 'report-received', 'report-returned', 'report-accepted', 'evaluation-assigned', 'evaluation-to-comment', 'evaluation-commented', 'evaluation-concluded', 'evaluator-set-aside', 'reassessment-due', 'entry-removed', 'call-extended', 'answer-due', 'answer-late', 'check-due',
  'review-assigned', 'panel-invited', 'panel-moved', 'panel-cancelled', 'decision-reconsidering', 'decision-reconsidered', 'review-withdrawn', 'review-conflict', 'review-late', 'review-closed', 'review-vacant', 'expert-listed', 'expert-verified', 'expert-suspended', 'question-asked', 'question-forwarded', 'question-declined', 'question-answered', 'question-due', 'file-infected', 'file-held-back', 'export-ready', 'export-refused', 'import-done', 'import-undone', 'delivery-failing', 'webhook-paused', 'advice-asked', 'advice-arranged', 'advice-ended', 'advice-held', 'finding-answered', 'finding-settled', 'finding-due', 'finding-late', 'plan-task-due', 'plan-task-late', 'assessment-delegated', 'assessment-taken-back',
] as const;
export type MessageKind = (typeof messageKinds)[number];

/** 消息内容: what the sentence of its kind needs: names, days, figures. */
export type Params = Record<string, string | number>;
export type Message = { id: string; kind: string; params: Params; link: string; createdAt: Date; readAt: Date | null };
