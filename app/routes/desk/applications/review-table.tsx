import type { AssignmentState } from '#app/domain/pilot/review/model.ts';
import { rounded } from '#app/domain/pilot/review/model.ts';
import type { Level } from '#app/domain/pilot/rubrics/model.ts';
import { blindnessWords } from '#app/i18n/blindness.ts';
import { markingWords } from '#app/i18n/marking.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { reviewWords } from '#app/i18n/review.ts';
import { ConfirmButton } from '#app/ui/desk/confirm-button.tsx';
import { EmptyBox } from '#app/ui/desk/keyset-table.tsx';
import { StatusTag } from '#app/ui/desk/status-tag.tsx';
import { assignmentTones } from '../reviews/tones.ts';

type Table = {
  sections: { id: string; zh: string; en: string; mean: number | null; spread: number | null }[];
  reviews: {
    id: string; expertName: string; organisationName: string | null; state: AssignmentState; dueOn: string | null; conflictReason: string; overall: string; total: number | null;
    marks: { itemId: string; level: Level | null; score: number | null; note: string }[]; bySection: { id: string; total: number | null }[]; isLate: boolean; setAsideAt: Date | null;
  }[];
  mean: number | null; spread: number | null;
};

const figure = (value: number | null | undefined) => value ?? '—';

/** 评审表: a line an expert, a column a section; mean and spread below. */
export function ReviewTable({ table, isOpen }: { table: Table; isOpen: boolean }) {
  const words = useWords(reviewWords);
  const hides = useWords(blindnessWords);
  const said = useWords(markingWords);
  const en = useLocale() === 'en';
  if (table.reviews.length === 0) return <EmptyBox text={words.noReviews} />;
  return (
    <div className="scroll-x" role="group" tabIndex={0} aria-label={words.table}>
      <table className="score-table">
        <thead>
          <tr>
            <th scope="col">{words.expert}</th>
            <th scope="col">{words.state}</th>
            {table.sections.map((section) => <th scope="col" key={section.id}>{en ? section.en : section.zh}</th>)}
            <th scope="col">{words.total}</th>
          </tr>
        </thead>
        <tbody>
          {table.reviews.map((review) => (
            <tr key={review.id}>
              <td><b>{review.expertName.startsWith('#') ? hides.nameless(Number(review.expertName.slice(1))) : review.expertName}</b><small>{review.organisationName}</small></td>
              <td className={review.state === 'conflict' ? 'said' : undefined}>
                <StatusTag tone={assignmentTones[review.state]}>{words.states[review.state]}</StatusTag>
                {review.conflictReason && review.state === 'conflict' && <small>{words.conflictReason(review.conflictReason)}</small>}
                {review.isLate && <small className="soon">{said.lateTag}</small>}
                {review.setAsideAt && <small>{said.setAsideTag}</small>}
                {isOpen && (review.state === 'assigned' || review.state === 'accepted') && (
                  <div><ConfirmButton label={words.withdraw} question={words.withdrawAsk} fields={{ deed: 'withdraw', assignmentId: review.id }} size="small" /></div>
                )}
              </td>
              {table.sections.map((section) => {
                const mark = review.marks.find((one) => one.itemId === section.id);
                const total = review.bySection.find((one) => one.id === section.id)?.total ?? null;
                return <td key={section.id}>{figure(rounded(total))}<small>{mark?.note}</small></td>;
              })}
              <td className={review.overall ? 'said' : undefined}><b>{figure(review.total)}</b><small>{review.overall}</small></td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr><td colSpan={2}>{words.mean}</td>{table.sections.map((section) => <td key={section.id}>{figure(section.mean)}</td>)}<td>{figure(table.mean)}</td></tr>
          <tr><td colSpan={2}>{words.spread}</td>{table.sections.map((section) => <td key={section.id}>{figure(section.spread)}</td>)}<td>{figure(table.spread)}</td></tr>
        </tfoot>
      </table>
    </div>
  );
}
