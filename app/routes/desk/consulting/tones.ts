import type { FindingState, PlanState, SessionState, TaskState } from '#app/domain/pilot/consulting/model.ts';
import type { Tone } from '#app/ui/desk/status-tag.tsx';

export const planTones: Record<PlanState, Tone> = { draft: 'info', 'in-force': 'now', closed: 'rest' };
export const taskTones: Record<TaskState, Tone> = { planned: 'info', 'under-way': 'now', done: 'good', dropped: 'rest' };
export const sessionTones: Record<SessionState, Tone> = { asked: 'info', arranged: 'now', held: 'good', declined: 'rest', cancelled: 'rest' };
export const findingTones: Record<FindingState, Tone> = { open: 'now', answered: 'info', closed: 'good' };
