import type { Threshold } from '#app/domain/base/standard/model.ts';
import { thresholdFacts } from './threshold-facts.ts';

/** 按数据的建议: what the figures that are known say of a rule with a threshold; people decide. */
export type Proposal = { ruleId: string; isReached: boolean; figure: number; unit: string; least: number; op: '>=' | '<='; from: 'community' | 'evidence' | 'system'; source: string };

type Rule = { id: string; threshold: Threshold | null };
/** A figure that a piece of evidence cited for a rule carries. */
export type CitedFigure = { ruleId: string; title: string; number: number; unit: string };
type Known = { facts: Readonly<Record<string, unknown>>; cited: readonly CitedFigure[]; counted: Readonly<Record<string, number>> };

/** What a threshold asks for, if it is a figure at all: words such as “immediately” are nobody's to reckon. */
function boundOf({ id, threshold }: Rule): { op: '>=' | '<='; least: number } | undefined {
  if (!threshold) return undefined;
  const least = thresholdFacts[id]?.least ?? threshold.value;
  if (typeof least !== 'number') return undefined;
  return { op: threshold.op === '<=' ? '<=' : '>=', least };
}

/** 建议 for each rule with a threshold and a known figure: evidence cited for the rule first, then what the system counted, then the facts of the community. */
export function proposalsFor(rules: readonly Rule[], { facts, cited, counted }: Known): Proposal[] {
  return rules.flatMap((rule): Proposal[] => {
    const bound = boundOf(rule);
    const known = bound && figureFor(rule.id, { facts, cited, counted });
    if (!bound || !known) return [];
    const isReached = bound.op === '<=' ? known.figure <= bound.least : known.figure >= bound.least;
    return [{ ruleId: rule.id, isReached, ...bound, ...known }];
  });
}

function figureFor(ruleId: string, { facts, cited, counted }: Known): Pick<Proposal, 'figure' | 'unit' | 'from' | 'source'> | undefined {
  const piece = cited.findLast((one) => one.ruleId === ruleId);
  if (piece) return { figure: piece.number, unit: piece.unit, from: 'evidence', source: piece.title };
  const count = counted[ruleId];
  if (count !== undefined) return { figure: count, unit: '', from: 'system', source: '' };
  const fact = thresholdFacts[ruleId]?.fact;
  const figure = fact === undefined || facts[fact] === '' ? Number.NaN : Number(facts[fact] ?? Number.NaN);
  return Number.isFinite(figure) ? { figure, unit: '', from: 'community', source: fact! } : undefined;
}
