import type { App } from './app.ts';
import { button, callout, facts, field, h, link, sayLine } from '#app/enhance/phone/draw.ts';
import { pinBox } from '#app/enhance/phone/locked-door.ts';
import { hasNewShell, installOffer } from '#app/enhance/phone/shell.ts';
import { changePin, isWeakPin } from '#app/enhance/phone/unlock.ts';
import { weight, words } from './words.ts';

const minutes = [1, 5, 15, 30];

/** 这部手机: locking, storage, PIN, signing out. */
export function screenPhone(app: App): HTMLElement[] {
  const said = words.settings;
  const after = h('select', { class: 'in', onchange: () => void app.setLockMinutes(Number(after.value)) },
    minutes.map((count) => h('option', { value: count, selected: count === app.lockMinutes }, said.minute(count))));
  const storage = h('p', { class: 'small' });
  void Promise.all([navigator.storage?.estimate?.(), navigator.storage?.persisted?.()]).then(([room, isKept]) => {
    storage.textContent = `${said.used(weight(room?.usage ?? 0), weight(room?.quota ?? 0))} · ${isKept ? said.kept : said.notKept}`;
  });
  return [
    h('p', { class: 'small' }, link('/visit', `‹ ${words.home}`)),
    h('h1', { tabindex: -1 }, said.title),
    ...(hasNewShell() ? [callout('info', h('p', {}, words.newVersion))] : []),
    ...(installOffer() ? [h('p', {}, button(words.install, () => void installOffer()?.prompt(), 'quiet'))] : []),
    field(said.minutes, after),
    h('h2', {}, said.storage), storage,
    pinForm(),
    facts([[said.device, app.book.deviceId.slice(0, 8)]]),
    h('h2', {}, said.signOut), h('p', { class: 'muted' }, said.signOutLead),
    h('p', {}, h('a', { class: 'btn stop', href: '/visit#leaving' }, said.signOut)),
  ];
}

function pinForm(): HTMLElement {
  const said = words.settings;
  const [before, after] = [pinBox('current-password'), pinBox('new-password')];
  const line = sayLine();
  return h('details', { class: 'box' }, h('summary', {}, said.pin), h('form', {
    onsubmit: async (event: SubmitEvent) => {
      event.preventDefault();
      if (isWeakPin(after.value)) return void (line.textContent = words.setUp.weak);
      line.textContent = words.lock.going;
      const isDone = await changePin(before.value, after.value);
      line.textContent = isDone ? said.pinDone : said.pinWrong;
      if (isDone) before.value = after.value = '';
    },
  }, field(said.oldPin, before), field(said.newPin, after, words.setUp.pinHint), line, h('p', {}, h('button', { class: 'btn quiet' }, said.pin))));
}

/** 退出之前: reached from every “sign out” while something on this phone has not been sent; also when it is locked. */
export function screenLeaving(unsent: number): HTMLElement[] {
  const said = words.leaving;
  const form = (label: string, look: string) => h('form', { method: 'post', action: '/account/sign-out' }, h('input', { type: 'hidden', name: 'anyway', value: 'yes' }), h('button', { class: `btn ${look}` }, label));
  return [
    h('h1', { tabindex: -1 }, said.title),
    unsent > 0 ? callout('bad', h('p', {}, said.text(unsent))) : h('p', {}, said.nothing),
    h('div', { class: 'row' }, unsent > 0 && h('a', { class: 'btn', href: '/visit' }, said.sendFirst), form(unsent > 0 ? said.anyway : said.plain, unsent > 0 ? 'stop' : 'quiet')),
  ];
}
