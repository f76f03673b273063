/** 试点状态 of a community. */
export const pilotStates = ['pilot', 'ended'] as const;
