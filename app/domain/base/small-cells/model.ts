/** 小格门槛: counts of people under these are shown neither to staff nor to the public. */
export const leastFor = { staff: 5, public: 10 } as const;
export type Reader = keyof typeof leastFor;

/** 块: places of neighbouring cells whose sum is shown; none of them is shown alone unless it is alone in its block. */
export type Block = { at: number[]; count: number };

/** 组: categories shown together, with their counts in the blocks of the whole. */
export type Group = { of: string[]; counts: number[] };

export const sumOf = (counts: readonly number[]) => counts.reduce((sum, each) => sum + each, 0);
