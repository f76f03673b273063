import { rounded } from '#app/domain/pilot/review/model.ts';
import { type RubricContent, standingOf, totalOf } from '#app/domain/pilot/rubrics/model.ts';
import { markingWords } from '#app/i18n/marking.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { refusalSentence } from '#app/i18n/refusals.ts';
import { ConfirmButton } from '#app/ui/desk/confirm-button.tsx';
import type { Saving, useMarks } from './use-marks.ts';

type Props = {
  review: { state: string; isOpen: boolean; scoreFrom: number; scoreTo: number }; rubric: RubricContent; held: ReturnType<typeof useMarks>; left: number; onNext: () => void;
};

/** 合计: what is saved, the own total so far, what is left, and the submission. */
export function MarkSum({ review, rubric, held, left, onNext }: Props) {
  const words = useWords(markingWords);
  const { total, mustNotMet } = totalOf(rubric, [...held.marks.values()], { from: review.scoreFrom, to: review.scoreTo });
  const standing = words.standings[standingOf(rubric, total)];
  const isBad = held.saving.is === 'offline' || held.saving.is === 'refused' || held.saving.is === 'signed-out';
  return (
    <div className="sum marking-sum">
      <p className="own"><small>{words.own}</small> <b>{total === null ? '—' : words.ownFigure(rounded(total)!)}</b> {standing && <span>{standing}</span>}{mustNotMet.length > 0 && <span className="late">{words.unmet(mustNotMet.length)}</span>}<small>{words.ownNote}{rubric.passMark !== null && ` ${words.passMark(rubric.passMark, rubric.borderline)}`}</small></p>
      {held.clashes.length > 0 ? <p className="told" role="alert">{words.clashed(held.clashes.length)}</p> : held.isMerged && <p className="told" role="status">{words.merged}</p>}
      {review.isOpen && (
        <>
          <span className={`said ${held.saving.is === 'saving' || held.saving.is === 'unsaved' ? 'going' : isBad ? 'failed' : ''}`} role="status">
            <SavingWords saving={held.saving} />
            {left > 0 && <><br />{words.left(left)}</>}
          </span>
          {isBad && <button type="button" className="plain-link" onClick={held.save}>{words.again}</button>}
          {left > 0 && <button type="button" className="plain-link" onClick={onNext}>{words.next}</button>}
          <ConfirmButton
            label={words.submit} question={words.submitAsk} danger={false} type="primary" disabled={left > 0 || !held.isSaved || held.clashes.length > 0}
            fields={{ deed: 'submit', revision: String(held.revision()) }}
          />
        </>
      )}
    </div>
  );
}

function SavingWords({ saving }: { saving: Saving }) {
  const words = useWords(markingWords);
  const locale = useLocale();
  switch (saving.is) {
    case 'idle': return words.autosave;
    case 'unsaved': return words.unsaved;
    case 'saving': return words.saving;
    case 'saved': return words.saved(saving.at);
    case 'offline': return words.offline;
    case 'signed-out': return words.signedOut;
    case 'refused': return words.refused(refusalSentence(saving.code, locale));
  }
}
