import { Refusal } from '#app/platform/refusal.ts';
import { largest } from './model.ts';

/** 文字上限: counts what a reader hands over, since one text of a small file may stand in very many cells. */
export function textLimit(most = Infinity, mostLetters = largest.letters): (text: string) => string {
  let letters = 0;
  let texts = 0;
  return (text) => {
    letters += text.length;
    texts += 1;
    if (letters > mostLetters || texts > most) throw new Refusal('document-too-heavy', 422);
    return text;
  };
}
