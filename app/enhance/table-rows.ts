import { fill, type ScriptWords } from './words.ts';

/** 加行: the last row once more, empty. */
export function addRow(box: HTMLElement, words: ScriptWords): void {
  const rows = box.querySelectorAll<HTMLElement>('[data-row]');
  const last = rows[rows.length - 1];
  if (!last || rows.length >= 60) return;
  const fresh = last.cloneNode(true) as HTMLElement;
  for (const control of fresh.querySelectorAll<HTMLInputElement>('input')) {
    control.value = '';
    control.removeAttribute('id');
    control.removeAttribute('aria-invalid');
  }
  last.after(fresh);
  renumber(box, words);
}

function renumber(box: HTMLElement, words: ScriptWords): void {
  for (const [index, row] of [...box.querySelectorAll<HTMLElement>('[data-row]')].entries()) {
    row.setAttribute('aria-label', fill(words, 'row', index + 1));
    for (const control of row.querySelectorAll<HTMLInputElement>('[name^="q."]')) control.name = control.name.replace(/\.\d+\./, `.${index}.`);
    const remove = row.querySelector<HTMLButtonElement>('[data-remove-row]');
    if (remove) remove.value = remove.value.replace(/\d+$/, String(index));
  }
}

/** 增删行 without a trip to the server; the last row is emptied instead of removed. */
export function watchRows(form: HTMLFormElement, words: ScriptWords, changed: (box: HTMLElement) => void): void {
  form.addEventListener('click', (event) => {
    const button = (event.target as HTMLElement).closest<HTMLButtonElement>('[data-add-row], [data-remove-row]');
    const box = button?.closest<HTMLElement>('[data-question]');
    if (!button || !box) return;
    event.preventDefault();
    if ('addRow' in button.dataset) {
      addRow(box, words);
      [...box.querySelectorAll<HTMLElement>('[data-row]')].at(-1)?.querySelector('input')?.focus();
      return;
    }
    const row = button.closest<HTMLElement>('[data-row]')!;
    if (box.querySelectorAll('[data-row]').length > 1) row.remove();
    else for (const control of row.querySelectorAll('input')) control.value = '';
    renumber(box, words);
    changed(box);
  });
}
