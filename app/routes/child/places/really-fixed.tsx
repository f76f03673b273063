import type { HazardState } from '#app/domain/service/hazards/model.ts';
import type { ChildPlacesWords } from '#app/i18n/child-places.ts';
import type { Problem } from '#app/platform/http.ts';
import { ChildCard } from '#app/ui/child/child-page.tsx';
import { ChildBox, Choices } from '#app/ui/child/choices.tsx';
import { Say } from '#app/ui/child/say.tsx';

/** 真的修好了吗: asked of the child when a repair was reported; afterwards a way to say that it is broken again. */
export function ReallyFixed({ state, words, problem }: { state: HazardState; words: ChildPlacesWords['told']; problem: Problem }) {
  if (state === 'repaired') {
    const missing = problem.fields?.fixed?.[0];
    return (
      <section className="card">
        <form method="post">
          <input type="hidden" name="deed" value="confirm" />
          <Choices name="fixed" legend={words.really} isRequired {...(missing ? { problem: missing } : {})} choices={[{ value: 'yes', label: words.yes, drawing: 'smile' }, { value: 'no', label: words.no, drawing: 'sad' }]} />
          <p><Say>{words.lead}</Say></p>
          <ChildBox id="body" label={words.still} rows={2} maxLength={500} />
          <div className="row"><button className="btn"><Say>{words.send}</Say></button></div>
        </form>
      </section>
    );
  }
  if (state !== 'verified') return null;
  return (
    <ChildCard title={words.broken}>
      <form method="post">
        <input type="hidden" name="deed" value="reopen" />
        <div className="row"><button className="btn quiet"><Say>{words.brokenSend}</Say></button></div>
      </form>
    </ChildCard>
  );
}
