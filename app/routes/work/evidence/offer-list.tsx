import type { Offer } from '#app/domain/base/evidence/offers.ts';
import { evidenceWords } from '#app/i18n/evidence.ts';
import { useWords } from '#app/i18n/pair.ts';

/** 已有的佐证: a list of links, for pages without a script. */
export function OfferList({ code, offers }: { code: string; offers: readonly Offer[] }) {
  const words = useWords(evidenceWords);
  const about = (one: Offer) => [words.kinds[one.kind], one.summary, one.fileCount > 0 ? words.reuse.filesOf(one.fileCount) : '', one.timesCited > 0 ? words.reuse.times(one.timesCited) : ''].filter(Boolean).join(' · ');
  return (
    <ul className="offers">
      {offers.map((one) => <li key={one.id}><a href={`/work/${code}/evidence/${one.id}`}>{one.title}</a><small>{about(one)}</small></li>)}
    </ul>
  );
}
