import type { MessageKind } from '#app/domain/base/inbox/model.ts';

/** 渠道: ways out of the house; every one of them carries what already stands in the inbox. */
export const channels = ['email', 'sms', 'wechat'] as const;
export type Channel = (typeof channels)[number];

/** 事项类别: what a person chooses by. */
export const topics = ['deadlines', 'decisions', 'tasks', 'progress', 'running'] as const;
export type Topic = (typeof topics)[number];

/** 必送: topics that cannot be turned off altogether, and why; the sentences are `reasons` of the word files. */
export const mustReach: Partial<Record<Topic, 'limit' | 'result' | 'duty'>> = { deadlines: 'limit', decisions: 'result', running: 'duty' };

/** 即时: topics that no summary holds back. */
export const isAtOnce = (topic: Topic): boolean => topic === 'deadlines' || topic === 'running';

/** `isConfidential`: that it was sent at all says who reviews; no log shows it once it is on its way. */
export type Policy = { topic: Topic; isUrgent?: true; isConfidential?: true };

/** 消息种类的规则: its topic, and whether it may ring at night. */
export const policies: Record<MessageKind, Policy> = {
  'calendar-missing': { topic: 'tasks' },
  'organisation-verified': { topic: 'decisions' },
  'organisation-rejected': { topic: 'decisions' },
  'application-returned': { topic: 'deadlines' },
  'application-complete': { topic: 'progress' },
  'application-accepted': { topic: 'decisions' },
  'application-declined': { topic: 'decisions' },
  'notice-published': { topic: 'progress' },
  'objection-received': { topic: 'deadlines' },
  'objection-appealed': { topic: 'deadlines' },
  'objection-replied': { topic: 'tasks' },
  'objection-due': { topic: 'deadlines' },
  'objection-late': { topic: 'deadlines' },
  'statement-asked': { topic: 'deadlines' },
  'pilot-opened': { topic: 'progress' },
  'letter-made': { topic: 'progress' },
  'case-submitted': { topic: 'tasks' },
  'case-published': { topic: 'decisions' },
  'case-returned': { topic: 'decisions' },
  'case-withdrawn': { topic: 'decisions' },
  'visit-announced': { topic: 'tasks' },
  'visit-assigned': { topic: 'tasks' },
  'visit-called-off': { topic: 'tasks' },
  'visit-to-sign': { topic: 'tasks' },
  'visit-concluded': { topic: 'decisions' },
  'visit-vacant': { topic: 'tasks' },
  'certificate-issued': { topic: 'decisions' },
  'certificate-measure': { topic: 'deadlines' },
  'certificate-decided': { topic: 'decisions' },
  'certificate-reinstated': { topic: 'decisions' },
  'certificate-ending': { topic: 'deadlines' },
  'evidence-ending': { topic: 'deadlines' },
  'evidence-expired': { topic: 'deadlines' },
  'certificate-to-decide': { topic: 'tasks' },
  'certificate-renewal-asked': { topic: 'tasks' },
  'report-asked': { topic: 'deadlines' },
  'report-due': { topic: 'deadlines' },
  'report-late': { topic: 'deadlines' },
  'report-overdue': { topic: 'deadlines' },
  'report-received': { topic: 'tasks' },
  'report-returned': { topic: 'deadlines' },
  'report-accepted': { topic: 'decisions' },
  'evaluation-assigned': { topic: 'tasks' },
  'evaluation-to-comment': { topic: 'deadlines' },
  'evaluation-commented': { topic: 'tasks' },
  'evaluation-concluded': { topic: 'decisions' },
  'evaluator-set-aside': { topic: 'tasks' },
  'reassessment-due': { topic: 'tasks' },
  'entry-removed': { topic: 'decisions' },
  'call-extended': { topic: 'deadlines', isUrgent: true },
  'answer-due': { topic: 'deadlines' },
  'answer-late': { topic: 'deadlines' },
  'check-due': { topic: 'tasks' },
  'panel-invited': { topic: 'tasks' },
  'panel-moved': { topic: 'deadlines' },
  'panel-cancelled': { topic: 'tasks' },
  'decision-reconsidering': { topic: 'decisions' },
  'decision-reconsidered': { topic: 'decisions' },
  'review-assigned': { topic: 'tasks', isConfidential: true },
  'review-withdrawn': { topic: 'tasks', isConfidential: true },
  'review-conflict': { topic: 'tasks', isConfidential: true },
  'review-late': { topic: 'deadlines', isConfidential: true },
  'review-closed': { topic: 'tasks', isConfidential: true },
  'review-vacant': { topic: 'tasks', isConfidential: true },
  'expert-listed': { topic: 'tasks', isConfidential: true },
  'expert-verified': { topic: 'tasks', isConfidential: true },
  'expert-suspended': { topic: 'decisions', isConfidential: true },
  'question-asked': { topic: 'tasks', isConfidential: true },
  'question-forwarded': { topic: 'deadlines' },
  'question-declined': { topic: 'progress', isConfidential: true },
  'question-answered': { topic: 'progress', isConfidential: true },
  'question-due': { topic: 'deadlines' },
  'file-infected': { topic: 'deadlines' },
  'file-held-back': { topic: 'tasks' },
  'export-ready': { topic: 'tasks' },
  'export-refused': { topic: 'tasks' },
  'import-done': { topic: 'tasks' },
  'import-undone': { topic: 'tasks' },
  'delivery-failing': { topic: 'running', isUrgent: true },
  'webhook-paused': { topic: 'running', isUrgent: true },
  'advice-asked': { topic: 'tasks' },
  'advice-arranged': { topic: 'tasks' },
  'advice-ended': { topic: 'tasks' },
  'advice-held': { topic: 'progress' },
  'finding-answered': { topic: 'tasks' },
  'finding-settled': { topic: 'progress' },
  'finding-due': { topic: 'deadlines' },
  'finding-late': { topic: 'deadlines' },
  'plan-task-due': { topic: 'deadlines' },
  'plan-task-late': { topic: 'deadlines' },
  'consent-renewal': { topic: 'deadlines' },
  'incident-reported': { topic: 'deadlines', isUrgent: true },
  'incident-late': { topic: 'deadlines', isUrgent: true },
  'incident-told': { topic: 'deadlines', isUrgent: true },
  'figures-asked': { topic: 'deadlines' },
  'figures-due': { topic: 'deadlines' },
  'figures-late': { topic: 'deadlines' },
  'figures-overdue': { topic: 'deadlines' },
  'figures-returned': { topic: 'deadlines' },
  'council-session': { topic: 'progress' },
  'council-session-moved': { topic: 'progress' },
  'council-session-cancelled': { topic: 'progress' },
  'assessment-delegated': { topic: 'tasks' },
  'suggestion-received': { topic: 'deadlines' },
  'suggestion-reopened': { topic: 'deadlines' },
  'suggestion-unclear': { topic: 'tasks' },
  'suggestion-late': { topic: 'deadlines' },
  'moderation-urgent': { topic: 'tasks', isUrgent: true },
  'moderation-late': { topic: 'deadlines' },
  'protection-opened': { topic: 'tasks', isUrgent: true },
  'protection-waiting': { topic: 'tasks', isUrgent: true },
  'protection-dealt-with': { topic: 'progress' },
  'account-unused': { topic: 'deadlines' },
  'assessment-taken-back': { topic: 'tasks' },
  'hazard-reported': { topic: 'tasks' },
  'hazard-late': { topic: 'deadlines' },
  'share-to-stop': { topic: 'tasks' },
  'share-over': { topic: 'deadlines' },
  'compliance-due': { topic: 'deadlines' },
  'warning-digest': { topic: 'tasks' },
  'warning-assigned': { topic: 'tasks' },
  'warning-sent-back': { topic: 'tasks' },
  'warning-late': { topic: 'deadlines' },
  'silence-assigned': { topic: 'tasks' },
  'silence-late': { topic: 'deadlines' },
};

