import type { FactKey } from '#app/domain/base/evidence/facts.ts';

/**
 * 阈值用的数字: which known count answers the threshold of which rule of the working checklist. A threshold that is said in
 * words only (a range of one local checklist) names the least figure it asks for.
 */
export const thresholdFacts: Readonly<Record<string, { fact: FactKey; least?: number }>> = {
  'A1.3': { fact: 'childrens-directors' },
  'C2.1': { fact: 'indoor-area', least: 10 },
  'C3.1': { fact: 'outdoor-area' },
  'E1.3': { fact: 'social-workers' },
};

/** The rule that is met by assessing oneself: the system counts that by itself. */
export const assessingRule = 'A4.3';
