import { leastFor } from '#app/domain/base/small-cells/model.ts';
import { howReliable } from '#app/domain/children/survey-results/how-reliable.ts';
import type { Reader } from '#app/domain/children/survey-results/model.ts';
import type { ResultView } from '#app/domain/children/survey-results/view.ts';
import { isForChildren } from '#app/domain/children/surveys/model.ts';
import { useWords } from '#app/i18n/pair.ts';
import { surveyResultsWords } from '#app/i18n/survey-results.ts';
import { Facts, Section } from '#app/ui/light/section.tsx';
import { percent } from './numbers.ts';

/** 这些数字有多可靠: how many answered, how they were asked, what chance may change, what is left out. */
export function Reliable({ view: { head, lines }, reader }: { view: ResultView; reader: Reader }) {
  const { reliable: words, hiddenWhy } = useWords(surveyResultsWords);
  const { shown, all, reach } = howReliable(lines);
  return (
    <Section title={words.title} tight>
      <Facts facts={[
        { term: words.many, text: head.answered === undefined ? words.tooFew : `${words.answered(head.answered)}${head.rate === undefined ? words.noInvited : words.ofInvited(head.invited, percent(head.rate))}` },
        { term: words.how, text: `${words.byCode}${isForChildren(head.audience) ? words.consent : ''}` },
        { term: words.margin, text: reach ? `${words.reach(reach.least, reach.most)}${words.onlyChance}` : words.noReach },
        { term: words.who, text: words.notAll },
        { term: words.leftOut, text: `${words.questions(all - shown, all)}${hiddenWhy(leastFor[reader])}` },
      ]} />
    </Section>
  );
}
