import { checkFormula, quantityIn } from './formula.ts';
import type { Unit } from './model.ts';
import { type Node, readFormula } from './read-formula.ts';
import { isAlike, type Quantity, quantityOf } from './units.ts';

/** 公式的毛病: what is wrong, at which sign or between which quantities. */
export type FormulaFault =
  | { is: 'unreadable'; at: number; rest: string } | { is: 'unfinished' } | { is: 'too-long' } | { is: 'itself' }
  | { is: 'unknown'; codes: string[] } | { is: 'adds'; left: Quantity; right: Quantity } | { is: 'outcome'; got: Quantity; unit: Unit } | { is: 'scaled'; by: number; unit: Unit };

type Known = (code: string) => { unit: Unit; formula: string | null } | undefined;

/** 找公式的毛病 of an indicator, so that it can be said; nothing where it can be reckoned. */
export function findFormulaFault({ code, unit, formula }: { code: string; unit: Unit; formula: string }, known: Known): FormulaFault | undefined {
  const read = readFormula(formula);
  if ('problem' in read) {
    if (read.problem === 'formula-too-long') return { is: 'too-long' };
    return read.problem === 'formula-unfinished' ? { is: 'unfinished' } : { is: 'unreadable', at: read.at + 1, rest: formula.slice(read.at).trim().slice(0, 12) };
  }
  const unitOf = (each: string) => known(each)?.unit;
  const unknown = [...new Set(leavesOf(read.tree))].filter((each) => each !== code && !known(each));
  if (unknown.length > 0) return { is: 'unknown', codes: unknown };
  if (leavesOf(read.tree).includes(code)) return { is: 'itself' };
  const sum = firstUnlike(read.tree, unitOf);
  if (sum) return { is: 'adds', ...sum };
  const got = quantityIn(read.tree, unitOf);
  if (typeof got !== 'string' && !isAlike(got, quantityOf(unit))) return { is: 'outcome', got, unit };
  const by = 1 / quantityOf(unit).scale;
  if (by > 1 && factorsOf(read.tree).includes(by)) return { is: 'scaled', by, unit };
  return 'problem' in checkFormula({ code, unit, formula }, known) ? { is: 'itself' } : undefined;
}

function leavesOf(node: Node): string[] {
  if (node.is === 'indicator' || node.is === 'total') return [node.code];
  if (node.is === 'minus') return leavesOf(node.of);
  return node.is === 'figure' ? [] : [...leavesOf(node.left), ...leavesOf(node.right)];
}

/** The first sum of what is not alike, from the inside out. */
function firstUnlike(node: Node, unitOf: (code: string) => Unit | undefined): { left: Quantity; right: Quantity } | undefined {
  if (node.is === 'minus') return firstUnlike(node.of, unitOf);
  if (node.is !== 'sum' && node.is !== 'product') return undefined;
  const within = firstUnlike(node.left, unitOf) ?? firstUnlike(node.right, unitOf);
  if (within || node.is === 'product') return within;
  const [left, right] = [quantityIn(node.left, unitOf), quantityIn(node.right, unitOf)];
  return typeof left === 'string' || typeof right === 'string' || isAlike(left, right) ? undefined : { left, right };
}

/** What a product is multiplied by: a share times 100 would be a hundred times too much, since shares are turned into per cent by themselves. */
function factorsOf(node: Node): number[] {
  if (node.is === 'figure') return [node.value];
  return node.is === 'product' ? [...factorsOf(node.left), ...(node.power === 1 ? factorsOf(node.right) : [])] : [];
}
