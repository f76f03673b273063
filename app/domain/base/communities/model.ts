/** 试点状态 of a community. */
export const pilotStates = ['pilot', 'ended'] as const;

/** 年龄段 of the counts of children that communities give. */
export const ageBands = ['0-3', '4-6', '7-12', '13-18'] as const;
