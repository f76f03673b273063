import { panelWords } from '#app/i18n/panels.ts';
import type { Locale } from '#app/platform/ctx.ts';
import type { RankRule } from './model.ts';

/** 规则写成句子: as the desk, the public page of a call and whoever draws the lots again read it. */
export function ruleLines(rule: RankRule, locale: Locale): string[] {
  const { ranking: words } = panelWords[locale];
  const steps = rule.steps.map((step) => words.steps[step]).join(locale === 'en' ? '; ' : '；');
  return [
    words.ruleText(steps, rule.decimals),
    ...(rule.mostPerRegion === null ? [] : [words.regionMost(words.spreads[rule.spread], rule.mostPerRegion)]),
    ...(rule.mustRulesStop ? [words.mustStop] : []),
    words.seedText(rule.seed),
  ];
}
