import type { FormulaFault } from '#app/domain/city/indicators/find-formula-fault.ts';
import { type Unit, units } from '#app/domain/city/indicators/model.ts';
import { isAlike, type Quantity, quantityOf } from '#app/domain/city/indicators/units.ts';
import type { Locale } from '#app/platform/ctx.ts';
import { cityWords } from '#app/i18n/city.ts';
import { newIndicatorWords } from '#app/i18n/new-indicator.ts';

/** 公式毛病的一句话 in the language of the page. */
export function sayFormula(fault: FormulaFault, locale: Locale): string {
  const words = newIndicatorWords[locale].formula;
  const unitOf = (unit: Unit) => cityWords[locale].units[unit] || words.things;
  const called = (quantity: Quantity) => quantityCalled(quantity, locale);
  switch (fault.is) {
    case 'unreadable': return words.unreadable(fault.at, fault.rest);
    case 'unfinished': return words.unfinished;
    case 'too-long': return words.tooLong;
    case 'itself': return words.itself;
    case 'unknown': return words.unknown(fault.codes);
    case 'adds': return words.adds(called(fault.left), called(fault.right));
    case 'outcome': return words.outcome(called(fault.got), unitOf(fault.unit));
    case 'scaled': return words.scaled(fault.by, unitOf(fault.unit));
  }
}

/** How somebody would call what is counted: by a unit that counts the same, or as so many of one for each of another. */
function quantityCalled(quantity: Quantity, locale: Locale): string {
  const words = newIndicatorWords[locale].formula;
  if (Object.keys(quantity.counts).length === 0) return words.bare;
  const unit = units.find((each) => each !== 'milestone' && each !== 'per-1000' && isAlike(quantity, quantityOf(each)));
  if (unit) return unit === 'count' ? words.things : cityWords[locale].units[unit];
  const named = ([what, power]: [string, number]) => `${quantityCalled({ counts: { [what]: 1 }, scale: 1 }, locale)}${Math.abs(power) > 1 ? `^${Math.abs(power)}` : ''}`;
  const [over, under] = [Object.entries(quantity.counts).filter(([, power]) => power > 0), Object.entries(quantity.counts).filter(([, power]) => power < 0)];
  return [over.map(named).join('×') || '1', ...(under.length > 0 ? [under.map(named).join('×')] : [])].join('÷');
}
