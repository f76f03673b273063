import type { ObjectionState } from '#app/domain/pilot/objections/model.ts';

/** How an objection looks in a list. */
export const objectionTone = { received: 'bad', 'under-review': 'now', answered: 'good', withdrawn: 'rest', duplicate: 'rest' } as const satisfies Record<ObjectionState, string>;
