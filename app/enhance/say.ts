import { draw } from './say/draw.ts';
import { mark } from './say/give.ts';
import { record } from './say/record.ts';
import { showPhoto } from './say/show-photo.ts';

const form = document.querySelector<HTMLFormElement>('form[data-say-form]');

/** 断网也不丢: what was said stays on the page, and nowhere else on the device, until it can be handed in; sent twice it is one suggestion. */
function carry(form: HTMLFormElement): void {
  const tell = (name: string | undefined) => {
    for (const line of form.querySelectorAll<HTMLElement>('[data-say-line]')) line.hidden = line.dataset.sayLine !== name;
  };
  let isSending = false;
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    if (isSending) return;
    isSending = true;
    try {
      const answer = await fetch(form.action, { method: 'POST', body: new FormData(form) });
      if (answer.redirected) return location.replace(answer.url);
      tell(undefined);
      if (!takeOver(await answer.text())) form.submit();
    } catch {
      tell('offline');
      addEventListener('online', () => tell('online'), { once: true });
    } finally {
      isSending = false;
    }
  });
}

/** 还差什么: what the answer says is wrong comes into this page, where the drawing, the voice and the photo still are. */
function takeOver(html: string): boolean {
  const answer = new DOMParser().parseFromString(html, 'text/html');
  const parts = [...document.querySelectorAll<HTMLElement>('[data-say-part]')].map((part) => ({ part, fresh: answer.querySelector(`[data-say-part="${part.dataset.sayPart}"]`) }));
  if (parts.some(({ fresh }) => fresh === null)) return false;
  for (const { part, fresh } of parts) part.replaceWith(document.importNode(fresh!, true));
  const trouble = document.querySelector<HTMLElement>('main [role="alert"]');
  trouble?.scrollIntoView({ block: 'center' });
  return trouble !== null;
}

if (form) {
  const [drawing, voice] = [form.querySelector<HTMLElement>('[data-needs="draw"]'), form.querySelector<HTMLElement>('[data-needs="voice"]')];
  if (drawing) draw(drawing);
  if (voice) record(voice);
  for (const photo of form.querySelectorAll<HTMLInputElement>('input[name="photo"]')) showPhoto(photo);
  for (const way of form.querySelectorAll<HTMLDetailsElement>('[data-way]')) {
    way.addEventListener('toggle', () => way.open && way.scrollIntoView({ block: 'nearest' }));
    way.addEventListener('change', ({ target }) => mark(target as HTMLInputElement));
  }
  carry(form);
}
