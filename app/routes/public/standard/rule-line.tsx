import { inLanguage, type PlacedRule } from '#app/domain/base/standard/model.ts';
import type { standardWords } from '#app/i18n/standard.ts';
import type { RuleLine } from '#app/ui/light/standard-parts.tsx';

type Words = (typeof standardWords)['zh-CN'];

/** A rule as one line of a page, in the language of the page. */
export function ruleLine(rule: PlacedRule, words: Words, locale: string): RuleLine {
  const { threshold } = rule;
  return {
    id: rule.id,
    href: `/standard/${rule.id}`,
    text: inLanguage(rule, locale),
    kind: { kind: rule.kind, word: words.kinds[rule.kind] },
    ...(rule.isSeen ? {} : { check: words.check }),
    evidence: rule.evidence.map((kind) => words.evidences[kind] ?? kind),
    ...(threshold
      ? { threshold: { term: words.threshold, value: thresholdText(threshold, locale), from: words.thresholdFrom[threshold.from] } }
      : {}),
  };
}

/** The figure in words; a file without words for it shows the bare figure. */
export function thresholdText(threshold: NonNullable<PlacedRule['threshold']>, locale: string): string {
  const said = locale === 'en' ? threshold.en : threshold.zh;
  return said ?? `${threshold.op === 'range' ? '' : threshold.op} ${threshold.value} ${threshold.unit}`.trim();
}
