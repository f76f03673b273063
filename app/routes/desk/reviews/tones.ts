import type { AssignmentState } from '#app/domain/pilot/review/model.ts';
import type { Tone } from '#app/ui/desk/status-tag.tsx';

/** 评审任务状态的颜色. */
export const assignmentTones: Record<AssignmentState, Tone> = { assigned: 'info', accepted: 'now', conflict: 'rest', submitted: 'good', withdrawn: 'rest' };
