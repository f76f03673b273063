import type { EvaluationContent } from '#app/domain/pilot/evaluation/content.ts';
import { evaluationLines } from '#app/domain/pilot/evaluation/report-lines.ts';
import { evaluationWords } from '#app/i18n/evaluation.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { Facts, Pane } from '#app/ui/desk/page-head.tsx';

/** 要点、各流、矛盾、与上次相比. */
export function StreamsPane({ content, hash }: { content: EvaluationContent; hash: string | null }) {
  const words = useWords(evaluationWords);
  const lines = evaluationLines(content, useLocale());
  const facts = (all: [string, string][]) => all.map(([name, value]) => ({ name, value: <span style={{ whiteSpace: 'pre-line' }}>{value}</span> }));
  return (
    <>
      <Pane title={words.desk.facts}>
        <Facts items={[...facts(lines.about), ...(hash ? [{ name: words.hash, value: <code>{hash}</code> }] : [])]} />
      </Pane>
      {lines.streams.length > 0 && <Pane title={words.streamsTitle}><Facts items={facts(lines.streams)} /></Pane>}
      {lines.conflicts.length > 0 && <Pane title={words.conflictsTitle}><Facts items={facts(lines.conflicts)} /></Pane>}
      {lines.compared.length > 0 && <Pane title={words.compareTitle}><Facts items={facts(lines.compared)} /></Pane>}
    </>
  );
}
