import type { reviewNotice } from '#app/domain/children/identity/review-notice.ts';
import { type Purpose, purposes } from '#app/domain/children/impact-assessments/model.ts';
import { childRulesWords } from '#app/i18n/child-rules.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { Problems } from '#app/routes/work/children/child-versions/problems.tsx';
import { shortDay } from '#app/platform/dates.ts';
import { SelectField } from '#app/ui/desk/field.tsx';
import { FigureTable } from '#app/ui/desk/figure-table.tsx';
import { Pane } from '#app/ui/desk/page-head.tsx';

type Review = Awaited<ReturnType<typeof reviewNotice>>;

/** 发布之前: what is different, what is hard to read, what has to be assessed first, and whom it asks again. */
export function NoticeReview({ review, given }: { review: Review; given: Record<string, unknown> }) {
  const words = useWords(childRulesWords);
  const locale = useLocale();
  const purposeOf = (where: string): Purpose | undefined => purposes.find((purpose) => where === `purpose:${purpose}`);
  const placeOf = (where: string) => {
    const purpose = purposeOf(where);
    if (purpose) return words.names[purpose];
    return where === 'child' || where === 'contact' ? words.where[where] : where;
  };
  return (
    <Pane title={words.reviewed(review.version)} flush>
      {review.changes.length === 0 ? <div className="pane-body"><p>{words.nothing}</p></div> : (
        <FigureTable
          label={words.reviewed(review.version)} rows={review.changes} keyOf={({ locale: side, where }) => `${side} ${where}`}
          columns={[
            { name: 'where', title: words.part, place: 'main', show: (row) => <><b>{placeOf(row.where)}</b><small>{words.languages[row.locale === 'en' ? 'en' : 'zh']}{row.before === '' ? ` · ${words.added}` : ''}{row.after === '' ? ` · ${words.removed}` : ''}</small></> },
            { name: 'before', title: words.before, place: 'wide', show: (row) => <del className="as-written">{row.before}</del> },
            { name: 'after', title: words.after, place: 'wide', show: (row) => <ins className="as-written">{row.after}</ins> },
          ]}
        />
      )}
      <div className="pane-body">
        <h3>{words.hard}</h3>
        {review.hard.length === 0 ? <p>{words.noHard}</p> : <ul>{review.hard.map(({ text, problems }) => <li key={text}><b>{text}</b><Problems problems={problems} /></li>)}</ul>}
        {review.begun.length > 0 ? (
          <>
            <h3>{words.needs}</h3>
            <p>{words.needsLead}</p>
            {review.begun.map(({ purpose, citable }) => (
              citable.length === 0 ? <p key={purpose}><b>{words.names[purpose]}</b> {words.none}</p> : (
                <SelectField key={purpose} name={`assessment.${purpose}`} label={`${words.names[purpose]} · ${words.choose}`} optional known={String(given[`assessment.${purpose}`] ?? '')} options={citable.map((one) => ({ value: one.id, label: `${one.number} ${one.title} · ${shortDay(one.validUntil, locale)}` }))} problem={undefined} />
              )
            ))}
          </>
        ) : null}
        {review.changes.length > 0 ? <p><label><input type="checkbox" name="isSure" value="yes" /> {words.sure(review.asked.guardians, review.asked.children)}</label></p> : null}
      </div>
    </Pane>
  );
}
