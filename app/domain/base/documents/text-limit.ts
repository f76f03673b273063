import { Refusal } from '#app/platform/refusal.ts';
import { largest } from './model.ts';

/** 文字上限: counts what a reader hands over, since one text of a small file may stand in very many cells. */
export function textLimit(): (text: string) => string {
  let letters = 0;
  return (text) => {
    letters += text.length;
    if (letters > largest.letters) throw new Refusal('document-too-heavy', 422);
    return text;
  };
}
