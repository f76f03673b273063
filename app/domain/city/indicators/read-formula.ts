/**
 * 公式 over other indicators: figures, {codes}, + - * / and brackets; total({code}) adds what an indicator said of every year
 * up to this one. What an indicator has not said is missing, and so is everything reckoned from it: never nought.
 */
export type Node =
  | { is: 'figure'; value: number }
  | { is: 'indicator'; code: string }
  | { is: 'total'; code: string }
  | { is: 'sum'; sign: 1 | -1; left: Node; right: Node }
  | { is: 'product'; power: 1 | -1; left: Node; right: Node }
  | { is: 'minus'; of: Node };

export type FormulaProblem = { at: number; problem: 'formula-unreadable' | 'formula-unfinished' | 'formula-unit' | 'formula-unknown' | 'formula-itself' | 'formula-too-long' };

const most = 400;
const word = /\s*(\d+(?:\.\d+)?%?|\{[A-Z][A-Za-z0-9-]{0,19}\}|[A-Z][A-Za-z0-9]{0,9}(?:-[A-Za-z0-9]{1,9})?|total|累计|[-+*/()])/y;
const signs: Record<string, string> = { '×': '*', '·': '*', '÷': '/', '−': '-', '–': '-', '—': '-', '　': ' ' };

/** As it is typed in Chinese: full-width signs and × ÷, each one sign long, so that places stay. */
const plain = (formula: string) => formula.replace(/[！-～]/g, (sign) => String.fromCodePoint(sign.codePointAt(0)! - 0xfee0)).replace(/[×·÷−–—　]/g, (sign) => signs[sign]!);

/** 读公式: its tree, or the first place where it stops making sense. */
export function readFormula(formula: string): { tree: Node } | FormulaProblem {
  if (formula.length > most) return { at: most, problem: 'formula-too-long' };
  const tokens = wordsOf(plain(formula));
  if ('problem' in tokens) return tokens;
  const reader = readerOf(tokens, formula.length);
  const tree = reader.sum();
  reader.end();
  return reader.problem() ?? { tree };
}

type Token = { at: number; text: string };

function wordsOf(formula: string): Token[] | FormulaProblem {
  const found: Token[] = [];
  word.lastIndex = 0;
  for (let from = 0; formula.slice(from).trim() !== ''; from = word.lastIndex) {
    const match = word.exec(formula);
    if (!match) return { at: from + (/^\s*/.exec(formula.slice(from))?.[0].length ?? 0), problem: 'formula-unreadable' };
    found.push({ at: word.lastIndex - match[1]!.length, text: match[1]! });
  }
  return found;
}

/** One way through the words; after the first problem it stands at the end and reads nothing more. */
function readerOf(tokens: readonly Token[], end: number) {
  let place = 0;
  let wrong: FormulaProblem | undefined;
  const next = () => tokens[place]?.text;
  const stop = (): Node => {
    wrong ??= { at: tokens[place]?.at ?? end, problem: next() === undefined ? 'formula-unfinished' : 'formula-unreadable' };
    place = tokens.length;
    return { is: 'figure', value: 0 };
  };
  const take = (text: string) => void (next() === text ? (place += 1) : stop());
  const reference = (is: 'indicator' | 'total'): Node => {
    const text = next();
    if (!text || !/^[{A-Z]/.test(text)) return stop();
    place += 1;
    return { is, code: text.replace(/[{}]/g, '') };
  };
  const inBrackets = (read: () => Node): Node => {
    take('(');
    const inside = read();
    take(')');
    return inside;
  };
  const part = (): Node => {
    const text = next();
    if (text === '(') return inBrackets(sum);
    if (text === '-' || text === 'total' || text === '累计' || (text !== undefined && /^\d/.test(text))) {
      place += 1;
      if (text === '-') return { is: 'minus', of: part() };
      return /^\d/.test(text) ? { is: 'figure', value: text.endsWith('%') ? Number(text.slice(0, -1)) / 100 : Number(text) } : inBrackets(() => reference('total'));
    }
    return reference('indicator');
  };
  const product = (): Node => {
    let left = part();
    while (next() === '*' || next() === '/') {
      const power = tokens[place++]!.text === '*' ? 1 : -1;
      left = { is: 'product', power, left, right: part() };
    }
    return left;
  };
  const sum = (): Node => {
    let left = product();
    while (next() === '+' || next() === '-') {
      const sign = tokens[place++]!.text === '+' ? 1 : -1;
      left = { is: 'sum', sign, left, right: product() };
    }
    return left;
  };
  return { sum, end: () => void (place < tokens.length && stop()), problem: () => wrong };
}
