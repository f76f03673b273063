import { fullWidth } from '#app/domain/base/standard/model.ts';
import type { Level, RubricContent } from '#app/domain/pilot/rubrics/model.ts';
import { blindnessWords } from '#app/i18n/blindness.ts';
import { markingWords } from '#app/i18n/marking.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { rubricsWords } from '#app/i18n/rubrics.ts';

type Review = { id: string; expertName: string; state: string; marks: { itemId: string; level: Level | null; score: number | null; note: string }[] };

/** 逐项评分: what each reviewer gave each item, must-rules and the negative list among them; nothing by section, whose table says it all. */
export function ReviewItems({ rubric, reviews }: { rubric: RubricContent; reviews: readonly Review[] }) {
  const words = useWords(markingWords);
  const { levels } = useWords(rubricsWords);
  const hides = useWords(blindnessWords);
  const en = useLocale() === 'en';
  const given = reviews.filter(({ marks }) => marks.length > 0);
  if (rubric.level === 'section' || given.length === 0) return null;
  const items = new Map([...rubric.items, ...rubric.mustRules, ...rubric.negativeList].map((item) => [item.id, item]));
  return (
    <details className="review-items">
      <summary>{words.items}</summary>
      <div className="scroll-x" role="group" tabIndex={0} aria-label={words.items}>
        <table className="score-table">
          <thead><tr><th scope="col">{words.items}</th>{given.map(({ id, expertName }) => <th scope="col" key={id}>{expertName.startsWith('#') ? hides.nameless(Number(expertName.slice(1))) : expertName}</th>)}</tr></thead>
          <tbody>
            {[...items.values()].map((item) => (
              <tr key={item.id}>
                <th scope="row">{item.id.startsWith('neg-') ? words.parts.negative : item.id} {en ? item.en : fullWidth(item.zh)}</th>
                {given.map(({ id, marks }) => {
                  const mark = marks.find(({ itemId }) => itemId === item.id);
                  const isBad = mark?.level === 'not' || mark?.level === 'found';
                  return <td key={id} className={isBad ? 'no' : ''}>{mark?.level ? levels[mark.level] : '—'}<small>{mark?.note}</small></td>;
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
