import type { SuggestionCounts } from '#app/domain/children/suggestions/counts.ts';
import { publicShare } from '#app/domain/children/suggestions/model.ts';
import { useWords } from '#app/i18n/pair.ts';
import { suggestionsWords } from '#app/i18n/suggestions.ts';
import { Section } from '#app/ui/light/section.tsx';
import { ClockFace } from './clock-face.tsx';

/** 承诺时钟 on a community's page: what was promised and kept, and the way to all of it; nothing where no child has spoken yet. */
export function PromiseClock({ code, counts }: { code: string; counts: SuggestionCounts }) {
  const { voices: w } = useWords(suggestionsWords);
  if (counts.received === 0) return null;
  return (
    <Section title={w.title} mist>
      <ClockFace counts={counts} shares={{ kept: publicShare(counts.kept, counts.promiseDue), answered: publicShare(counts.answeredInTime, counts.answerDue) }} />
      <p><a href={`/communities/${code}/voices`}>{w.all}</a></p>
    </Section>
  );
}
