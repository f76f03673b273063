import type { MyVisit } from '#app/domain/pilot/visits/package.ts';
import { button, callout, field, h, sayLine } from './draw.ts';
import { isFull, clearShelf } from './shelf.ts';
import { registerPhone } from './send.ts';
import { ask } from './talk.ts';
import { isWeakPin, setUp, tryPin } from './unlock.ts';
import { words } from './words.ts';

type Opened = (key: CryptoKey) => Promise<void>;

const pinBox = (autocomplete: string) => h('input', { class: 'in', type: 'password', autocomplete, maxlength: 100, required: true });
const heading = (text: string) => h('h1', { tabindex: -1 }, text);

/** 启用这部手机: only somebody signed in, with a network, sets up a phone. */
export async function doorSetUp(again: () => void, opened: Opened): Promise<HTMLElement[]> {
  const said = words.setUp;
  const mine = await ask<MyVisit[]>('/visit/mine.json');
  const head = [heading(said.title), h('p', { class: 'lead' }, said.lead)];
  if (mine.kind === 'away') return [...head, callout('warn', h('p', {}, said.away)), h('p', {}, button(said.again, again))];
  if (mine.kind === 'signed-out') return [...head, h('p', {}, said.signIn), h('p', {}, h('a', { class: 'btn wide', href: '/account/sign-in?to=/visit' }, said.toSignIn))];
  if (mine.kind === 'refused') return [...head, callout('bad', h('p', {}, mine.sentence))];

  const name = h('input', { class: 'in', maxlength: 60, value: said.defaultName });
  const [pin, pinAgain] = [pinBox('new-password'), pinBox('new-password')];
  const line = sayLine('errline');
  const submit = h('button', { class: 'btn wide' }, said.go);
  const form = h('form', {
    onsubmit: async (event: SubmitEvent) => {
      event.preventDefault();
      if (isWeakPin(pin.value)) return say(said.weak);
      if (pin.value !== pinAgain.value) return say(said.differ);
      submit.disabled = true;
      submit.textContent = said.going;
      try {
        await navigator.storage?.persist?.();
        const { lock, key } = await setUp(pin.value);
        const told = await registerPhone(lock.deviceId, name.value.trim() || said.defaultName);
        if (told.kind !== 'ok') {
          await clearShelf();
          return say(told.kind === 'refused' ? told.sentence : told.kind === 'away' ? said.away : said.signIn);
        }
        await opened(key);
      } catch (error) {
        say(isFull(error) ? words.full : words.notSaved);
      } finally {
        submit.disabled = false;
        submit.textContent = said.go;
      }
    },
  }, field(said.name, name, said.nameHint), field(said.pin, pin, said.pinHint), field(said.pinAgain, pinAgain), line, h('p', {}, submit));
  line.hidden = true;
  const say = (text: string) => {
    line.hidden = false;
    line.textContent = text;
  };
  return [...head, form];
}

/** 已锁定: the PIN, and a way out for whoever has forgotten it. */
export function doorLocked(cleared: () => void, opened: Opened): HTMLElement[] {
  const said = words.lock;
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
      line.textContent = 'full' in tried ? (tried.full ? said.full : words.notSaved) : 'wait' in tried ? said.wait(Math.ceil(tried.wait / 1000)) : said.wrong(tried.left);
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

/** 已停用: a phone that was revoked has nothing left. */
export const doorRevoked = (again: () => void): HTMLElement[] => [heading(words.revoked.title), callout('bad', h('p', {}, words.revoked.text)), h('p', {}, button(words.revoked.again, again, 'quiet'))];
