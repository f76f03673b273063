export type Value = string | string[] | Record<string, string>[];

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;
const controls = (box: HTMLElement) => [...box.querySelectorAll<Control>('[name^="q."]')];

/** What stands in the controls of one question. */
export function readValue(box: HTMLElement): Value {
  const all = controls(box);
  const kind = box.dataset.kind;
  if (kind === 'table') return [...box.querySelectorAll<HTMLElement>('[data-row]')].map(readRow);
  const ticked = all.filter((one) => one instanceof HTMLInputElement && (one.type === 'radio' || one.type === 'checkbox'));
  if (kind === 'choices') return ticked.filter((one) => (one as HTMLInputElement).checked).map((one) => one.value);
  if (kind === 'choice') return ticked.find((one) => (one as HTMLInputElement).checked)?.value ?? '';
  return all[0]?.value ?? '';
}

function readRow(row: HTMLElement): Record<string, string> {
  return Object.fromEntries(controls(row).map((one) => [one.name.split('.').at(-1)!, one.value]));
}

/** Puts a value into the controls of one question; rows that are lacking are made by `addRow`. */
export function writeValue(box: HTMLElement, value: Value, addRow: (box: HTMLElement) => void): void {
  if (box.dataset.kind === 'table') {
    const rows = value as Record<string, string>[];
    while (box.querySelectorAll('[data-row]').length < rows.length) addRow(box);
    for (const [index, row] of [...box.querySelectorAll<HTMLElement>('[data-row]')].entries()) {
      for (const one of controls(row)) one.value = rows[index]?.[one.name.split('.').at(-1)!] ?? '';
    }
    return;
  }
  for (const one of controls(box)) {
    if (one instanceof HTMLInputElement && (one.type === 'radio' || one.type === 'checkbox')) one.checked = [value].flat().includes(one.value);
    else one.value = String(value);
  }
}
