import { isOpen } from '#app/domain/children/suggestions/model.ts';
import { useWords } from '#app/i18n/pair.ts';
import { suggestionsWords } from '#app/i18n/suggestions.ts';
import { Button } from '#app/ui/light/button.tsx';
import { Section } from '#app/ui/light/section.tsx';
import { Status } from '#app/ui/light/status.tsx';
import type { Loaded } from './matter.tsx';
import { squareOf } from './square-of.ts';

/** 可能重复: others that sound alike, to merge into with one press. */
export function Similar({ place, matter, similar, mayHandle }: Loaded) {
  const words = useWords(suggestionsWords);
  if (similar.length === 0 || !mayHandle || !isOpen(matter.state)) return null;
  return (
    <Section title={words.matter.merge} lead={words.matter.mergeLead}>
      <ul className="plain saidlist">
        {similar.map((one) => (
          <li key={one.id} className="card">
            <p><a href={`/work/${place.code}/children/suggestions/${one.id}`}>{[...one.text].slice(0, 80).join('') || words.noWords}</a></p>
            <p className="row close small"><span>{words.topics[one.topic]}</span><Status state={squareOf({ state: one.state, isLate: false })}>{words.states[one.state]}</Status></p>
            <form method="post" className="row">
              <input type="hidden" name="deed" value="merge" />
              <Button kind="quiet" small name="into" value={one.id}>{words.matter.mergeInto}</Button>
            </form>
          </li>
        ))}
      </ul>
    </Section>
  );
}
