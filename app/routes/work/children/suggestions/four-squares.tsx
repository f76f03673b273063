import { type Lundy, lundyParts } from '#app/domain/children/suggestions/lundy.ts';
import { useWords } from '#app/i18n/pair.ts';
import { suggestionsWords } from '#app/i18n/suggestions.ts';
import { Section } from '#app/ui/light/section.tsx';

const squares = { yes: 'done', partly: 'now', 'not-yet': 'next' } as const;

/** 四格: Lundy's four parts of one matter, each a square and a word. */
export function FourSquares({ lundy }: { lundy: Lundy }) {
  const words = useWords(suggestionsWords);
  return (
    <Section title={words.matter.lundy} lead={words.matter.lundyLead} mist>
      <ul className="foursquares">
        {lundyParts.map((part) => (
          <li key={part} className={squares[lundy[part]]}>
            <b>{words.lundy.parts[part]}</b>
            <span>{words.lundy.marks[lundy[part]]}</span>
            <small>{words.lundy.about[part]}</small>
          </li>
        ))}
      </ul>
    </Section>
  );
}
