import type { Words } from '#app/domain/city/indicators/model.ts';
import { type Node, readFormula } from '#app/domain/city/indicators/read-formula.ts';
import { cityWords } from '#app/i18n/city.ts';
import type { Locale } from '#app/platform/ctx.ts';
import { figure, told } from './words.ts';

/** 公式的话: its indicators by name, its signs as they are read; an indicator nobody knows keeps its code. */
export function formulaWords(formula: string, locale: Locale, nameOf: (code: string) => Words | undefined): string {
  const read = readFormula(formula);
  return 'tree' in read ? say(read.tree, 0) : formula;

  function named(code: string): string {
    const known = nameOf(code);
    return known ? cityWords[locale].named(told(known, locale)) : code;
  }

  /** `tight` is how closely what stands around binds: 0 nothing, 1 the right of a minus, 2 a product, 3 the right of a division. */
  function say(node: Node, tight: 0 | 1 | 2 | 3): string {
    if (node.is === 'figure') return figure(node.value, locale);
    if (node.is === 'indicator') return named(node.code);
    if (node.is === 'total') return cityWords[locale].totalOf(named(node.code));
    if (node.is === 'minus') return `−${say(node.of, 3)}`;
    const isSum = node.is === 'sum';
    const sign = node.is === 'sum' ? (node.sign === 1 ? '+' : '−') : node.power === 1 ? '×' : '÷';
    const said = `${say(node.left, isSum ? 0 : 2)} ${sign} ${say(node.right, isSum ? 1 : 3)}`;
    return tight > (isSum ? 0 : 2) ? `(${said})` : said;
  }
}
