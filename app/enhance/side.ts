export type Standing = {
  at: string;
  title: string;
  why: string;
  items: { href: string; label: string; note: string }[];
  percent: number;
  others: string;
  errors: Record<string, string>;
  /** Of a cell with several boxes, the one that its error means. */
  boxes?: Record<string, string>;
};

/** 还缺什么: the box beside the form as the last save left it. */
export function showStanding(form: HTMLFormElement, standing: Standing): void {
  const box = form.querySelector('#missing');
  if (box) {
    box.className = standing.items.length > 0 ? 'miss' : 'miss full';
    box.querySelector('h2')!.textContent = standing.title;
    const list = document.createElement('ul');
    for (const item of standing.items) {
      const link = Object.assign(document.createElement('a'), { href: item.href, textContent: item.label });
      const line = document.createElement('li');
      line.append(link, Object.assign(document.createElement('span'), { textContent: item.note }));
      list.append(line);
    }
    box.querySelector('ul')?.remove();
    if (standing.items.length > 0) box.append(list);
  }
  const bar = form.querySelector<HTMLProgressElement>('.whole progress');
  if (bar) bar.value = standing.percent;
  const figure = form.querySelector('.whole .row span');
  if (figure) figure.textContent = `${standing.percent}%`;
  const note = form.querySelector<HTMLElement>('.whole .note');
  if (note) note.textContent = `${standing.others} ${note.dataset.plain ??= note.textContent ?? ''}`.trim();
  sayWhyNot(form, standing.why);
}

/** 还不能提交的原因: with no reason left the way to submitting opens. */
export function sayWhyNot(form: HTMLFormElement, reason: string): void {
  const why = form.querySelector('#why-not');
  if (why) why.textContent = reason;
  const submit = form.querySelector<HTMLButtonElement>('button[name="go"][value="check"]');
  if (submit) submit.disabled = reason !== '';
}

/** 错在哪: the line under the field that is meant, as the last save found it. */
export function showError(box: HTMLElement, error: string | undefined, letter = 'v'): void {
  if (box.dataset.kind === 'figure') clearErrors(box);
  const control = box.querySelector<HTMLElement>(`[name^="q."], [name^="${letter}."]`);
  const field = box.dataset.kind === 'figure' ? control?.closest('.field, td') : box.querySelector('.field');
  if (!field || !control) return;
  const id = `q-${box.dataset.question}${letter === 'v' ? '' : `-${letter}`}-error`;
  const line = document.getElementById(id) ?? Object.assign(document.createElement('p'), { id, className: 'errline' });
  if (!error) {
    line.remove();
    control.removeAttribute('aria-invalid');
    return;
  }
  line.textContent = error;
  if (!line.isConnected) field.append(line);
  control.setAttribute('aria-invalid', 'true');
  control.setAttribute('aria-describedby', id);
}

function clearErrors(box: HTMLElement): void {
  for (const line of box.querySelectorAll('[id^="q-"][id$="-error"]')) line.remove();
  for (const control of box.querySelectorAll('[aria-invalid]')) control.removeAttribute('aria-invalid');
}
