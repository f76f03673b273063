export type Value = string | string[] | Record<string, string>[];

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;
/** Names of what somebody answers: questions of a form, and the parts of a figure. */
export const isAnswer = (name: string | null): boolean => name !== null && /^[qvndrs]\./.test(name);
const controls = (box: HTMLElement) => [...box.querySelectorAll<Control>('[name]')].filter(({ name }) => isAnswer(name));
const isTick = (one: Control): one is HTMLInputElement => one instanceof HTMLInputElement && (one.type === 'radio' || one.type === 'checkbox');

/** What stands in the controls of one question. */
export function readValue(box: HTMLElement): Value {
  const all = controls(box);
  const kind = box.dataset.kind;
  if (kind === 'table') return [...box.querySelectorAll<HTMLElement>('[data-row]')].map(readRow);
  if (kind === 'figure') return [Object.fromEntries(all.filter((one) => !isTick(one) || one.checked).map((one) => [one.name[0]!, one.value]))];
  const ticked = all.filter(isTick);
  if (kind === 'choices') return ticked.filter((one) => one.checked).map((one) => one.value);
  if (kind === 'choice') return ticked.find((one) => one.checked)?.value ?? '';
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
  const parts = box.dataset.kind === 'figure' ? (value as Record<string, string>[])[0] : undefined;
  for (const one of controls(box)) {
    const said = parts ? (parts[one.name[0]!] ?? '') : (value as string | string[]);
    if (isTick(one)) one.checked = [said].flat().includes(one.value);
    else one.value = String(said);
  }
}
