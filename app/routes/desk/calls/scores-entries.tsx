import { Link } from 'react-router';
import type { ShownRun } from '#app/domain/pilot/scoring/at-desk.ts';
import type { Difference } from '#app/domain/pilot/scoring/differences.ts';
import type { Score } from '#app/domain/pilot/scoring/model.ts';
import { useWords } from '#app/i18n/pair.ts';
import { scoringWords } from '#app/i18n/scoring.ts';
import { FigureTable } from '#app/ui/desk/figure-table.tsx';
import { Forest, rangeOf } from '#app/ui/desk/forest.tsx';
import { Pane } from '#app/ui/desk/page-head.tsx';
import { StatusTag } from '#app/ui/desk/status-tag.tsx';

const dash = '—';

function useNames(shown: ShownRun) {
  const of = (id: string) => shown.units[id] ?? { number: dash, unit: dash };
  return { of, label: (id: string) => `${of(id).unit} ${of(id).number}` };
}

/** 分数与区间: the picture, the table beside it, and the applications for which one more reviewer is proposed. */
export function ScoreTable({ callId, shown }: { callId: string; shown: ShownRun }) {
  const words = useWords(scoringWords);
  const { columns } = words;
  const { of, label } = useNames(shown);
  const { scores, lines, islands } = shown.results;
  const order = scores.toSorted((one, other) => one.island - other.island || (other.score ?? other.raw) - (one.score ?? one.raw));
  const figures = order.flatMap(({ raw, low, high }) => [raw, low ?? raw, high ?? raw]);
  const said = ({ application, raw, score, low, high }: Score) => `${label(application)} · ${columns.raw} ${raw}${score === null ? '' : ` · ${columns.score} ${score} (${words.interval(low!, high!)})`}`;
  const near = order.filter((score) => score.near !== null);
  const { band } = shown.run.settings;
  const keptOf = (application: string) => (shown.published[application]?.score ?? shown.published[application]?.raw)?.toFixed(1) ?? dash;
  return (
    <>
      <Pane title={words.scores} note={words.scoresLead}>
        <Forest
          label={words.chart.scores}
          rows={order.map((score) => ({ id: score.application, name: of(score.application).unit, value: score.score, low: score.low, high: score.high, ring: score.raw, said: said(score), isMarked: score.near !== null }))}
          lines={lines.map(({ kind, at }) => ({ at, name: words.lineAt[kind](at) }))}
          {...rangeOf([...figures, ...lines.map(({ at }) => at)], 0)}
        />
        <FigureTable
          label={words.scores}
          rows={order}
          keyOf={({ application }) => application}
          columns={[
            { name: 'unit', title: columns.unit, place: 'main', show: ({ application }) => <><b>{of(application).unit}</b><small>{of(application).number}</small></> },
            { name: 'rank', title: columns.rank, show: ({ rank }) => rank ?? dash },
            { name: 'score', title: columns.score, show: ({ score }) => (score === null ? dash : <b>{score.toFixed(1)}</b>) },
            { name: 'interval', title: columns.interval, show: ({ low, high }) => (low === null ? dash : <span className="num">{words.interval(low, high!)}</span>) },
            { name: 'raw', title: columns.raw, show: ({ raw }) => raw.toFixed(1) },
            { name: 'rawRank', title: columns.rawRank, show: ({ rawRank }) => rawRank },
            { name: 'reviews', title: columns.reviews, show: ({ reviews }) => reviews },
            ...(islands.length > 1 ? [{ name: 'island', title: columns.island, show: ({ island }: Score) => island + 1 }] : []),
            ...(Object.keys(shown.published).length > 0 ? [{ name: 'kept', title: columns.kept, show: ({ application }: Score) => keptOf(application) }] : []),
            { name: 'near', title: columns.near, show: (score) => (score.near ? <StatusTag tone="now">{words.near[score.near]}</StatusTag> : dash) },
          ]}
        />
      </Pane>
      <Pane title={words.borderline} actions={near.length > 0 && <Link to={`/desk/calls/${callId}/assigning`}>{words.addReviewer}</Link>}>
        <p className="note">{lines.length === 0 ? words.noLine : near.length === 0 ? words.borderlineNone(band) : words.borderlineLead(band)}</p>
        {near.length > 0 && (
          <ul className="score-runs">
            {near.map((score) => (
              <li key={score.application}>
                <Link to={`/desk/applications/${score.application}/review`}>{label(score.application)}</Link>
                <small>{words.near[score.near!]} · {columns.reviews} {score.reviews}</small>
              </li>
            ))}
          </ul>
        )}
      </Pane>
    </>
  );
}

/** 与以前的差别: what a newer reckoning would say of published scores, which stay; and what changed since the one before. */
export function Changes({ shown }: { shown: ShownRun }) {
  const words = useWords(scoringWords);
  const hasPublished = Object.keys(shown.published).length > 0;
  if (!hasPublished && shown.fromBefore === null) return null;
  return (
    <Pane title={words.changes}>
      {hasPublished && <Differences title={words.changesPublished} lines={shown.fromPublished} shown={shown} />}
      {shown.fromBefore !== null && <Differences title={words.changesBefore} lines={shown.fromBefore} shown={shown} />}
    </Pane>
  );
}

function Differences({ title, lines, shown }: { title: string; lines: readonly Difference[]; shown: ShownRun }) {
  const words = useWords(scoringWords);
  const { columns } = words;
  const { of } = useNames(shown);
  return (
    <>
      <h3>{title}</h3>
      {lines.length === 0 ? <p className="note">{words.changesNone}</p> : (
        <FigureTable
          label={title}
          rows={lines}
          keyOf={({ application }) => application}
          columns={[
            { name: 'unit', title: columns.unit, place: 'main', show: ({ application }) => <><b>{of(application).unit}</b><small>{of(application).number}</small></> },
            { name: 'kind', title: columns.change, place: 'state', show: ({ kind }) => words.kinds[kind] },
            { name: 'before', title: columns.before, show: ({ before }) => before?.toFixed(1) ?? dash },
            { name: 'after', title: columns.after, show: ({ after }) => after?.toFixed(1) ?? dash },
            { name: 'reviews', title: columns.reviews, show: ({ reviews }) => reviews },
          ]}
        />
      )}
    </>
  );
}
