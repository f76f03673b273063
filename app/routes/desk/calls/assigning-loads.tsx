import { Link } from 'react-router';
import { assigningWords } from '#app/i18n/assigning.ts';
import { useWords } from '#app/i18n/pair.ts';
import { Pane } from '#app/ui/desk/page-head.tsx';

const shown = 60;

/** 每位专家的份数: a bar each, with the limit marked; the fullest first. */
export function Loads({ loads, planId }: { loads: { id: string; name: string; load: number; most: number }[]; planId: string }) {
  const words = useWords(assigningWords);
  if (loads.length === 0) return null;
  const figures = loads.map(({ load }) => load);
  const widest = Math.max(...loads.map(({ load, most }) => Math.max(load, most)));
  const mean = figures.reduce((sum, load) => sum + load, 0) / figures.length;
  return (
    <Pane title={words.loads} note={words.loadsLead(Math.min(...figures), Math.max(...figures), mean.toFixed(1))}>
      <ul className="load-bars">
        {loads.slice(0, shown).map(({ id, name, load, most }) => (
          <li key={id}>
            <Link to={`?plan=${planId}&expert=${encodeURIComponent(id)}`} aria-label={words.loadOf(name, load, most)} title={words.onlyOf(name)}>{name}</Link>
            <span className="bar" aria-hidden="true"><i className="limit" style={{ width: `${(100 * most) / widest}%` }} /><i style={{ width: `${(100 * load) / widest}%` }} /></span>
            <span aria-hidden="true">{load}/{most}</span>
          </li>
        ))}
      </ul>
      {loads.length > shown && <p className="note">{words.loadsCut(shown, loads.length)}</p>}
    </Pane>
  );
}
