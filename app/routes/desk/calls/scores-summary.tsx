import { Link } from 'react-router';
import type { ShownRun } from '#app/domain/pilot/scoring/at-desk.ts';
import type { RunState } from '#app/domain/pilot/scoring/model.ts';
import { readAlpha, readReliability } from '#app/domain/pilot/scoring/readings.ts';
import { useWords } from '#app/i18n/pair.ts';
import { scoringWords } from '#app/i18n/scoring.ts';
import { Facts, Pane } from '#app/ui/desk/page-head.tsx';
import { StatusTag, type Tone } from '#app/ui/desk/status-tag.tsx';

/** 概况: what state the scores are in and why, how large the sample was, how far the reviewers agree. */
export function Summary({ shown }: { shown: ShownRun }) {
  const words = useWords(scoringWords);
  const { results, run } = shown;
  const { islands, agreement } = results;
  const { measures, facts } = words;
  const only = islands.length === 1 ? islands[0]! : null;
  const read = (value: number | null) => (value === null ? words.noMeasure : words.statement.reading(value, words.reliability[readReliability(value)]));
  return (
    <Pane title={`${words.summary} · ${words.runOf(run.number)}`}>
      <p className="prose">{results.state === 'raw' && !only ? words.state.rawIslands : words.state[results.state]}{only?.raw && words.raw[only.raw]}</p>
      {islands.length > 1 && (
        <ul className="islands">
          {islands.map((island, i) => (
            <li key={i}>{words.islandOf(i + 1, island.applications, island.reviewers)}{island.raw && <small>{words.state.raw}{words.raw[island.raw]}</small>}</li>
          ))}
        </ul>
      )}
      <Facts
        items={[
          { name: facts.applications, value: results.scores.length },
          { name: facts.reviewers, value: results.reviewers.length },
          { name: facts.reviews, value: results.scores.reduce((sum, { reviews }) => sum + reviews, 0) },
          { name: facts.sample, value: words.sample(run.settings.minimum.applications, run.settings.minimum.reviewers) },
          ...(only?.components ? [{ name: facts.leniency, value: words.points(only.components.reviewers) }, { name: facts.rest, value: words.points(only.components.rest) }] : []),
          { name: measures.single, value: read(agreement.single) },
          { name: measures.average, value: read(agreement.average) },
          { name: measures.calibrated, value: read(agreement.calibrated) },
          { name: measures.alpha, value: agreement.alpha === null ? words.noMeasure : words.statement.reading(agreement.alpha, words.alpha[readAlpha(agreement.alpha)]) },
          { name: facts.hash, value: <code>{run.hash.slice(0, 16)}</code> },
          { name: facts.method, value: run.method },
        ]}
      />
      <p className="note">{words.readingNote}</p>
    </Pane>
  );
}

type Line = { id: string; number: number; state: RunState; askedByName: string; askedAt: string; publishedAt: string | null; publishedByName: string };
const tones: Record<RunState, Tone> = { waiting: 'now', ready: 'info', refused: 'bad' };

/** 历次计分, newest first, and the two rounds. */
export function Runs({ round, runs, shown }: { round: number; runs: readonly Line[]; shown: ShownRun | null }) {
  const words = useWords(scoringWords);
  return (
    <Pane title={words.runs} actions={words.rounds.map((name, i) => <Link key={name} to={`?round=${i + 1}`} aria-current={round === i + 1 ? 'page' : undefined}>{name}</Link>)}>
      <ul className="score-runs">
        {runs.map((run) => (
          <li key={run.id}>
            {run.state === 'ready' ? <Link to={`?round=${round}&run=${run.id}`} aria-current={shown?.run.id === run.id ? 'page' : undefined}>{words.runOf(run.number)}</Link> : words.runOf(run.number)}
            {' '}
            <StatusTag tone={run.publishedAt ? 'good' : tones[run.state]}>{run.publishedAt ? words.isPublished : words.states[run.state]}</StatusTag>
            <small>{words.askedBy(run.askedByName, run.askedAt)}</small>
            {run.publishedAt && <small>{words.published(run.publishedByName, run.publishedAt)}</small>}
          </li>
        ))}
      </ul>
    </Pane>
  );
}
