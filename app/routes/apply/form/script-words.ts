import type { ApplyWords } from '#app/i18n/apply.ts';

/** The words that the enhancement scripts say, with {0} and {1} where figures go. */
export function scriptWords(words: ApplyWords): string {
  const { script, form } = words;
  return JSON.stringify({
    ...script,
    savedAt: script.savedAt('{0}'), going: script.going('{0}', '{1}'), seconds: script.seconds('{0}'), cut: script.cut('{0}'), paused: script.paused('{0}'),
    resumePick: script.resumePick('{0}'), conflictTitle: form.conflict, theirs: form.theirs('{0}', '{1}'), take: form.take, keep: form.keep,
    row: form.row(987).replace('987', '{0}'),
  });
}
