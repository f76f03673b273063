import type { MyVisit } from '#app/domain/pilot/visits/package.ts';
import { button, callout, field, h, sayLine } from '#app/enhance/phone/draw.ts';
import { heading, type Opened, pinBox } from '#app/enhance/phone/locked-door.ts';
import { isFull, clearShelf } from '#app/enhance/phone/shelf.ts';
import { registerPhone } from './send.ts';
import { ask } from '#app/enhance/phone/talk.ts';
import { isWeakPin, setUp } from '#app/enhance/phone/unlock.ts';
import { words } from './words.ts';

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

/** 已停用: a phone that was revoked has nothing left. */
export const doorRevoked = (again: () => void): HTMLElement[] => [heading(words.revoked.title), callout('bad', h('p', {}, words.revoked.text)), h('p', {}, button(words.revoked.again, again, 'quiet'))];
