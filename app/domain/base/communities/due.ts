/** 待办种类: what a community may have to do; each room that asks something of communities adds its own. */
export const dueKinds = ['assessment-start', 'assessment-go-on', 'assessment-delegated', 'report-fill', 'report-mend', 'figures-fill', 'figures-mend', 'visit-sign', 'visit-comes', 'evaluation-comment', 'evidence-renew', 'plan-tasks', 'plan-findings', 'plan-sign', 'survey-round', 'suggestions-see', 'suggestions-answer', 'suggestions-do', 'moderation-wait', 'protection-know', 'spaces-inspect', 'hazards-handle', 'walk-comes', 'walk-close', 'council-send', 'council-answer', 'council-minutes'] as const;
export type DueKind = (typeof dueKinds)[number];

/** 待办: one thing a community has to do, by which Beijing day if there is one, and on which page below its home. */
export type Due = { regionCode: string; kind: DueKind; dueOn: string | null; path: string; figure?: number | string };

/** 大事种类: what the timeline of a community tells. */
export const momentKinds = ['pilot-since', 'assessment-submitted', 'report-accepted', 'evaluation-concluded', 'visited', 'plan-adopted', 'advice-held'] as const;
export type MomentKind = (typeof momentKinds)[number];

/** 大事: one step of a community on its way, on its Beijing day. */
export type Moment = { kind: MomentKind; day: string; path?: string; figure?: number | string };

/** 先后: what has a day comes first, by its day. */
export function byDay(a: Due, b: Due): number {
  return (a.dueOn ?? '9999').localeCompare(b.dueOn ?? '9999');
}
