/** 随机数: the same seed gives the same numbers on every machine (mulberry32). */
export function randomOf(seed: number) {
  let state = seed >>> 0;
  const uniform = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t = (t + Math.imul(t ^ (t >>> 7), t | 61)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  return {
    uniform,
    between: (low: number, high: number) => low + (high - low) * uniform(),
    whole: (low: number, high: number) => low + Math.floor((high - low + 1) * uniform()),
    normal: (sd: number) => sd * Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform()),
  };
}

export type Random = ReturnType<typeof randomOf>;

const density = (z: number) => Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);

/** The share of a normal distribution below z (Abramowitz & Stegun 26.2.17). */
function below(z: number): number {
  const t = 1 / (1 + 0.2316419 * Math.abs(z));
  const tail = density(z) * t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  return z > 0 ? 1 - tail : tail;
}

/** 一项的给分: what is thought, from 0 to 1 and beyond, becomes a figure of whole hundredths, or not, partly, met. */
export const scales = {
  figures: { give: (x: number) => Math.round(100 * Math.min(1, Math.max(0, x))) / 100, expected: (x: number, sd: number) => clipped(x, sd) },
  levels: { give: (x: number) => (x < 0.35 ? 0 : x < 0.7 ? 0.5 : 1), expected: (x: number, sd: number) => 0.5 * (below((x - 0.35) / sd) + below((x - 0.7) / sd)) },
} as const;
export type Scale = keyof typeof scales;

/** The mean of a normal distribution cut off at 0 and 1. */
function clipped(x: number, sd: number): number {
  const [low, high] = [-x / sd, (1 - x) / sd];
  return x * (below(high) - below(low)) + sd * (density(low) - density(high)) + 1 - below(high);
}
