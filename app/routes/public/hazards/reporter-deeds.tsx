import type { TrackedHazard } from '#app/domain/service/hazards/one-hazard.ts';
import { hazardsWords } from '#app/i18n/hazards.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { refusalSentence } from '#app/i18n/refusals.ts';
import { spacesWords } from '#app/i18n/spaces.ts';
import type { Problem } from '#app/platform/http.ts';
import { Button } from '#app/ui/light/button.tsx';
import { ChoiceField } from '#app/ui/light/choice-field.tsx';
import { Callout } from '#app/ui/light/section.tsx';
import { LongTextField } from '#app/ui/light/text-field.tsx';

/** 报告人的话: really fixed or not; later, that it is broken again. */
export function ReporterDeeds({ hazard, problem }: { hazard: TrackedHazard; problem: Problem }) {
  const { track } = useWords(hazardsWords);
  const words = useWords(spacesWords);
  const locale = useLocale();
  const frame = (id: string) => ({ id, name: id, words: { required: words.required, optional: words.optional }, error: problem.fields?.[id]?.[0] });
  return (
    <>
      {problem.refusal ? <Callout kind="bad">{refusalSentence(problem.refusal, locale)}</Callout> : null}
      {hazard.state === 'repaired' ? (
        <section className="card" aria-labelledby="really">
          <h2 id="really">{track.really}</h2>
          <p>{track.reallyText}</p>
          <form method="post">
            <input type="hidden" name="deed" value="confirm" />
            <ChoiceField {...frame('fixed')} label={track.really} required asList choices={[{ value: 'yes', label: track.yes }, { value: 'no', label: track.no }]} />
            <LongTextField {...frame('body')} label={track.still} rows={2} input={{ maxLength: 500 }} />
            <Button>{track.send}</Button>
          </form>
        </section>
      ) : null}
      {hazard.state === 'verified' || hazard.state === 'declined' ? (
        <details className="card" open={Boolean(problem.fields)}>
          <summary>{track.reopen}</summary>
          <form method="post">
            <input type="hidden" name="deed" value="reopen" />
            <LongTextField {...frame('reason')} label={track.reopenText} required rows={2} input={{ maxLength: 500 }} />
            <Button kind="quiet">{track.reopenGo}</Button>
          </form>
        </details>
      ) : null}
    </>
  );
}
