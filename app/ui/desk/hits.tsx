import type { KeyboardEvent, ReactNode } from 'react';
import { Link } from 'react-router';
import { isDesk } from '#app/ui/is-desk.ts';
import type { HitShown } from '#app/ui/light/hits.tsx';

/** 搜到的, at the desk: the arrows go from one to the next. */
export function DeskHits({ hits, label }: { hits: readonly HitShown[]; label: string }) {
  return (
    <ol className="hits" aria-label={label}>
      {hits.map((hit) => (
        <li key={hit.key}>
          <h2>
            <Leading to={hit.link}>
              <Marked pieces={hit.title} />
            </Leading>
          </h2>
          <p>
            <Marked pieces={hit.snippet} />
          </p>
          <p className="where">
            {hit.kind}
            {hit.place && ` · ${hit.place}`}
          </p>
        </li>
      ))}
    </ol>
  );
}

/** Pages outside the desk are other documents. */
function Leading({ to, children }: { to: string; children: ReactNode }) {
  return isDesk(to) ? (
    <Link to={to} onKeyDown={walk}>
      {children}
    </Link>
  ) : (
    <a href={to} onKeyDown={walk}>
      {children}
    </a>
  );
}

function Marked({ pieces }: { pieces: HitShown['title'] }): ReactNode {
  return pieces.map((piece, n) => (piece.isMark ? <mark key={n}>{piece.text}</mark> : piece.text));
}

function walk(event: KeyboardEvent<HTMLAnchorElement>) {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
  const links = [...(event.currentTarget.closest('.hits')?.querySelectorAll('a') ?? [])];
  const at = links.indexOf(event.currentTarget);
  event.preventDefault();
  links[Math.min(Math.max(at + (event.key === 'ArrowDown' ? 1 : -1), 0), links.length - 1)]?.focus();
}
