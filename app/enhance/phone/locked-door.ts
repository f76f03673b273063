import { button, field, h, sayLine } from './draw.ts';
import { clearShelf, isFull } from './shelf.ts';
import { tryPin } from './unlock.ts';

export type Opened = (key: CryptoKey) => Promise<void>;
export type LockWords = {
  title: string; lead: string; pin: string; go: string; going: string; wrong: (left: number) => string; wait: (seconds: number) => string; full: string; notSaved: string;
  forgot: string; forgotText: string; clear: string; clearSure: string;
};

export const pinBox = (autocomplete: string) => h('input', { class: 'in', type: 'password', autocomplete, maxlength: 100, required: true });
export const heading = (text: string) => h('h1', { tabindex: -1 }, text);

/** 已锁定: the PIN, and a way out for whoever has forgotten it. */
export function doorLocked(said: LockWords, cleared: () => void, opened: Opened): HTMLElement[] {
  const pin = pinBox('current-password');
  const line = sayLine('errline');
  line.hidden = true;
  const submit = h('button', { class: 'btn wide' }, said.go);
  const form = h('form', {
    onsubmit: async (event: SubmitEvent) => {
      event.preventDefault();
      submit.disabled = true;
      submit.textContent = said.going;
      const tried = await tryPin(pin.value).catch((error: unknown) => ({ full: isFull(error) }));
      pin.value = '';
      if ('key' in tried) return opened(tried.key);
      submit.disabled = false;
      submit.textContent = said.go;
      line.hidden = false;
      line.textContent = 'full' in tried ? (tried.full ? said.full : said.notSaved) : 'wait' in tried ? said.wait(Math.ceil(tried.wait / 1000)) : said.wrong(tried.left);
      pin.focus();
    },
  }, field(said.pin, pin), line, h('p', {}, submit));
  let isSure = false;
  const clear = button(said.clear, async () => {
    if (!isSure) return void ((isSure = true), (clear.textContent = said.clearSure));
    await clearShelf();
    cleared();
  }, 'stop');
  return [heading(said.title), h('p', { class: 'lead' }, said.lead), form, h('details', { class: 'box' }, h('summary', {}, said.forgot), h('div', {}, h('p', {}, said.forgotText), h('p', {}, clear)))];
}
