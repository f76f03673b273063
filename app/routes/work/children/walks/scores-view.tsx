import type { Scores } from '#app/domain/service/walks/score.ts';
import { bandOf } from '#app/domain/service/walks/score.ts';
import type { WalkRead } from '#app/domain/service/walks/read.ts';
import { useWords } from '#app/i18n/pair.ts';
import { walksWords } from '#app/i18n/walks.ts';
import { Section } from '#app/ui/light/section.tsx';
import { DataTable } from '#app/ui/light/table.tsx';
import { useNames } from './names.ts';

/** 一个分: a bar, the figure and its band; or that there is too little to say. */
export function ScoreCell({ score, label }: { score: number | null; label: string }) {
  const words = useWords(walksWords);
  if (score === null) return <span className="muted">{words.tooFew}</span>;
  const whole = Math.round(score);
  return (
    <span className="scorecell">
      <progress className="bar" max={100} value={whole} aria-label={label} />
      <span>{words.points(whole)} · {words.bands[bandOf(score)]}</span>
    </span>
  );
}

/** 看到了什么: a score for each norm and rule, and for each point how many said what; by age only where enough came. */
export function ScoresView({ walk: { scores, taps, layers, waiting, late, walk } }: { walk: WalkRead }) {
  const words = useWords(walksWords);
  const { one, plan } = words;
  const { ofPoint } = useNames({});
  if (taps === 0) return <Section title={one.saw} tight><p className="note">{one.nothing}</p></Section>;
  return (
    <Section title={one.saw} lead={one.sawText(taps)} id="saw" tight>
      <NormTable scores={scores} caption={one.score} />
      {waiting > 0 ? <p className="note">{one.waiting(waiting)}</p> : null}
      {late > 0 ? <p className="note">{one.late(late)}</p> : null}
      <details className="card">
        <summary><h3>{one.rule} · {one.points}</h3></summary>
        <DataTable caption={one.rule} rows={scores.rules} keyOf={({ id }) => id} columns={[
          { head: one.rule, isName: true, cell: ({ id }) => <a href={`/standard/${id}`}>{id}</a> },
          { head: one.mean, cell: ({ id, score }) => <ScoreCell score={score} label={id} /> },
          { head: one.counted, right: true, cell: ({ counted }) => String(counted) },
        ]} />
        <h3>{one.points}</h3>
        <DataTable caption={one.points} rows={scores.points} keyOf={({ point }) => point.id} columns={[
          { head: one.what, isName: true, cell: ({ point }) => `${point.ruleId} ${ofPoint(point.id)}` },
          { head: one.mean, cell: ({ point, score }) => <ScoreCell score={score} label={ofPoint(point.id)} /> },
          { head: one.good, right: true, cell: ({ tally }) => String(tally.good) },
          { head: one.middling, right: true, cell: ({ tally }) => String(tally.middling) },
          { head: one.bad, right: true, cell: ({ tally }) => String(tally.bad) },
          { head: one.other, right: true, cell: ({ tally }) => String(tally['does-not-apply'] + tally['cannot-see']) },
        ]} />
      </details>
      {layers.length > 0 ? (
        <details className="card">
          <summary><h3>{one.layers}</h3></summary>
          <p className="small">{one.layersText}</p>
          {layers.map(({ layer, scores: own }) => <div key={layer}><h3>{plan.ages[layer]}</h3><NormTable scores={own} caption={plan.ages[layer]} /></div>)}
        </details>
      ) : <p className="small muted">{walk.state === 'closed' ? one.noLayers : null}</p>}
    </Section>
  );
}

function NormTable({ scores, caption }: { scores: Scores; caption: string }) {
  const words = useWords(walksWords);
  const { one } = words;
  return (
    <DataTable caption={caption} rows={[...scores.norms.map((norm) => ({ ...norm, name: `${norm.id} ${words.norms[norm.id]}` })), { id: 'all', name: one.score, score: scores.score, counted: scores.counted }]} keyOf={({ id }) => id} columns={[
      { head: one.norm, isName: true, cell: ({ name }) => name },
      { head: one.mean, cell: ({ name, score }) => <ScoreCell score={score} label={name} /> },
      { head: one.counted, right: true, cell: ({ counted }) => String(counted) },
    ]} />
  );
}
