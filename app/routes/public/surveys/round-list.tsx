import type { publicRounds } from '#app/domain/children/survey-results/read.ts';
import { useWords } from '#app/i18n/pair.ts';
import { surveyResultsWords } from '#app/i18n/survey-results.ts';
import { surveysWords } from '#app/i18n/surveys.ts';
import { Section } from '#app/ui/light/section.tsx';
import { Tag } from '#app/ui/light/tag.tsx';

/** 调查结果 of a community, newest first; nothing is said where nobody was asked. */
export function RoundList({ rounds }: { rounds: Awaited<ReturnType<typeof publicRounds>> }) {
  const { list: words, invented } = useWords(surveyResultsWords);
  const { audiences } = useWords(surveysWords);
  if (rounds.length === 0) return null;
  return (
    <Section title={words.title} lead={words.lead} tight id="surveys">
      <ul className="plainlist">
        {rounds.map(({ roundId, title, audience, closedOn, isInvented }) => (
          <li key={roundId}>
            <a href={`/surveys/${roundId}`}>{audiences[audience]} · {title}</a> <span className="muted small">{closedOn}</span> {isInvented ? <Tag>{invented}</Tag> : null}
          </li>
        ))}
      </ul>
    </Section>
  );
}
