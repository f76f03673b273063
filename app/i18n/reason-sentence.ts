import type { PairReasons } from '#app/domain/pilot/assigning/model.ts';
import type { Locale } from '#app/platform/ctx.ts';
import { assigningWords } from './assigning.ts';
import { reviewWords } from './review.ts';

/** 分配理由 in one sentence: why this expert for this application. */
export function reasonSentence(reasons: PairReasons, isByHand: boolean, locale: Locale): string {
  const { reason } = assigningWords[locale];
  const { fields } = reviewWords[locale];
  const en = locale === 'en';
  const parts = [
    reason.fields(reasons.fields.map((field) => fields[field]).join(en ? ', ' : '、')), reason.place[reasons.place], ...(reasons.repeats ? [reason.repeats] : []),
    reason.load(reasons.load, reasons.most), ...(reasons.why ? [reason.why[reasons.why]] : []), ...(isByHand ? [reason.byHand] : []),
  ];
  return parts.join(en ? '; ' : '；');
}
