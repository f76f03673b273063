import { Link } from 'react-router';
import type { listKeptFrom } from '#app/domain/pilot/conflicts/read.ts';
import type { listReviewsOf } from '#app/domain/pilot/review/reviews-of.ts';
import { conflictWords } from '#app/i18n/conflicts.ts';
import { expertsWords } from '#app/i18n/experts.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { reviewWords } from '#app/i18n/review.ts';
import { beijingDay } from '#app/platform/dates.ts';
import { StatusTag } from '#app/ui/desk/status-tag.tsx';
import { assignmentTones } from '../reviews/tones.ts';

/** 评审情况: what was asked and how far it went. */
export function Reviews({ reviews }: { reviews: Awaited<ReturnType<typeof listReviewsOf>> }) {
  const words = useWords(expertsWords);
  const review = useWords(reviewWords);
  const en = useLocale() === 'en';
  if (reviews.length === 0) return <p className="note">{words.noHistory}</p>;
  return (
    <div className="scroll-x" role="group" tabIndex={0} aria-label={words.history}>
      <table className="score-table">
        <thead>
          <tr><th scope="col">{review.columns.unit}</th><th scope="col">{review.columns.call}</th><th scope="col">{review.columns.state}</th><th scope="col">{review.columns.due}</th></tr>
        </thead>
        <tbody>
          {reviews.map((row) => (
            <tr key={row.id}>
              <td><Link to={`/desk/applications/${row.applicationId}/review`}>{row.unitName}</Link><small>{row.number}</small></td>
              <td>{en && row.callTitleEn ? row.callTitleEn : row.callTitle}{row.round > 1 && <small>{words.round(row.round)}</small>}</td>
              <td>
                <StatusTag tone={row.setAsideAt ? 'rest' : assignmentTones[row.state]}>{row.setAsideAt ? words.setAside : review.states[row.state]}</StatusTag>
                {row.submittedAt && <small>{beijingDay(row.submittedAt)}</small>}
              </td>
              <td>{row.dueOn ?? review.noDue}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** 应当回避的申报. */
export function KeptFrom({ applications }: { applications: Awaited<ReturnType<typeof listKeptFrom>> }) {
  const words = useWords(expertsWords);
  const { kinds } = useWords(conflictWords);
  const comma = useLocale() === 'en' ? ', ' : '、';
  if (applications.length === 0) return <p className="note">{words.keptFromNone}</p>;
  return (
    <ul className="bulleted">
      {applications.slice(0, 50).map((one) => (
        <li key={one.id}><Link to={`/desk/applications/${one.id}`}>{one.unitName}</Link> {one.number} · {one.kinds.map((kind) => kinds[kind]).join(comma)}</li>
      ))}
    </ul>
  );
}
