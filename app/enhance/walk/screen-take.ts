import { button, callout, field, h, sayLine } from '#app/enhance/phone/draw.ts';
import { heading, pinBox } from '#app/enhance/phone/locked-door.ts';
import { clearShelf, isFull } from '#app/enhance/phone/shelf.ts';
import { isWeakPin, setUp } from '#app/enhance/phone/unlock.ts';
import type { App } from './app.ts';
import { openNotebook } from './notebook.ts';
import { takeAlong } from './send.ts';
import { words } from './words.ts';

/** A walk may take longer than a talk, and children are slow: a quarter of an hour. */
const lockMinutes = 15;

const codeBox = (code: string) => h('input', { class: 'in code', maxlength: 40, required: true, autocapitalize: 'characters', spellcheck: 'false', value: code });

/** 带上一次走查: its code and a PIN; only a phone with a network does this. */
export function screenTake(code: string, opened: (key: CryptoKey, walkId: string) => Promise<void>): HTMLElement[] {
  const said = words.take;
  const box = codeBox(code);
  const [pin, pinAgain] = [pinBox('new-password'), pinBox('new-password')];
  const line = sayLine('errline');
  line.hidden = true;
  const tell = (text: string) => {
    line.hidden = false;
    line.textContent = text;
  };
  const submit = h('button', { class: 'btn wide' }, said.go);
  const form = h('form', {
    onsubmit: async (event: SubmitEvent) => {
      event.preventDefault();
      if (isWeakPin(pin.value)) return tell(said.weak);
      if (pin.value !== pinAgain.value) return tell(said.differ);
      submit.disabled = true;
      submit.textContent = said.going;
      try {
        await navigator.storage?.persist?.();
        const taken = await takeFirst(box.value, pin.value);
        if (typeof taken === 'string') return tell(taken);
        await opened(taken.key, taken.walkId);
      } catch (error) {
        await clearShelf().catch(() => undefined);
        tell(isFull(error) ? words.full : words.notSaved);
      } finally {
        submit.disabled = false;
        submit.textContent = said.go;
      }
    },
  }, field(said.code, box, said.codeHint), field(said.pin, pin, said.pinHint), field(said.pinAgain, pinAgain), line, h('p', { class: 'row' }, submit));
  return [heading(said.title), h('p', { class: 'lead' }, said.lead), ...(navigator.onLine ? [] : [callout('warn', h('p', {}, said.away))]), h('div', { class: 'card' }, form)];
}

/** The phone is set up for this walk, or stays as it was. */
async function takeFirst(code: string, pin: string): Promise<{ key: CryptoKey; walkId: string } | string> {
  const { lock, key } = await setUp(pin, lockMinutes);
  const taken = await takeAlong(lock.deviceId, code);
  if (taken.kind !== 'ok') {
    await clearShelf();
    return taken.kind === 'refused' ? taken.sentence : words.take.away;
  }
  const book = await openNotebook(key, lock.deviceId);
  await book.keep(taken.value, code);
  return { key, walkId: taken.value.walk.id };
}

/** 带上的走查, and one more. */
export function screenList(app: App, news: string, code = ''): HTMLElement[] {
  const box = codeBox(code);
  const line = sayLine();
  const more = button(words.take.go, async () => {
    more.disabled = true;
    line.textContent = await app.take(box.value);
    more.disabled = false;
  }, 'quiet');
  return [
    heading(words.list.title), news ? callout('info', h('p', { role: 'status' }, news)) : h('span', { hidden: true }),
    ...[...app.book.walks.values()].map(({ pack: { walk } }) => h('article', { class: 'card' }, h('h2', {}, walk.place), h('p', {}, `${walk.community} · ${walk.day}`), h('p', {}, h('a', { class: 'btn', href: `/walk/${walk.id}` }, words.list.open)))),
    h('details', { class: 'card', open: code !== '' || app.book.walks.size === 0 }, h('summary', {}, words.take.another), field(words.take.code, box, words.take.codeHint), h('p', {}, more), line),
  ];
}
