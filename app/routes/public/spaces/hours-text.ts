import { dayKinds, type Hours, spansText } from '#app/domain/service/spaces/hours.ts';
import type { SpacesWords } from '#app/i18n/spaces.ts';

/** 开放时间 in words: each kind of day with its spans. */
export function hoursLines(hours: Hours, words: SpacesWords): string[] {
  return dayKinds.map((kind) => `${words.dayKinds[kind]} ${spansText(hours[kind]) || words.shut}`);
}
