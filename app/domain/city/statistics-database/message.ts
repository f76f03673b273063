/** 来件里的一个数: where it stands in the file, and what it says, as texts that nobody has judged yet. */
export type Said = { place: string; indicator: string; region: string; period: string; groups: readonly string[]; value: string };

/** 来件: which form it has and what it says, in its own order; `hidden` counts figures it holds back itself. */
export type Message = { form: 'sdmx' | 'adx'; said: Said[]; hidden: number };

/** What one message may hold. */
export const mostSaid = 5000;
export const largestMessage = 1024 * 1024;
