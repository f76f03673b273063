import type { ReactNode } from 'react';
import { Tag } from './tag.tsx';

type Piece = { text: string; isMark: boolean };
export type HitShown = { key: string; kind: string; title: readonly Piece[]; snippet: readonly Piece[]; link: string; place: string };

/** 搜到的：类别、题目、摘要，词加标记 what was found: its kind, its title, the stretch that says the words. */
export function Hits({ hits, label }: { hits: readonly HitShown[]; label: string }) {
  return (
    <ol className="hits" aria-label={label}>
      {hits.map((hit) => (
        <li key={hit.key}>
          <h2>
            <a href={hit.link}>
              <Marked pieces={hit.title} />
            </a>
          </h2>
          <p>
            <Marked pieces={hit.snippet} />
          </p>
          <p className="small muted">
            <Tag kind="plain">{hit.kind}</Tag> {hit.place}
          </p>
        </li>
      ))}
    </ol>
  );
}

function Marked({ pieces }: { pieces: readonly Piece[] }): ReactNode {
  return pieces.map((piece, n) => (piece.isMark ? <mark key={n}>{piece.text}</mark> : piece.text));
}
