import type { Status } from '#app/domain/pilot/applications/model.ts';

/** 一起办的事: what may be done with several applications at once, and in which states. */
export const deeds = ['remind', 'assign'] as const;
export type Deed = (typeof deeds)[number];

const states: Record<Deed, readonly Status[]> = { remind: ['returned'], assign: ['complete', 'in-review'] };

export const fits = (deed: Deed, status: Status) => states[deed].includes(status);
