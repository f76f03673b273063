import type { ChildSuggestionsWords } from '#app/i18n/child-suggestions.ts';
import { ChildCard } from '#app/ui/child/child-page.tsx';
import { OwnWords } from '#app/ui/child/path.tsx';
import { Say } from '#app/ui/child/say.tsx';

/** 这样给大家看，行吗: the wording that would be shown, and the child's yes or no. */
export function Wording({ texts, words: { wording }, id }: { texts: readonly string[]; words: ChildSuggestionsWords; id?: string }) {
  return (
    <ChildCard title={wording.title}>
      <p><Say>{wording.text}</Say></p>
      {texts.filter(Boolean).map((text) => <OwnWords key={text} text={text} />)}
      <form method="post" className="row">
        <input type="hidden" name="deed" value="wording" />
        <input type="hidden" name="go" value="wording" />
        {id ? <input type="hidden" name="id" value={id} /> : null}
        <button className="btn" name="agrees" value="yes"><Say>{wording.yes}</Say></button>
        <button className="btn quiet" name="agrees" value="no"><Say>{wording.no}</Say></button>
      </form>
    </ChildCard>
  );
}
