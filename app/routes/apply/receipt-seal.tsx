import type { Anchored } from '#app/domain/base/records/proof.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { rootsWords } from '#app/i18n/roots.ts';
import { longDay } from '#app/platform/dates.ts';
import { Hash } from '#app/routes/public/records/hash.tsx';
import { Facts } from '#app/ui/light/section.tsx';

/** 回执的封存情况: on which day, under which root, and the proof to take away. */
export function ReceiptSeal({ code, anchored }: { code: string; anchored: Anchored }) {
  const { receipt: words } = useWords(rootsWords);
  const locale = useLocale();
  return (
    <section className="card">
      <h2>{words.title}</h2>
      <p>{anchored.state === 'unsealed' ? words.unsealed : words[anchored.state](longDay(anchored.sealedOn, locale))}</p>
      {anchored.state === 'rooted' ? (
        <Facts
          facts={[
            { term: words.day, text: <a href={`/records/roots/${anchored.sealedOn}`}>{anchored.sealedOn}</a> },
            { term: words.root, text: <Hash value={anchored.proof.root.root} /> },
            { term: words.proof, text: <a href={`/receipts/${code}/proof.json`}>{words.download}</a> },
          ]}
        />
      ) : null}
      <p className="small"><a href="/records/roots">{words.how}</a></p>
    </section>
  );
}
