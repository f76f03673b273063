import type { Value } from './field-values.ts';
import { fill, type ScriptWords } from './words.ts';

export type Rival = { revision: number; byName: string; at: string; value: Value; text: string };

/** 并排: shows what somebody else wrote at the same time, with two ways to go on. */
export function showConflict(box: HTMLElement, rivals: Rival[], words: ScriptWords, settle: (value: Value | undefined, seen: number[]) => void): void {
  box.querySelector('[data-conflict]')?.remove();
  if (rivals.length === 0) return;
  const panel = element('div', 'edition check');
  panel.dataset.conflict = '';
  panel.setAttribute('role', 'alert');
  panel.append(element('b', '', words.conflictTitle), element('p', 'small', words.conflictLead));
  const seen = rivals.map((rival) => rival.revision);
  const done = (value: Value | undefined) => {
    panel.remove();
    settle(value, seen);
  };
  for (const rival of rivals) {
    const quote = element('blockquote', 'version');
    const text = element('p', '', rival.text);
    text.style.whiteSpace = 'pre-wrap';
    quote.append(element('p', 'small muted', fill(words, 'theirs', rival.byName, rival.at)), text, choice(words.take ?? '', () => done(rival.value)));
    panel.append(quote);
  }
  panel.append(choice(words.keep ?? '', () => done(undefined)));
  box.append(panel);
}

function choice(text: string, act: () => void): HTMLButtonElement {
  const button = element('button', 'btn quiet small', text) as HTMLButtonElement;
  button.type = 'button';
  button.addEventListener('click', act);
  return button;
}

function element(tag: string, className: string, text = ''): HTMLElement {
  const made = document.createElement(tag);
  if (className) made.className = className;
  made.textContent = text;
  return made;
}
