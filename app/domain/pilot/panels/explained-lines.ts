import { panelWords } from '#app/i18n/panels.ts';
import type { Locale } from '#app/platform/ctx.ts';
import { shortDay } from '#app/platform/dates.ts';
import type { Explanation } from './model.ts';

const langOf = (locale: Locale) => (locale === 'en' ? 'en' : 'zh');

/** 得分一句: the score with its interval, or why there is none. */
export function scoreLine({ score, reviews }: Explanation, locale: Locale): string {
  const words = panelWords[locale].explanation;
  if (score.value === null) return reviews.submitted === 1 ? words.scoreHidden : words.noScore;
  const interval = score.low === null || score.high === null ? [] : [words.interval(score.low, score.high)];
  return [words.scoreOf(score.value), ...interval, words.kinds[score.kind]].filter(Boolean).join(locale === 'en' ? '; ' : '；');
}

/** 评审一句: how many, how many of them late, and how a second round counts. */
export function reviewsLine({ reviews }: Explanation, locale: Locale): string {
  const words = panelWords[locale].explanation;
  return [
    words.reviewsOf(reviews.submitted, reviews.rounds), reviews.late > 0 ? words.late(reviews.late) : '',
    reviews.rounds === 1 && reviews.submitted < reviews.wanted ? words.fewer(reviews.submitted, reviews.wanted) : '', reviews.counting === 'second' ? words.secondAlone : '',
  ].filter(Boolean).join(locale === 'en' ? '; ' : '；');
}

/** 要点: name and text, as the page, the documents and the letters show them. */
export function explainedFacts(explanation: Explanation, locale: Locale): [name: string, text: string][] {
  const all = panelWords[locale];
  const words = all.explanation;
  const { panel, place, passMark, negative } = explanation;
  return [
    [words.number, explanation.number], [words.unit, explanation.unit], [words.call, explanation.call[langOf(locale)]],
    [words.decision, words.outcomes[explanation.outcome]], [words.decidedOn, shortDay(explanation.decidedOn, locale)], [words.reason, explanation.reason],
    [words.score, scoreLine(explanation, locale)], [words.passMark, passMark === null ? words.noPassMark : String(passMark)],
    ...(place ? [[words.place, words.placeOf(place.rank, place.places)] as [string, string]] : []),
    [words.reviews, reviewsLine(explanation, locale)],
    ...(panel ? [[words.panel, words.panelOf(panel.title, shortDay(panel.heldOn, locale), all.panel.proposals[panel.proposal], panel.for, panel.against, panel.abstain)] as [string, string]] : []),
    ...(explanation.must.length === 0 ? [] : [[words.must, mustLines(explanation, locale)] as [string, string]]),
    [words.negative, negative.length === 0 ? words.negativeNone : negative.map(({ isCleared, ...item }) => `${item[langOf(locale)]}${locale === 'en' ? ': ' : '：'}${isCleared ? words.negativeCleared : words.negativeStops}`).join('\n')],
  ];
}

/** 必达条款: those not met by name, the others by their number. */
function mustLines({ must }: Explanation, locale: Locale): string {
  const words = panelWords[locale].explanation;
  const unmet = must.filter(({ isMet }) => !isMet).map((rule) => `${rule[langOf(locale)]}${locale === 'en' ? ': ' : '：'}${words.mustNot}`);
  return [...unmet, words.mustMet(must.length - unmet.length, must.length)].join('\n');
}

/** 某种结论的条款: one line an item, with the section it stands in. */
export function itemsFound({ sections }: Explanation, findings: readonly string[], locale: Locale): string[] {
  const { explanation: words } = panelWords[locale];
  return sections.flatMap((section) =>
    section.items
      .filter(({ finding }) => findings.includes(finding))
      .map((item) => `${item[langOf(locale)]}${locale === 'en' ? ` (${words.findings[item.finding]})` : `（${words.findings[item.finding]}）`}`),
  );
}

/** 建议: one line a section that has any. */
export function adviceLines({ sections }: Explanation, locale: Locale): string[] {
  return sections.filter(({ advice }) => advice !== '').map((section) => `${section[langOf(locale)]}${locale === 'en' ? ': ' : '：'}${section.advice}`);
}
