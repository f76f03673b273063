import type { Unit } from './model.ts';
import { type FormulaProblem, type Node, readFormula } from './read-formula.ts';
import { bare, isAlike, type Quantity, quantityOf, times } from './units.ts';

/** The indicators a formula stands on. */
export function codesIn(node: Node): string[] {
  if (node.is === 'indicator' || node.is === 'total') return [node.code];
  if (node.is === 'sum' || node.is === 'product') return [...new Set([...codesIn(node.left), ...codesIn(node.right)])];
  return node.is === 'minus' ? codesIn(node.of) : [];
}

/** 公式用到的编号, each once; none where there is no formula or it cannot be read. */
export function codesOfFormula(formula: string | null): string[] {
  const read = formula === null ? undefined : readFormula(formula);
  return read && 'tree' in read ? codesIn(read.tree) : [];
}

/** 核单位: what a tree counts; nothing where it adds what is not alike or names what nobody knows. */
export function quantityIn(node: Node, unitOf: (code: string) => Unit | undefined): Quantity | 'formula-unit' | 'formula-unknown' {
  if (node.is === 'figure') return bare;
  if (node.is === 'minus') return quantityIn(node.of, unitOf);
  if (node.is === 'indicator' || node.is === 'total') {
    const unit = unitOf(node.code);
    return unit ? quantityOf(unit) : 'formula-unknown';
  }
  const [left, right] = [quantityIn(node.left, unitOf), quantityIn(node.right, unitOf)];
  if (typeof left === 'string') return left;
  if (typeof right === 'string') return right;
  if (node.is === 'product') return times(left, right, node.power);
  return isAlike(left, right) ? { counts: left.counts, scale: 1 } : 'formula-unit';
}

/** 算: the value in the indicator's own unit; null where anything it stands on is missing or a divisor is nought. */
export function reckon(node: Node, unit: Unit, said: (code: string) => number | null, total: (code: string) => number | null, unitOf: (code: string) => Unit): number | null {
  const inBase = (code: string, value: number | null) => (value === null ? null : value * quantityOf(unitOf(code)).scale);
  const valueOf = (each: Node): number | null => {
    if (each.is === 'figure') return each.value;
    if (each.is === 'indicator') return inBase(each.code, said(each.code));
    if (each.is === 'total') return inBase(each.code, total(each.code));
    if (each.is === 'minus') {
      const of = valueOf(each.of);
      return of === null ? null : -of;
    }
    const [left, right] = [valueOf(each.left), valueOf(each.right)];
    if (left === null || right === null) return null;
    if (each.is === 'sum') return left + each.sign * right;
    if (each.power === 1) return left * right;
    return right === 0 ? null : left / right;
  };
  const value = valueOf(node);
  return value === null ? null : tidy(value / quantityOf(unit).scale);
}

/** Without the dust of binary fractions. */
const tidy = (value: number) => Number(value.toPrecision(12));

/** 核公式 of an indicator: its tree, or what is wrong with it; it may not stand on itself, by however many steps. */
export function checkFormula(
  { code, unit, formula }: { code: string; unit: Unit; formula: string }, known: (code: string) => { unit: Unit; formula: string | null } | undefined,
): { tree: Node } | FormulaProblem {
  const read = readFormula(formula);
  if ('problem' in read) return read;
  const quantity = quantityIn(read.tree, (each) => known(each)?.unit);
  if (typeof quantity === 'string') return { at: 0, problem: quantity };
  if (!isAlike(quantity, quantityOf(unit))) return { at: 0, problem: 'formula-unit' };
  const seen = new Set<string>();
  const waiting = codesIn(read.tree);
  while (waiting.length > 0) {
    const each = waiting.pop()!;
    if (each === code) return { at: 0, problem: 'formula-itself' };
    if (seen.has(each)) continue;
    seen.add(each);
    const further = known(each)?.formula;
    const below = further ? readFormula(further) : undefined;
    if (below && 'tree' in below) waiting.push(...codesIn(below.tree));
  }
  return read;
}
