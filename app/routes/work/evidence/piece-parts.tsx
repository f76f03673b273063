import type { getEvidence } from '#app/domain/base/evidence/read.ts';
import type { FactKey } from '#app/domain/base/evidence/facts.ts';
import { sizeWords } from '#app/domain/base/files/model.ts';
import { evidenceWords } from '#app/i18n/evidence.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { shortTime } from '#app/platform/dates.ts';
import { Button } from '#app/ui/light/button.tsx';
import { Empty } from '#app/ui/light/empty.tsx';
import { Facts } from '#app/ui/light/section.tsx';
import { DataTable } from '#app/ui/light/table.tsx';
import { TextField } from '#app/ui/light/text-field.tsx';
import { daysOf } from './days.ts';

type Piece = Awaited<ReturnType<typeof getEvidence>>;

/** 基本情况 of a piece. */
export function AboutPiece({ piece }: { piece: Piece }) {
  const all = useWords(evidenceWords);
  const { piece: words } = all;
  const locale = useLocale();
  const value = [piece.number === null ? '' : `${piece.number.toLocaleString('en')} ${piece.unit}`, piece.text].filter(Boolean).join('\n');
  const facts = [
    ...(value ? [{ term: words.value, text: <span className="asTyped">{value}</span> }] : []),
    ...(piece.factKey && !piece.isHidden ? [{ term: words.settles, text: all.facts[piece.factKey as FactKey] }] : []),
    { term: words.valid, text: daysOf(all, locale, piece) },
    ...(piece.source ? [{ term: words.source, text: piece.source }] : []),
    ...(piece.place ? [{ term: words.place, text: piece.place }] : []),
    { term: words.ageBand, text: all.ageBands[piece.ageBand] },
    { term: words.confidentiality, text: `${all.confidentialities[piece.confidentiality]}${locale === 'en' ? ' — ' : '：'}${all.confidentialityHints[piece.confidentiality]}` },
    { term: words.belongs, text: piece.regionName },
    { term: words.by, text: words.byWhen(piece.addedByName, shortTime(piece.addedAt, locale)) },
    { term: words.hash, text: <><code className="long">{piece.hash}</code><small className="muted">{words.hashHint}</small></> },
  ];
  return <section><h2>{words.about}</h2><Facts facts={facts} /></section>;
}

/** 文件: pictures small, papers by name; a sealed one from above only with a reason. */
export function PieceFiles({ piece, at }: { piece: Piece; at: string }) {
  const all = useWords(evidenceWords);
  const { piece: words } = all;
  return (
    <section>
      <h2>{words.files}</h2>
      {piece.files.length === 0 ? <Empty drawing={piece.isHidden ? 'eye' : 'paper'} text={piece.isHidden ? words.sealed : words.noFiles} /> : null}
      <ul className="piecefiles">
        {piece.files.map((file) => (
          <li key={file.id} className="card">
            {file.hasThumbnail && piece.confidentiality !== 'sealed' ? (
              <a href={`${at}/files/${file.id}`} target="_blank" rel="noreferrer"><img src={`${at}/files/${file.id}?thumbnail`} alt={file.name} loading="lazy" /></a>
            ) : null}
            <p><b>{file.name}</b></p>
            <p className="small muted">{sizeWords(file.size)} · <code>{file.sha256.slice(0, 12)}…</code></p>
            <p className="row close">
              <a href={`${at}/files/${file.id}`} target="_blank" rel="noreferrer">{words.open}</a>
              <a href={`${at}/files/${file.id}?download`} download>{words.download}</a>
            </p>
          </li>
        ))}
      </ul>
      {piece.sealedFiles.map((file, index) => (
        <form key={file} method="post" action={`${at}/files/${file}`} target="_blank" className="card">
          <TextField id={`reason-${index}`} name="reason" label={words.openReason} words={all.form} required input={{ minLength: 4, maxLength: 500, required: true }} />
          <p className="row"><Button kind="quiet">{words.openSealed}</Button></p>
        </form>
      ))}
    </section>
  );
}

/** 被谁引用: each with its rule, place, person and whether the piece is still what was cited. */
export function Citations({ piece }: { piece: Piece }) {
  const all = useWords(evidenceWords);
  const { piece: words } = all;
  const locale = useLocale();
  if (piece.citations.length === 0) return <Empty drawing="hop" text={words.notCited} />;
  return (
    <DataTable caption={words.citations} rows={piece.citations} keyOf={(row) => `${row.by} ${row.subjectId} ${row.ruleId}`} columns={[
      { head: words.where, isName: true, cell: (row) => all.citers[row.by] },
      { head: words.ruleOf, cell: (row) => (row.ruleId ? <a href={`/standard/${row.ruleId}`}>{row.ruleId}</a> : '—') },
      { head: words.region, cell: (row) => row.regionName ?? row.regionCode },
      { head: words.who, cell: (row) => row.citedByName },
      { head: words.when, cell: (row) => shortTime(row.citedAt, locale) },
      { head: all.columns.hash, cell: (row) => (row.hash === piece.hash ? words.same : words.changed) },
    ]} />
  );
}

/** 更正记录: every version that was replaced, with what it said. */
export function Revisions({ piece }: { piece: Piece }) {
  const all = useWords(evidenceWords);
  const { piece: words } = all;
  const locale = useLocale();
  return (
    <ol className="plainlist">
      {piece.revisions.map((old) => (
        <li key={old.revision} className="card">
          <p><b>{words.version(old.revision)}</b> <span className="small muted">{words.replaced(shortTime(old.replacedAt, locale), old.replacedByName)}</span></p>
          <Facts facts={[
            { term: words.reason, text: old.reason },
            { term: words.before, text: <span className="asTyped">{[old.content.title, old.content.number === null ? '' : `${old.content.number} ${old.content.unit}`, old.content.text].filter(Boolean).join('\n')}</span> },
            { term: words.valid, text: daysOf(all, locale, old.content) },
            { term: words.hash, text: <code className="long">{old.hash}</code> },
          ]} />
        </li>
      ))}
    </ol>
  );
}
