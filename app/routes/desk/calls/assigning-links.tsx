import { assigningWords } from '#app/i18n/assigning.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { Pane } from '#app/ui/desk/page-head.tsx';

const drawn = 36;
const [size, radius] = [420, 160];

type Link = { ends: [number, number]; times: number };

/** A name as it fits beside a point: without what stands in brackets. */
const shortOf = (name: string) => name.replace(/[（(].*$/, '').slice(0, 8);

/** 专家的关联: experts on a circle, a line between two who share applications; the same as a list below. */
export function ExpertLinks({ experts, links, groups }: { experts: { id: string; name: string }[]; links: Link[]; groups: number }) {
  const words = useWords(assigningWords);
  const en = useLocale() === 'en';
  if (experts.length < 2) return null;
  const some = experts.slice(0, drawn);
  const lines = links.filter(({ ends }) => ends.every((end) => end < some.length));
  const thickest = Math.max(1, ...lines.map(({ times }) => times));
  const at = (i: number, r = radius) => {
    const turn = (2 * Math.PI * i) / some.length - Math.PI / 2;
    return [size / 2 + r * Math.cos(turn), size / 2 + r * Math.sin(turn)] as const;
  };
  const othersOf = (i: number) => lines.flatMap(({ ends: [x, y], times }) => (x === i ? [`${some[y]!.name} ${times}`] : y === i ? [`${some[x]!.name} ${times}`] : []));
  return (
    <Pane title={words.links} note={words.groupsOf(groups)}>
      <svg className="expert-links" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={words.linksLabel(some.length, lines.length, groups)}>
        {lines.map(({ ends: [x, y], times }) => {
          const [[x1, y1], [x2, y2]] = [at(x), at(y)];
          return <line key={`${x}-${y}`} x1={x1} y1={y1} x2={x2} y2={y2} strokeWidth={0.8 + (4 * times) / thickest} />;
        })}
        {some.map(({ id, name }, i) => {
          const [[x, y], [tx, ty]] = [at(i), at(i, radius + 14)];
          const isRight = tx > size / 2 + 1;
          return (
            <g key={id}>
              <circle cx={x} cy={y} r={5} />
              <text x={tx} y={ty + 4} textAnchor={Math.abs(tx - size / 2) < 2 ? 'middle' : isRight ? 'start' : 'end'}>{shortOf(name)}</text>
            </g>
          );
        })}
      </svg>
      <p className="note">{words.linksLead}{experts.length > drawn && words.linksCut(drawn)}</p>
      <details>
        <summary>{words.linkedWith}</summary>
        <ul className="plain">{some.map(({ id, name }, i) => <li key={id}><b>{name}</b>{en ? ': ' : '：'}{othersOf(i).join(en ? ', ' : '、') || '—'}</li>)}</ul>
      </details>
    </Pane>
  );
}
