import type { Phase } from '#app/domain/pilot/notices/model.ts';

/** How a notice looks in a list. */
export const phaseTone = { draft: 'rest', coming: 'info', open: 'now', ended: 'info', final: 'good' } as const satisfies Record<Phase, string>;
