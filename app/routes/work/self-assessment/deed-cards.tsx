import { inLanguage } from '#app/domain/base/standard/model.ts';
import type { Assessment } from '#app/domain/pilot/self-assessment/read.ts';
import { applyWords } from '#app/i18n/apply.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { assessmentWords } from '#app/i18n/self-assessment.ts';
import { beijingDay, shortDay, shortTime } from '#app/platform/dates.ts';
import { Button } from '#app/ui/light/button.tsx';
import { TickField } from '#app/ui/light/choice-field.tsx';
import { LongTextField } from '#app/ui/light/text-field.tsx';

const useHome = () => useWords(assessmentWords).home;

/** 沿用上次: from which earlier year. */
export function CopyCard({ years }: { years: readonly number[] }) {
  const words = useHome();
  return (
    <section className="card">
      <h2>{words.copy}</h2>
      <p className="small">{words.copyLead(years[0]!)}</p>
      <form method="post" className="row">
        <input type="hidden" name="deed" value="copy" />
        {years.slice(0, 3).map((year, place) => <Button key={year} kind={place === 0 ? 'quiet' : 'plain'} name="fromYear" value={year}>{words.copyButton(year)}</Button>)}
      </form>
    </section>
  );
}

/** 分工: each section with who has it, to be given and taken back. */
export function Delegations({ assessment, colleagues }: { assessment: Assessment; colleagues: readonly { id: string; name: string }[] }) {
  const words = useHome();
  const { form } = useWords(assessmentWords);
  const locale = useLocale();
  return (
    <details className="box" open={assessment.delegations.length > 0}>
      <summary>{words.delegate}</summary>
      <div className="whohas">
        <p className="small muted">{words.delegateLead}</p>
        {assessment.edition.sections.map((section) => {
          const name = form.here(section.id, inLanguage(section, locale));
          const given = assessment.delegations.find(({ sectionId }) => sectionId === section.id);
          return (
            <form key={section.id} method="post" aria-label={name}>
              <input type="hidden" name="sectionId" value={section.id} />
              <b className="grow">{name}</b>
              {given ? (
                <>
                  <span className="small">{given.toName} · {words.givenBy(given.byName, shortDay(beijingDay(given.at), locale))}</span>
                  <Button kind="quiet" small name="deed" value="take-back">{words.takeBack}</Button>
                </>
              ) : (
                <>
                  <select className="in" name="toUser" aria-label={`${name} ${words.colleague}`} required defaultValue="">
                    <option value="">{words.colleague}</option>
                    {colleagues.map((one) => <option key={one.id} value={one.id}>{one.name}</option>)}
                  </select>
                  <input className="in" name="note" maxLength={200} aria-label={`${name} ${words.note}`} placeholder={words.note} />
                  <Button kind="quiet" small name="deed" value="delegate">{words.giveButton}</Button>
                </>
              )}
            </form>
          );
        })}
      </div>
    </details>
  );
}

/** 提交: the promise, and why it is not yet time. */
export function SubmitCard({ canSubmit, lacks }: { canSubmit: boolean; lacks: number }) {
  const words = useHome();
  const field = useWords(applyWords).form;
  if (!canSubmit) return <p className="note">{words.notGovernment}</p>;
  return (
    <form method="post" className="card mark">
      <h2>{words.submit}</h2>
      <p className="small muted">{words.submitLead}</p>
      <TickField id="truthful" label={words.truthful} words={field} required />
      <div className="field row">
        <Button name="deed" value="submit" disabled={lacks > 0} aria-describedby="why-not">{words.submitButton}</Button>
        <span className="small muted" id="why-not">{lacks > 0 ? words.lacks(lacks) : ''}</span>
      </div>
    </form>
  );
}

/** 更正 of what was handed in, with its reason. */
export function CorrectCard({ given }: { given: Record<string, unknown> | undefined }) {
  const words = useHome();
  const field = useWords(applyWords).form;
  return (
    <details className="box" open={given?.deed === 'correct'}>
      <summary>{words.correct}</summary>
      <form method="post">
        <p className="small muted">{words.correctLead}</p>
        <LongTextField id="reason" label={words.correctReason} words={field} required rows={3} defaultValue={String(given?.reason ?? '')} input={{ maxLength: 300 }} />
        <div className="field"><Button kind="quiet" name="deed" value="correct">{words.correctButton}</Button></div>
      </form>
    </details>
  );
}

/** 各版: every version that was handed in, with the reason of each correction. */
export function Rounds({ assessment }: { assessment: Assessment }) {
  const words = useWords(assessmentWords);
  const locale = useLocale();
  if (assessment.submissions.length === 0) return null;
  return (
    <section>
      <h2>{words.home.rounds}</h2>
      <ul className="linklist">
        {assessment.submissions.map((one) => (
          <li key={one.round}>
            {words.home.round(one.round)} · {one.score === null ? words.noScore : words.points(one.score.toFixed(1))} · {shortTime(one.submittedAt, locale)} · {one.submittedByName}
            {one.reason ? <small>{words.home.reason}{locale === 'en' ? ': ' : '：'}{one.reason}</small> : null}
          </li>
        ))}
      </ul>
    </section>
  );
}
