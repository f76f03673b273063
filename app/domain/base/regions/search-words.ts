/**
 * 检索词: what the index keeps of a name and what a question asks of it. Names are kept as pairs of characters;
 * committees carry a 5, so that the 620,000 of them never stand in the way of the 45,000 units above, and the pair a name
 * begins with carries ^, so that names beginning with the words come first. Above the committees every syllable also
 * starts a word in pinyin and in initials.
 */
export type Name = { name: string; readings: readonly string[]; level: number };

/** 社区 stands in every sixth committee's name: a list of them would help nobody. */
const isCommon = (pair: string, level: number) => level === 5 && pair === '社区';

/** 名称主干: a committee's name without 居委会 and the like, in letters and digits only. */
export function stem(name: string): string {
  return name
    .replace(/村(民委员会|委会)$/, '村')
    .replace(/村村$/, '村')
    .replace(/(居民委员会|居委会|民委员会|委会)$/, '')
    .replace(/[^\p{L}\p{N}]/gu, '');
}

function pairsOf(text: string): string[] {
  const letters = [...text];
  return letters.slice(1).map((letter, i) => letters[i]! + letter);
}

/** The words of one name for the index; `spelt` is its pinyin and its initials. */
export function wordsOf({ name, readings, level }: Name): { words: string[]; pinyin: string; initials: string } {
  const kept = stem(name) || name;
  const sounds = readings.slice(0, [...kept].length).filter((sound) => sound !== '');
  const initials = sounds.map((sound) => sound[0]!).join('');
  const mark = level === 5 ? '5' : '';
  const words = new Set(
    pairsOf(kept).flatMap((pair, i) => (i > 0 && isCommon(pair, level) ? [] : `${mark}${i === 0 ? '^' : ''}${pair}`)),
  );
  if (level < 5) {
    sounds.forEach((_, i) => {
      words.add(sounds.slice(i).join(''));
      words.add(initials.slice(i));
    });
  }
  return { words: [...words], pinyin: sounds.join(''), initials };
}

/** 问词: what was typed, as letters and digits; ü is typed v. */
export function asked(query: string): string {
  return query.slice(0, 60).normalize('NFKC').toLowerCase().replace(englishKinds, '').replaceAll('ü', 'v').replace(/[^\p{L}\p{N}]/gu, '').slice(0, 33);
}

/** What English adds to the name of a place. */
const englishKinds = /(?<=[a-z] *)\b(province|city|prefecture|district|county|new area|subdistrict|sub-district|town|township|community|village)\b/g;

/** Whether something is typed in pinyin or initials. */
export function isSpelt(text: string): boolean {
  return /^[a-z0-9]+$/.test(text) && /[a-z]/.test(text);
}

const quoted = (word: string, end = '') => `'${word}'${end}`;

/** The index question for names that hold the words anywhere, or begin with them; null when every name would do. */
export function indexQuestion(text: string, level: 4 | 5, place: 'anywhere' | 'beginning'): string | null {
  const mark = level === 5 ? '5' : '';
  const kept = stem(text).replace(/(?<=村)委$|(居|居民)委$/u, '') || (level === 4 ? text : '');
  if (kept === '') return null;
  const pairs = pairsOf(kept);
  if (pairs.length === 0) {
    const begins = quoted(`${mark}^${kept}`, ':*');
    return place === 'beginning' ? begins : `${begins} | ${quoted(mark + kept, ':*')}`;
  }
  const [first, ...rest] = pairs;
  const begins = quoted(`${mark}^${first}`);
  const needed = rest.filter((pair) => !isCommon(pair, level)).map((pair) => quoted(mark + pair));
  if (place === 'beginning') return [begins, ...needed].join(' & ');
  if (!isCommon(first!, level)) needed.unshift(`(${begins} | ${quoted(mark + first)})`);
  return needed.length > 0 ? needed.join(' & ') : null;
}
