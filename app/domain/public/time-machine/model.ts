/** 核对: what is worked out again when something of the past is opened. */
export const checks = ['score', 'paper', 'explanation'] as const;
export type Check = { what: (typeof checks)[number]; isRight: boolean };

/** 与今日不同: what a reader of today should know about a page of the past. */
export const differences = ['edition', 'name', 'place-ended', 'replaced', 'evidence-changed', 'evidence-gone'] as const;
export type Difference = (typeof differences)[number];

/** 证书当日状态. */
export const standingsThen = ['valid', 'suspended', 'withdrawn', 'replaced', 'expired'] as const;
export type StandingThen = (typeof standingsThen)[number];
