import { Link } from 'react-router';
import type { RubricChange } from '#app/domain/pilot/rubrics/compare.ts';
import { fullWidth } from '#app/domain/base/standard/model.ts';
import type { ItemLevel } from '#app/domain/pilot/rubrics/model.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { rubricsWords } from '#app/i18n/rubrics.ts';
import { Pane } from '#app/ui/desk/page-head.tsx';

type Props = { earlier: { id: string; zh: string; en: string }; changes: RubricChange[] };

/** 与上一份对照: one line for each thing that differs. */
export function RubricChanges({ earlier, changes }: Props) {
  const words = useWords(rubricsWords);
  const en = useLocale() === 'en';
  const told = (change: RubricChange, side: string | null) => {
    if (side === null || side === '') return '—';
    if (change.what === 'level') return words.itemLevels[side as ItemLevel];
    return change.what === 'must' || change.what === 'negative' ? (en ? change.words.en : fullWidth(side)) : side;
  };
  return (
    <Pane title={words.comparedWith(en ? earlier.en : earlier.zh)} actions={<Link to={`/desk/rubrics/${earlier.id}`}>{words.columns.name}</Link>} flush>
      {changes.length === 0 ? (
        <p className="note in-pane">{words.noDifference}</p>
      ) : (
        <ul className="rubric-changes">
          {changes.map((change) => (
            <li key={'id' in change ? `${change.what}-${change.id}` : change.what}>
              <b>{words.changed[change.what]}{'id' in change && ` · ${change.id}`}</b>
              {change.what === 'item' && <span> {en ? change.words.en : fullWidth(change.words.zh)}</span>}
              <p><s>{told(change, change.before)}</s> → {told(change, change.after)}</p>
            </li>
          ))}
        </ul>
      )}
    </Pane>
  );
}
