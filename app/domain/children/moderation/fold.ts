import { Converter } from 'opencc-js/t2cn';

/** 折叠后的文字, with the place in the original for each of its letters. */
export type Folded = { text: string; at: number[] };

const simplified = Converter({ from: 'hk', to: 'cn' });
const ignored = /[\s\p{P}\p{S}\p{Cf}\p{M}]/u;
const known = new Map<string, string>();

/** 逐字: one letter without its width, case, accents or traditional form. */
function plain(letter: string): string {
  const seen = known.get(letter);
  if (seen !== undefined) return seen;
  const folded = simplified(letter.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase());
  if (known.size < 30_000) known.set(letter, folded);
  return folded;
}

/** 折叠: what is left when nothing hides a word: full width, capitals, traditional characters, dots and blanks between letters are gone. */
export function fold(text: string): Folded {
  const folded: Folded = { text: '', at: [] };
  let at = 0;
  for (const letter of text) {
    if (!ignored.test(letter)) {
      const kept = [...plain(letter)].filter((part) => !ignored.test(part)).join('');
      folded.text += kept;
      for (let part = 0; part < kept.length; part += 1) folded.at.push(at);
    }
    at += letter.length;
  }
  return folded;
}
