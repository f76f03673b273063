import type { SuggestionCounts } from '#app/domain/children/suggestions/counts.ts';
import { useWords } from '#app/i18n/pair.ts';
import { suggestionsWords } from '#app/i18n/suggestions.ts';
import { Numbers } from '#app/ui/light/numbers.tsx';

type Props = { counts: SuggestionCounts; shares: { kept: number | null; answered: number | null } };

/** 承诺时钟的数字: a share where it rests on enough, the plain counts beside it. */
export function ClockFace({ counts, shares }: Props) {
  const { voices: w } = useWords(suggestionsWords);
  return (
    <>
      <Numbers items={[
        ...(shares.kept === null ? [] : [{ label: w.kept, parts: [{ value: String(shares.kept), unit: '%' }] }]),
        ...(shares.answered === null ? [] : [{ label: w.answered, parts: [{ value: String(shares.answered), unit: '%' }] }]),
        { label: w.open, parts: [{ value: String(counts.open), unit: w.unit }] },
        { label: w.late, parts: [{ value: String(counts.late), unit: w.unit }] },
      ]} demoWord="" />
      <p>
        {counts.promiseDue > 0 ? w.keptOf(counts.kept, counts.promiseDue) : ''}{shares.kept === null && counts.promiseDue > 0 ? ` · ${w.tooFew}` : ''}
      </p>
      <p className="note">{`${w.received} ${counts.received} ${w.unit} · ${w.adopted} ${counts.adopted} ${w.unit} · ${w.done} ${counts.done} ${w.unit} · ${w.answeredOf(counts.answeredInTime, counts.answerDue)}`}</p>
    </>
  );
}
