import { daysBetween } from '#app/platform/dates.ts';

/** 未报合并的地方: what is not reported in a district, with whatever lies in it, is one line; of a city or above only its own. */
export const silencePlace = (regionCode: string): string => regionCode.slice(0, 6);

/** 最久几天 since the oldest of them was due. */
export const longestSilence = (oldest: string | null, today: string): number => (oldest === null ? 0 : Math.max(0, daysBetween(oldest, today)));
