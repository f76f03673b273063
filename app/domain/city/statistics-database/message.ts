/** 在文件里的位置: which figure it is, and which group of an ADX file and which one of it, or the key of an SDMX observation. */
export type Place = { nth: number; group?: number; ofGroup?: number; key?: string };

/** 来件里的一个数: where it stands in the file, and what it says, as texts that nobody has judged yet. */
export type Said = { place: Place; indicator: string; region: string; period: string; groups: readonly string[]; value: string };

/** 来件: which form it has and what it says, in its own order; `hidden` counts figures it holds back itself. */
export type Message = { form: 'sdmx' | 'adx'; said: Said[]; hidden: number };

/** What one message may hold. */
export const mostSaid = 5000;
export const largestMessage = 1024 * 1024;
