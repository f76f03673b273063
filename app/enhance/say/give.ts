/** Puts what was made in the browser into the form, as if it had been chosen there, and marks its way as used. */
export function give(field: HTMLInputElement, blob: Blob | null, name: string): void {
  const chosen = new DataTransfer();
  if (blob) chosen.items.add(new File([blob], name, { type: blob.type }));
  field.files = chosen.files;
  mark(field);
}

/** 打勾: whoever drew, spoke or chose sees on the way itself that it will be handed in. */
export function mark(field: HTMLInputElement): void {
  const way = field.closest('[data-way]');
  way?.classList.toggle('made', field.type === 'file' ? (field.files?.length ?? 0) > 0 : way.querySelector('input:checked') !== null);
}

/** One sentence of several is seen. */
export function showLine(place: HTMLElement, name: string): void {
  for (const line of place.querySelectorAll<HTMLElement>('[data-line]')) line.hidden = line.dataset.line !== name;
}
