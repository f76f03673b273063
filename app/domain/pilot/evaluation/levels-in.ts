import type { Level } from '#app/domain/base/rule-results/model.ts';
import type { EvaluationContent } from './content.ts';

/** The levels that a content holds, by item. */
export function levelsIn(content: EvaluationContent | null | undefined): Record<string, Level> {
  return Object.fromEntries((content?.items ?? []).flatMap(({ id, level }) => (level ? [[id, level] as const] : [])));
}
