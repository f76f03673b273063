import type { Offer } from '#app/domain/base/evidence/offers.ts';
import { evidenceWords } from '#app/i18n/evidence.ts';
import { useWords } from '#app/i18n/pair.ts';

/** What one piece is, in a line. */
function useAbout() {
  const words = useWords(evidenceWords);
  return (one: Offer) => [words.kinds[one.kind], one.summary, one.fileCount > 0 ? words.reuse.filesOf(one.fileCount) : '', one.timesCited > 0 ? words.reuse.times(one.timesCited) : ''].filter(Boolean).join(' · ');
}

/** 已有的佐证: a list of links, for pages without a script. */
export function OfferList({ code, offers }: { code: string; offers: readonly Offer[] }) {
  const about = useAbout();
  return (
    <ul className="offers">
      {offers.map((one) => <li key={one.id}><a href={`/work/${code}/evidence/${one.id}`}>{one.title}</a><small>{about(one)}</small></li>)}
    </ul>
  );
}

/** 引用已有的佐证: the pieces as boxes to tick; `name` is the field that carries their ids. For the forms of other rooms. */
export function OfferPicker({ id, name, offers, chosen = [] }: { id: string; name: string; offers: readonly Offer[]; chosen?: readonly string[] }) {
  const { reuse } = useWords(evidenceWords);
  const about = useAbout();
  return (
    <fieldset className="field">
      <legend>{reuse.pick}</legend>
      {offers.length === 0 ? <p className="hint">{reuse.pickNone}</p> : (
        <div className="choices list">
          {offers.map((one, at) => (
            <label key={one.id} className="choice">
              <input type="checkbox" id={at === 0 ? id : `${id}-${at + 1}`} name={name} value={one.id} defaultChecked={chosen.includes(one.id)} />
              <span>{one.title}<small>{about(one)}</small></span>
            </label>
          ))}
        </div>
      )}
    </fieldset>
  );
}
