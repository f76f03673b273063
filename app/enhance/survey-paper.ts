/** 录入键盘: a digit, - or 0 fills a field and goes on to the next; Enter goes on too, and on the last field it saves. */
const sheet = document.querySelector<HTMLFormElement>('form[data-paper]');
const fields = [...(sheet?.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('input[type=text], textarea') ?? [])];
const next = (from: Element) => fields[fields.indexOf(from as HTMLInputElement) + 1];

sheet?.addEventListener('keydown', (event) => {
  const field = event.target as Element;
  if (event.key !== 'Enter' || event.isComposing || !fields.includes(field as HTMLInputElement)) return;
  event.preventDefault();
  const after = next(field);
  if (after) after.focus();
  else sheet.requestSubmit();
});
sheet?.addEventListener('input', (event) => {
  const field = event.target;
  if (field instanceof HTMLInputElement && field.maxLength === 2 && /^[0-9-]$/.test(field.value)) next(field)?.focus();
});
(sheet?.querySelector<HTMLElement>('[aria-invalid=true]') ?? fields[0])?.focus();
