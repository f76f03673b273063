import type { VisitState } from '#app/domain/pilot/visits/model.ts';
import type { Tone } from '#app/ui/desk/status-tag.tsx';

export const visitTones: Record<VisitState, Tone> = { planned: 'info', 'under-way': 'now', synced: 'now', signed: 'now', concluded: 'good', 'called-off': 'rest' };
