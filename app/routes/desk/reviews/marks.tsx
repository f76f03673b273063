import { useEffect, useRef } from 'react';
import { useFetcher } from 'react-router';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { refusalSentence } from '#app/i18n/refusals.ts';
import { reviewWords } from '#app/i18n/review.ts';
import type { Problem } from '#app/platform/http.ts';
import { ConfirmButton } from '#app/ui/desk/confirm-button.tsx';

type Section = { id: string; zh: string; en: string };
type Score = { itemId: string; score: number | null; note: string };
type Props = {
  review: { state: string; revision: number; overall: string; scoreFrom: number; scoreTo: number };
  open: { rubric: { items: Section[] }; marks: Score[] };
};

/** 评分: five sections with a score and a comment each; saved when a field is left, one save after the other. */
export function Marks({ review, open }: Props) {
  const words = useWords(reviewWords);
  const locale = useLocale();
  const en = locale === 'en';
  const form = useRef<HTMLFormElement>(null);
  const fetcher = useFetcher<Problem | { revision: number; savedAt: string }>();
  const saved = fetcher.data && 'savedAt' in fetcher.data ? fetcher.data : undefined;
  const problem = fetcher.data && !('savedAt' in fetcher.data) ? fetcher.data : undefined;
  const isDone = review.state === 'submitted';
  const isGoing = fetcher.state !== 'idle';
  const given = (id: string) => open.marks.find((one) => one.itemId === id);
  const filled = open.rubric.items.filter((section) => given(section.id)?.score != null && given(section.id)?.note).length;

  const last = useRef<string>('');
  const isWanted = useRef(false);
  function save() {
    if (!form.current || isDone) return;
    isWanted.current = isGoing;
    if (isGoing) return;
    const data = new FormData(form.current);
    const said = JSON.stringify([...data].filter(([name]) => name !== 'revision'));
    if (said === last.current) return;
    last.current = said;
    data.set('deed', 'save');
    void fetcher.submit(data, { method: 'post' });
  }
  useEffect(() => {
    if (!isGoing && isWanted.current) save(); // what was left while the last save was on its way
  });
  return (
    <section className="pane" aria-label={words.scores}>
      <div className="pane-head">
        <h2>{words.scores}</h2>
        <p>{words.range(review.scoreFrom, review.scoreTo)}</p>
      </div>
      <form ref={form} method="post" onSubmit={(event) => { event.preventDefault(); save(); }}>
        <input type="hidden" name="revision" value={review.revision} />
        {open.rubric.items.map((section) => (
          <div className="marks" key={section.id}>
            <h3>{en ? section.en : section.zh}</h3>
            <div className="row">
              <label>
                {words.score}
                <input className="dctl" name={`score-${section.id}`} type="number" step="0.01" min={review.scoreFrom} max={review.scoreTo} inputMode="decimal" defaultValue={given(section.id)?.score ?? ''} readOnly={isDone} onBlur={save} />
              </label>
              <label>
                {words.comment}
                <textarea className="dctl" name={`note-${section.id}`} rows={3} maxLength={4000} defaultValue={given(section.id)?.note ?? ''} readOnly={isDone} onBlur={save} />
              </label>
            </div>
            {problem?.fields?.[`marks.score-${section.id}`] && <p className="late">{problem.fields[`marks.score-${section.id}`]!.join(' ')}</p>}
          </div>
        ))}
        <div className="marks">
          <label>
            {words.overall}
            <textarea className="dctl" name="overall" rows={3} maxLength={4000} defaultValue={review.overall} readOnly={isDone} onBlur={save} />
          </label>
        </div>
      </form>
      {problem?.refusal && <p className="late" role="alert" style={{ padding: '0 20px 12px' }}>{refusalSentence(problem.refusal, locale)}</p>}
      <div className="sum">
        <span className={`said ${isGoing ? 'going' : problem ? 'failed' : ''}`} role="status">
          {isDone ? words.done : isGoing ? words.saving : saved ? words.saved(saved.savedAt) : words.autosave}
          {!isDone && <><br />{words.filled(filled, open.rubric.items.length)}</>}
        </span>
        {!isDone && <SubmitReview form={form} revision={review.revision} disabled={isGoing || filled < open.rubric.items.length} />}
      </div>
    </section>
  );
}

/** The confirmation posts what is on the page, so that nothing typed last is left behind. */
function SubmitReview({ form, revision, disabled }: { form: React.RefObject<HTMLFormElement | null>; revision: number; disabled: boolean }) {
  const words = useWords(reviewWords);
  const now = form.current ? Object.fromEntries([...new FormData(form.current)].map(([name, value]) => [name, String(value)])) : {};
  return <ConfirmButton label={words.submit} question={words.submitAsk} fields={{ ...now, revision: String(revision), deed: 'submit' }} danger={false} type="primary" disabled={disabled} />;
}
