/** The words a form hands to its scripts. */
export type ScriptWords = Record<string, string>;

export function wordsOf(form: HTMLElement): ScriptWords {
  return JSON.parse(form.dataset.words ?? '{}') as ScriptWords;
}

/** Puts figures into {0}, {1}. */
export function fill(words: ScriptWords, name: string, ...figures: (string | number)[]): string {
  return figures.reduce<string>((text, figure, index) => text.replace(`{${index}}`, String(figure)), words[name] ?? '');
}
