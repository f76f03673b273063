import type { Definition } from './model.ts';
import { readNumber } from './read-number.ts';
import { isWholeUnit, quantityOf } from './units.ts';

export type Given = { value: string; numerator: string; denominator: string };
export type Figures = { value: number; numerator: number | null; denominator: number | null };

/** What is divided and what it is divided by are counted, whatever the share is called. */
const partUnit = 'count' as const;

/** 核值: what was typed as figures that may stand, or the code of what is wrong. */
export function checkValue(definition: Pick<Definition, 'unit' | 'kind' | 'least' | 'most'>, given: Given): Figures | string {
  const read = { value: readNumber(given.value, definition.unit), numerator: readNumber(given.numerator, partUnit), denominator: readNumber(given.denominator, partUnit) };
  for (const each of Object.values(read)) if ('problem' in each) return each.problem;
  const [said, numerator, denominator] = [valueIn(read.value), valueIn(read.numerator), valueIn(read.denominator)];
  if ((numerator === null) !== (denominator === null)) return 'value-one-part';
  if (denominator === 0) return 'value-of-nothing';
  const reckoned = numerator !== null && denominator !== null ? numerator / denominator / quantityOf(definition.unit).scale : null;
  if (reckoned !== null && isCapped(definition) && numerator! > denominator!) return 'value-more-than-whole';
  if (said !== null && reckoned !== null && Math.abs(said - reckoned) > 0.1 + Math.abs(reckoned) * 0.001) return 'value-not-its-parts';
  const value = reckoned === null ? said : Number(reckoned.toPrecision(8));
  if (value === null) return 'value-missing';
  if (isWholeUnit(definition.unit) && !Number.isInteger(value)) return 'number-not-whole';
  if ((definition.least !== null && value < definition.least) || (definition.most !== null && value > definition.most)) return 'value-out-of-bounds';
  if (definition.kind === 'milestone' && value !== 0 && value !== 1) return 'value-out-of-bounds';
  return { value, numerator, denominator };
}

const valueIn = (read: ReturnType<typeof readNumber>) => ('value' in read ? read.value : null);
const isCapped = ({ unit, most }: Pick<Definition, 'unit' | 'most'>) => most !== null && most <= 1 / quantityOf(unit).scale;
