import type { reviewForApplicant } from '#app/domain/pilot/review/for-applicant.ts';
import { blindnessWords } from '#app/i18n/blindness.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { rubricsWords } from '#app/i18n/rubrics.ts';

/** 专家评分, after the decision, as far as the call lets the applicant see it. */
export function MarksCard({ shown }: { shown: Awaited<ReturnType<typeof reviewForApplicant>> }) {
  const words = useWords(blindnessWords);
  const { levels } = useWords(rubricsWords);
  const en = useLocale() === 'en';
  if (!shown || shown.reviews.length === 0) return null;
  const names = new Map(shown.items.map((item) => [item.id, en ? item.en : item.zh]));
  return (
    <section className="card">
      <h2>{words.forApplicant.title}</h2>
      <p className="small muted">{words.forApplicant.lead}</p>
      {shown.reviews.map((review) => (
        <details key={review.at}>
          <summary>{words.nameless(review.at)}{review.total === null ? '' : ` · ${words.forApplicant.total(review.total)}`}</summary>
          <ul>
            {review.marks.map((mark) => <li key={mark.itemId}>{names.get(mark.itemId) ?? mark.itemId} · <b>{mark.level ? levels[mark.level] : (mark.score ?? '—')}</b> {mark.note}</li>)}
          </ul>
          {review.overall ? <p><b>{words.forApplicant.overall}</b> {review.overall}</p> : null}
        </details>
      ))}
    </section>
  );
}
