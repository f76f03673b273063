import { bandOf } from '#app/domain/service/walks/score.ts';
import type { PublicWalk } from '#app/domain/service/walks/told.ts';
import { useWords } from '#app/i18n/pair.ts';
import { walksWords } from '#app/i18n/walks.ts';
import { DataTable } from '#app/ui/light/table.tsx';

/** 五条规范的分; how many tapped is not told. */
export function NormScores({ norms, score }: { norms: PublicWalk['norms']; score: number | null }) {
  const words = useWords(walksWords);
  const { one } = words;
  const nameOf = (id: string) => (id === 'all' ? one.score : `${id} ${words.norms[id as keyof typeof words.norms]}`);
  return (
    <DataTable caption={one.norm} rows={[...norms, { id: 'all', score }]} keyOf={({ id }) => id} columns={[
      { head: one.norm, isName: true, cell: ({ id }) => nameOf(id) },
      { head: one.mean, cell: ({ id, score: own }) => own === null ? <span className="muted">{words.tooFew}</span> : <span className="scorecell"><progress className="bar" max={100} value={own} aria-label={nameOf(id)} /><span>{words.points(own)} · {words.bands[bandOf(own)]}</span></span> },
    ]} />
  );
}
