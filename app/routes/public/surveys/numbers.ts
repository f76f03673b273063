import type { Estimate } from '#app/domain/children/survey-results/model.ts';

/** 百分比 without decimals: the interval is far wider than one. */
export const percent = (share: number) => `${Math.round(share * 100)}%`;

export const range = ({ low, high }: Estimate) => `${percent(low)}–${percent(high)}`;

/** 百分点 with its sign. */
export const points = (share: number) => signed(Math.round(share * 100));

/** 相差: of the two shares as they are shown, so that whoever reckons it again comes to the same. */
export const pointsBetween = (one: Estimate, other: Estimate) => signed(Math.round(one.value * 100) - Math.round(other.value * 100));

const signed = (value: number) => (value > 0 ? `+${value}` : value < 0 ? `−${-value}` : '0');

export const pointRange = ({ low, high }: Estimate) => `${points(low)} ~ ${points(high)}`;
