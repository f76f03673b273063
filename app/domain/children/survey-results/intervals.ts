/** 区间: a share or a difference with the limits of its 95 % interval. */
export type Estimate = { value: number; low: number; high: number };

const z = 1.959963984540054;

/** 威尔逊区间 of a share (Wilson 1927, without continuity correction); nobody asked, no estimate. */
export function wilson(yes: number, base: number): Estimate | undefined {
  if (base <= 0) return undefined;
  const share = yes / base;
  const middle = share + (z * z) / (2 * base);
  const reach = z * Math.sqrt((share * (1 - share)) / base + (z * z) / (4 * base * base));
  const scale = 1 + (z * z) / base;
  return { value: share, low: yes === 0 ? 0 : (middle - reach) / scale, high: yes === base ? 1 : (middle + reach) / scale };
}

/** 纽科姆区间 of the difference of two independent shares (Newcombe 1998, method 10): from the limits of both. */
export function newcombe(one: Estimate, other: Estimate): Estimate {
  const value = one.value - other.value;
  return {
    value,
    low: value - Math.hypot(one.value - one.low, other.high - other.value),
    high: value + Math.hypot(one.high - one.value, other.value - other.low),
  };
}

/**
 * 主题均值: the mean of the shares of its items. The same people answer all of them, and how their answers go together is not among
 * what is shown: the interval is that of answers that all go together, the widest there can be.
 */
export function meanShare(shares: readonly Estimate[]): Estimate | undefined {
  if (shares.length === 0) return undefined;
  const mean = (of: keyof Estimate) => shares.reduce((sum, each) => sum + each[of], 0) / shares.length;
  return { value: mean('value'), low: mean('low'), high: mean('high') };
}

/** 有无变化: what lies wholly on one side of nothing is more than chance. */
export const isMoreThanChance = ({ low, high }: Estimate) => low > 0 || high < 0;