/** 保密的消息种类. */
export const confidentialKinds = (Object.keys(policies) as MessageKind[]).filter((kind) => policies[kind].isConfidential);

/** What a letter may be about: a message, a summary of several, or the code that proves an address. */
export type LetterKind = MessageKind | 'digest' | 'contact-code';
export const letterKinds = [...(Object.keys(policies) as MessageKind[]), 'digest', 'contact-code'] as const satisfies readonly LetterKind[];

/** 投递状态. `held` waits for a summary, `unknown` may or may not have arrived. */
export const deliveryStates = ['waiting', 'held', 'sending', 'handed-over', 'failed', 'unknown', 'cancelled', 'digested'] as const;
export type DeliveryState = (typeof deliveryStates)[number];

/** 汇总: every letter by itself, or one a day, or one a week. */
export const digests = ['none', 'daily', 'weekly'] as const;
export type Digest = (typeof digests)[number];

/** 偏好: which topic goes which ways, in which language, summarised or not, and when nothing rings. */
export type Preferences = { locale: 'zh-CN' | 'en'; digest: Digest; quietFrom: string; quietTo: string; choices: Partial<Record<Topic, Channel[]>> };

/** 默认偏好, for whoever chose nothing. */
export const usual: Preferences = {
  locale: 'zh-CN',
  digest: 'none',
  quietFrom: '22:00',
  quietTo: '08:00',
  choices: { deadlines: ['email', 'sms', 'wechat'], decisions: ['email', 'wechat'], tasks: ['email', 'wechat'], progress: ['email'], running: ['email', 'sms'] },
};

/** 联系方式: how many minutes a code holds; how long an address may be. */
export const codeMinutes = 10;

/** 应交出的秒数: a letter should be in the provider's hands this soon. */
export const promisedSeconds = 10;

/** 重试间隔: minutes after each failure; when they are used up the letter has failed. */
export const pausesInMinutes = [0.5, 2, 10, 60, 360] as const;

/** An address that tells its owner which one it is, and others nothing. */
export function masked(address: string): string {
  const at = address.indexOf('@');
  if (at > 0) return `${address.slice(0, 1)}***${address.slice(at)}`;
  return address.length > 7 ? `${address.slice(0, 3)}****${address.slice(-4)}` : `${address.slice(0, 1)}***`;
}

/** 填入: puts values where the placeholders stand; a value is text and is never read again for placeholders. */
export function fillIn(text: string, values: Record<string, string | number>): string {
  return text.replaceAll(/\{(\w+)\}/g, (whole, name: string) => (Object.hasOwn(values, name) ? String(values[name]) : whole));
}
