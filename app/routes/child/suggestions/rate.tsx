import { betters, understandings } from '#app/domain/children/suggestions/model.ts';
import type { Tracked } from '#app/domain/children/suggestions/track.ts';
import type { ChildSuggestionsWords } from '#app/i18n/child-suggestions.ts';
import { ChildBox, Choices } from '#app/ui/child/choices.tsx';
import { Say } from '#app/ui/child/say.tsx';
import { betterDrawings, understandingDrawings } from './drawings.ts';

type Rateable = { steps: readonly Pick<Tracked['steps'][number], 'id' | 'kind' | 'called'>[]; rated: Tracked['rated']; said: Pick<Tracked['said'], 'isSafe'> };

/** 你觉得呢: asked of the newest answer, and of what was done: is it really better? */
export function Rate({ tracked: { steps, rated, said }, words }: { tracked: Rateable; words: ChildSuggestionsWords }) {
  const step = steps.findLast(({ kind }) => kind === 'answered' || kind === 'done');
  const isOpenAgain = steps.at(-1)?.kind === 'reopened';
  if (!step || isOpenAgain || said.isSafe) return null;
  const before = rated.find(({ stepId }) => stepId === step.id);
  const isDone = step.kind === 'done';
  return (
    <section className="card">
      <form method="post">
        <input type="hidden" name="deed" value="rate" />
        <input type="hidden" name="stepId" value={step.id} />
        {isDone
          ? <Choices name="better" legend={words.rate.done} choices={betters.map((value) => ({ value, label: words.rate.betters[value], drawing: betterDrawings[value], isChecked: before?.better === value }))} isRequired />
          : <Choices name="understanding" legend={words.rate.answer(step.called)} choices={understandings.map((value) => ({ value, label: words.rate.understandings[value], drawing: understandingDrawings[value], isChecked: before?.understanding === value }))} isRequired />}
        <ChildBox id="more" label={words.rate.more} rows={2} maxLength={500} />
        <div className="row"><button className="btn"><Say>{words.rate.send}</Say></button></div>
      </form>
    </section>
  );
}
