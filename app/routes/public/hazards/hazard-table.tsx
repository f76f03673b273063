import type { PublicHazard } from '#app/domain/service/hazards/read.ts';
import type { Body } from '#app/domain/service/hazards/model.ts';
import { hazardsWords } from '#app/i18n/hazards.ts';
import { useWords } from '#app/i18n/pair.ts';
import { Status } from '#app/ui/light/status.tsx';
import { DataTable } from '#app/ui/light/table.tsx';

/** 公开的隐患: what, about where, its state, since when; before and after side by side. */
export function HazardTable({ rows }: { rows: readonly PublicHazard[] }) {
  const words = useWords(hazardsWords);
  return (
    <DataTable caption={words.list} rows={rows} keyOf={({ id }) => id} columns={[
      { head: words.columns.what, isName: true, cell: (row) => <>{words.kinds[row.kind]} · {row.text || words.noWords}<Pictures row={row} /></> },
      { head: words.columns.where, cell: (row) => <>{row.placeText ? `${row.placeText} · ` : ''}{row.place}</> },
      { head: words.columns.state, cell: (row) => <Status state={row.state === 'verified' ? 'done' : row.state === 'reported' ? 'next' : 'now'}>{words.states[row.state]}</Status> },
      { head: words.columns.days, right: true, cell: (row) => words.days(row.days) },
      { head: words.columns.body, cell: (row) => words.bodies[row.body as Body] ?? row.body },
    ]} />
  );
}

function Pictures({ row }: { row: PublicHazard }) {
  const words = useWords(hazardsWords);
  if (!row.before && !row.after) return null;
  const picture = (moment: 'before' | 'after', fileId: string) => (
    <img src={`/hazards/photos/${row.id}/${moment}/${fileId}?thumbnail`} alt={moment === 'before' ? words.photoBefore : words.photoAfter} width={112} height={84} loading="lazy" />
  );
  return <span className="row close" style={{ flexWrap: 'nowrap', marginTop: 'var(--s2)' }}>{row.before ? picture('before', row.before) : null}{row.after ? picture('after', row.after) : null}</span>;
}
