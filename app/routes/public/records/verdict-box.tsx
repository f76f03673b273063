import type { Verdict } from '#app/domain/base/records/find-anchor.ts';
import { useWords } from '#app/i18n/pair.ts';
import { verifyWords } from '#app/i18n/verify.ts';
import { Callout } from '#app/ui/light/section.tsx';
import { DataTable } from '#app/ui/light/table.tsx';
import { Hash } from './hash.tsx';

/** 核验结果: one sentence, the fingerprint, and the lines that were found. */
export function VerdictBox({ verdict: { hash, found, proof } }: { verdict: Verdict }) {
  const words = useWords(verifyWords);
  const isGood = proof ? proof.isGood && proof.isPublished : found.length > 0;
  const said = proof
    ? proof.isGood ? (proof.isPublished ? words.proofYes : words.proofUnpublished)(proof.day) : words.proofNo
    : isGood ? words.yes : words.no;
  return (
    <div style={{ marginBottom: 32 }}>
      <Callout kind={isGood ? 'ok' : 'bad'}>
        <p>
          <strong>{said}</strong>
        </p>
        {isGood || proof ? null : <p>{words.noWhy}</p>}
        <p className="small">
          {words.hash} <Hash value={hash} />
        </p>
      </Callout>
      {found.length > 0 ? (
        <DataTable
          caption={words.found}
          rows={found}
          keyOf={(row) => `${row.event} ${row.day} ${row.hash}`}
          columns={[
            { head: words.columns.what, isName: true, cell: (row) => words.events[row.event] },
            { head: words.columns.day, cell: (row) => row.day },
            { head: words.columns.seal, cell: ({ anchored }) => words.seals[anchored.state] },
            {
              head: words.columns.root,
              cell: ({ anchored }) => (anchored.state === 'rooted' ? <a href={`/records/roots/${anchored.sealedOn}`}><Hash value={anchored.proof.root.root} /></a> : '—'),
            },
          ]}
        />
      ) : null}
    </div>
  );
}
