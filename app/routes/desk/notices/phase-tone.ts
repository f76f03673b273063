import type { ObjectionState, Phase } from '#app/domain/pilot/notices/model.ts';

/** How a notice and an objection look in a list. */
export const phaseTone = { draft: 'rest', coming: 'info', open: 'now', ended: 'info', final: 'good' } as const satisfies Record<Phase, string>;
export const objectionTone = { received: 'bad', 'under-review': 'now', answered: 'good' } as const satisfies Record<ObjectionState, string>;
