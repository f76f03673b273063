import { type Level, type Levels, scoreOf } from '#app/domain/base/rule-results/model.ts';
import { compareEditions } from '#app/domain/base/standard/compare.ts';
import { type Edition, rulesOf } from '#app/domain/base/standard/model.ts';

/** 影响: stands as before, must be looked at again, or falls short of a must-rule it did not fall short of before. */
export const verdicts = ['short', 'look-again', 'unaffected'] as const;
export type Verdict = (typeof verdicts)[number];

/** What another edition makes of levels that were concluded under an earlier one. */
export type Effect = {
  verdict: Verdict;
  before: number | null;
  after: number | null;
  /** Must-rules of the new edition that the known levels miss, and that were no missed must-rules before. */
  short: string[];
  /** Rules that are new, or say or ask something else now: nobody has looked at them. */
  again: string[];
  /** Rules that count no more. */
  gone: string[];
};

type Rules = Pick<Edition, 'sections'>;
const holds = (level: Level | undefined) => level === 'met' || level === 'not-applicable';

/** 换版预览 of one community: levels are carried over where a rule says and asks the same; nothing is guessed. */
export function effectOf(levels: Levels, from: Rules, to: Rules): Effect {
  const { added, removed, changed } = compareEditions(from, to);
  const isOther = new Set(changed.filter(({ aspects }) => aspects.includes('words') || aspects.includes('threshold')).map(({ after }) => after.id));
  const again = [...added.map(({ id }) => id), ...isOther];
  const wasMust = new Set(rulesOf(from).filter(({ kind }) => kind === 'must').map(({ id }) => id));
  const rules = rulesOf(to);
  const carried = Object.fromEntries(rules.filter(({ id }) => levels[id] && !again.includes(id)).map(({ id }) => [id, levels[id]!]));
  const short = rules
    .filter(({ id, kind }) => kind === 'must' && carried[id] && !holds(carried[id]) && !wasMust.has(id))
    .map(({ id }) => id);
  const verdict: Verdict = short.length > 0 ? 'short' : again.length > 0 ? 'look-again' : 'unaffected';
  return { verdict, before: scoreOf(levels), after: scoreOf(carried), short, again, gone: removed.map(({ id }) => id) };
}
