export type ReliabilityReading = 'poor' | 'moderate' | 'good' | 'excellent';
export type AlphaReading = 'low' | 'tentative' | 'reliable';

/** 可靠度的通俗读法 (Koo & Li 2016). */
export function readReliability(value: number): ReliabilityReading {
  if (value < 0.5) return 'poor';
  if (value < 0.75) return 'moderate';
  return value < 0.9 ? 'good' : 'excellent';
}

/** α 的通俗读法 (Krippendorff 2004). */
export function readAlpha(value: number): AlphaReading {
  if (value < 0.667) return 'low';
  return value < 0.8 ? 'tentative' : 'reliable';
}
